/** Gathers a project from observed issues, in an otherwise empty repository. */
import { defaultConfig } from "../../src/config/defaults.ts";
import type {
  ObservedBlocker,
  ObservedIssue,
  ObservedRepository,
} from "../../src/domain/observation.ts";
import type { Project } from "../../src/domain/project.ts";
import { type GatherInput, gatherProject } from "../../src/facts/gather-project.ts";
import { emptyNotebook } from "../../src/facts/notebook.ts";
import { observedIssue, observedRepository } from "../engine/observation-builder.ts";

export function gather(
  issues: readonly ObservedIssue[],
  repository: Partial<ObservedRepository> = {},
  more: Partial<GatherInput> = {},
): Project {
  return gatherProject({
    repository: observedRepository(repository),
    issues: new Map(issues.map((issue) => [issue.number, issue])),
    config: defaultConfig,
    notebook: emptyNotebook,
    ownIssues: new Set(),
    ...more,
  });
}

export const blocker = (
  reference: ObservedBlocker["reference"],
  seen: Partial<NonNullable<ObservedBlocker["seen"]>> = {},
): ObservedBlocker => ({
  reference,
  seen: { title: "Elsewhere", state: "open", stateReason: null, isPrivate: false, ...seen },
});

export const waiting = (number: number, ...blockedBy: readonly ObservedBlocker[]) =>
  observedIssue(number, { blockedBy });

export const messages = (project: Project) => project.findings.map((finding) => finding.message);
