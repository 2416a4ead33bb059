/**
 * The whole body of the status issue: a hidden marker that identifies it, a region for problems of
 * the configuration, the status region and the notebook. What people wrote around them stays.
 */
import type { Day } from "../domain/calendar.ts";
import type { Finding } from "../domain/project.ts";
import type { FoundRegions, Region } from "../markdown/region.ts";
import { findTextRegions, readTextRegion, replaceTextRegions } from "../markdown/text-regions.ts";
import { UnstableRegionsError } from "../markdown/unstable-regions-error.ts";
import { stamped } from "./stamp.ts";

export interface StatusParts {
  /** Empty while the configuration is right. */
  readonly problems: string;
  /** The status region's text, with `STAMP`; null leaves it as it stands. */
  readonly status: string | null;
  /** One HTML comment, `<!-- milepost-notebook … -->`; null leaves it as it stands. */
  readonly notebook: string | null;
}

export type ComposedBody =
  | { readonly kind: "composed"; readonly body: string }
  | { readonly kind: "damaged"; readonly findings: readonly Finding[] };

const identity = "<!-- milepost-status-issue -->";
const notebookStart = "<!-- milepost-notebook ";
const notebookEnd = " -->";
const regionNames = ["problems", "status"] as const;

type RegionName = (typeof regionNames)[number];

/** Whether a body carries any marker of the status issue, even if others are damaged. */
export function isStatusBody(body: string): boolean {
  return /<!-- milepost-status-issue -->|<!-- milepost:(?:problems|status) -->/.test(body);
}

/** A new body where `present` is null. Equal parts give the very same body. */
export function composeStatusBody(
  present: string | null,
  parts: StatusParts,
  today: Day,
): ComposedBody {
  const body = present ?? emptyBody;
  const found = findTextRegions(body);
  const findings = findDamage(found);
  if (findings.length > 0) return { kind: "damaged", findings };
  const replacements = new Map<Region, string>();
  for (const region of found.regions) {
    const wanted = isOurs(region) ? wantedText(body, region, parts, today) : null;
    if (wanted !== null && wanted !== readTextRegion(body, region))
      replacements.set(region, wanted);
  }
  if (replacements.size === 0) {
    return { kind: "composed", body: withNotebook(body, parts.notebook) };
  }
  return replaceSafely(body, replacements, parts.notebook);
}

/** What people wrote around a region can make any text dangerous for its markers. */
function replaceSafely(
  body: string,
  replacements: ReadonlyMap<Region, string>,
  notebook: string | null,
): ComposedBody {
  try {
    const replaced = replaceTextRegions(body, replacements);
    return { kind: "composed", body: withNotebook(replaced, notebook) };
  } catch (error) {
    if (!(error instanceof UnstableRegionsError)) throw error;
    return {
      kind: "damaged",
      findings: [damage("region-fragile", `Status issue: ${error.message}`)],
    };
  }
}

/** What GitHub takes is 65,536; the rest is for what a person adds at the same time. */
const bodyLimit = 60_000;

/** How many characters the status region may have beside everything else in the body; may be negative. */
export function statusRoom(
  present: string | null,
  parts: Pick<StatusParts, "problems" | "notebook">,
  today: Day,
): number {
  const composed = composeStatusBody(present, { ...parts, status: "" }, today);
  return bodyLimit - (composed.kind === "composed" ? composed.body : (present ?? "")).length;
}

/** What is filled in is no template. */
const noDay: Day = "0-0-0";
const noNotebook = `${notebookStart}{}${notebookEnd}`;

/** The body without what Milepost writes there: equal where only that differs. */
export function peoplesPartOf(body: string): string {
  return fill(body, { problems: "", status: "", notebook: noNotebook });
}

/** A body, or its people's part, with what Milepost wrote in another one. */
export function withPartsOf(body: string, other: string): string {
  const { regions } = findTextRegions(other);
  const textOf = (name: RegionName) => {
    const region = regions.find((one) => one.name === name);
    return region ? readTextRegion(other, region).replace(/\r?\n$/, "") : null;
  };
  const start = other.lastIndexOf(notebookStart);
  const end = start < 0 ? -1 : other.indexOf(notebookEnd, start);
  const notebook = end < 0 ? null : other.slice(start, end + notebookEnd.length);
  return fill(body, { problems: textOf("problems") ?? "", status: textOf("status"), notebook });
}

/** Where its markers are broken, the notebook alone. */
function fill(body: string, parts: StatusParts): string {
  const composed = composeStatusBody(body, parts, noDay);
  return composed.kind === "composed" ? composed.body : withNotebook(body, parts.notebook);
}

const emptyBody = [
  identity,
  ...regionNames.flatMap((name) => [`<!-- milepost:${name} -->`, "<!-- milepost:end -->"]),
  "",
].join("\n");

function wantedText(
  body: string,
  region: Region & { readonly name: RegionName },
  parts: StatusParts,
  today: Day,
): string | null {
  const text = parts[region.name];
  if (text === null) return null;
  const ended = text === "" ? "" : `${text}\n`;
  return stamped(ended, readTextRegion(body, region), today);
}

function isOurs(region: Region): region is Region & { readonly name: RegionName } {
  return regionNames.some((name) => name === region.name);
}

/** Broken markers, and regions that are missing or there twice. */
function findDamage({ regions, problems }: FoundRegions): readonly Finding[] {
  if (problems.length > 0) {
    return problems.map(({ kind, line, message }) =>
      damage(`region-${kind}`, `Status issue, line ${line}: ${message}`),
    );
  }
  return regionNames.flatMap((name) => {
    const count = regions.filter(
      (region) => region.name === name && region.kind === "block",
    ).length;
    if (count === 1) return [];
    const marker = `<!-- milepost:${name} -->`;
    return count === 0
      ? [
          damage(
            "region-missing",
            `Status issue: ${marker} is gone. Add it and, below it, <!-- milepost:end -->, each alone on a line.`,
          ),
        ]
      : [
          damage(
            "region-doubled",
            `Status issue: ${marker} is there ${count} times. Keep one of them and its end marker.`,
          ),
        ];
  });
}

function damage(rule: string, message: string): Finding {
  return { rule, severity: "error", issues: [], milestone: null, message };
}

/** The body with another notebook; at the end where it had none. */
export function withNotebook(body: string, notebook: string | null): string {
  if (notebook === null) return body;
  const start = body.lastIndexOf(notebookStart);
  const end = start < 0 ? -1 : body.indexOf(notebookEnd, start);
  if (end < 0) return `${body}${body.endsWith("\n") ? "" : "\n"}\n${notebook}\n`;
  return body.slice(0, start) + notebook + body.slice(end + notebookEnd.length);
}
