/** What an installation may do: a level per area, as its account granted it. */

export type Permissions = Readonly<Record<string, "read" | "write">>;

/** As a test writes them: "none" takes away what an App has unless told otherwise. */
export type PermissionInput = Readonly<Record<string, "read" | "write" | "none">>;

const DEFAULT_PERMISSIONS: Permissions = {
  metadata: "read",
  issues: "write",
  contents: "write",
  pull_requests: "write",
};

/** The defaults with the given levels put over them. */
export function permissionsFrom(
  input: PermissionInput,
  base: Permissions = DEFAULT_PERMISSIONS,
): Permissions {
  const entries = Object.entries({ ...base, ...input });
  return Object.fromEntries(
    entries.filter((entry): entry is [string, "read" | "write"] => entry[1] !== "none"),
  );
}

/** Whether the level reaches what is needed; write includes read. */
export function grants(permissions: Permissions, area: string, needed: "read" | "write"): boolean {
  const given = permissions[area];
  return given === "write" || given === needed;
}

/** The area an event belongs to; others reach every App that subscribes to them. */
const EVENT_AREAS: Readonly<Record<string, string>> = {
  check_run: "checks",
  check_suite: "checks",
  issues: "issues",
  issue_comment: "issues",
  issue_dependencies: "issues",
  label: "issues",
  milestone: "issues",
  sub_issues: "issues",
  pull_request: "pull_requests",
  push: "contents",
  repository: "metadata",
};

/** Whether an installation may be told of an event at all. */
export function mayHear(permissions: Permissions, event: string): boolean {
  const area = EVENT_AREAS[event];
  return area === undefined || grants(permissions, area, "read");
}
