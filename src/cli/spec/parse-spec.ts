/** Spec text → `Spec`, with every mistake named by its place and every unknown field by its name. */
import type { z } from "zod";
import { InputError } from "../input-error.ts";
import { issueSchema, milestoneSchema, type Spec, specSchema } from "./spec-schema.ts";

export interface ParsedSpec {
  readonly spec: Spec;
  /** One sentence for each unknown field. */
  readonly warnings: readonly string[];
}

/** Throws an InputError that names the file and all that is wrong in it. */
export function parseSpec(text: string, file: string): ParsedSpec {
  const json = parseJson(text, file);
  const result = specSchema.safeParse(json);
  if (!result.success) throw new InputError(describe(result.error, file));
  const problems = brokenLinks(result.data);
  if (problems.length > 0) throw new InputError(`${file}:\n${bullets(problems)}`);
  return { spec: result.data, warnings: unknownFields(json, file) };
}

/** JSON or an InputError that says where it breaks. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${(error as Error).message}`);
  }
}

export function describe(error: z.ZodError, file: string): string {
  const problems = error.issues.map(
    ({ path, message }) => `${path.join(".") || "top level"}: ${message}`,
  );
  return `${file}:\n${bullets(problems)}`;
}

function brokenLinks({ milestones, issues }: Spec): readonly string[] {
  const issueKeys = new Set([...issues, ...milestones].map((one) => one.key));
  const milestoneKeys = new Set(milestones.map((one) => one.key));
  const doubled = [...repeated(issues), ...repeated(milestones)].map(
    (key) => `the key "${key}" is used twice`,
  );
  const fromIssues = issues.flatMap((issue) => [
    ...missing(issue.key, "milestone", [issue.milestone, issue.moved_from], milestoneKeys),
    ...missing(issue.key, "milestone", issue.blocks_milestones ?? [], milestoneKeys),
    ...missing(issue.key, "issue", issue.blocked_by ?? [], issueKeys),
    ...missing(issue.key, "issue", [issue.parent, issue.duplicate_of], issueKeys),
  ]);
  const fromMilestones = milestones.flatMap((milestone) =>
    missing(milestone.key, "milestone", milestone.depends_on ?? [], milestoneKeys),
  );
  return [...doubled, ...fromIssues, ...fromMilestones];
}

function repeated(entries: readonly { readonly key: string }[]): readonly string[] {
  const seen = new Set<string>();
  return entries.map(({ key }) => key).filter((key) => seen.size === seen.add(key).size);
}

function missing(
  from: string,
  what: "issue" | "milestone",
  keys: readonly (string | null | undefined)[],
  known: ReadonlySet<string>,
): readonly string[] {
  return keys.flatMap((key) =>
    key && !known.has(key)
      ? [`"${from}" names the ${what} "${key}", which is not in the file`]
      : [],
  );
}

function unknownFields(json: unknown, file: string): readonly string[] {
  const top = unknownKeys(json, specSchema.shape).map((key) => `${file}: "${key}" is unknown`);
  const { milestones, issues } = json as { milestones: unknown[]; issues: unknown[] };
  return [
    ...top,
    ...fieldsOf(milestones, milestoneSchema.shape, "milestones", file),
    ...fieldsOf(issues, issueSchema.shape, "issues", file),
  ].map((warning) => `${warning} and was ignored.`);
}

function fieldsOf(entries: unknown[], shape: object, where: string, file: string): string[] {
  const counts = new Map<string, number>();
  for (const key of entries.flatMap((entry) => unknownKeys(entry, shape))) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(
    ([key, count]) => `${file}: the field "${key}" of ${count} ${where} is unknown`,
  );
}

function unknownKeys(value: unknown, shape: object): string[] {
  return Object.keys(value as object).filter((key) => !(key in shape) && !key.endsWith("_basis"));
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}`).join("\n");
}
