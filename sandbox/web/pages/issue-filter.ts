/** Which issues a list shows, read from an address and written to one. */
import type { Issue } from "../../world/model.ts";

export interface IssueFilter {
  readonly state: "open" | "closed" | "all";
  /** A milestone's number, "none", or "" for any. */
  readonly milestone: string;
  /** A label's name, or "" for any. */
  readonly label: string;
  /** Words that the title or the number must hold, or "". */
  readonly text: string;
  /** From 1. */
  readonly page: number;
}

export function readFilter(search: URLSearchParams): IssueFilter {
  const state = search.get("state");
  return {
    state: state === "closed" || state === "all" ? state : "open",
    milestone: search.get("milestone") ?? "",
    label: search.get("label") ?? "",
    text: (search.get("text") ?? "").trim(),
    page: Math.max(1, Math.trunc(Number(search.get("page"))) || 1),
  };
}

/** The address of that list, without what says nothing. */
export function writeFilter(home: string, filter: IssueFilter): string {
  const search = new URLSearchParams();
  if (filter.state !== "open") search.set("state", filter.state);
  for (const name of ["milestone", "label", "text"] as const) {
    if (filter[name] !== "") search.set(name, filter[name]);
  }
  if (filter.page > 1) search.set("page", String(filter.page));
  const query = search.toString();
  return `${home}/issues${query === "" ? "" : `?${query}`}`;
}

/** Whether an issue fits, its state aside. */
export function keepsIssue({ milestone, label, text }: IssueFilter, issue: Issue): boolean {
  const fitsMilestone =
    milestone === "" ||
    (milestone === "none" ? issue.milestone === null : issue.milestone?.number === +milestone);
  const names = [...issue.labels].map(({ name }) => name.toLowerCase());
  return (
    fitsMilestone && (label === "" || names.includes(label.toLowerCase())) && holds(issue, text)
  );
}

function holds({ title, number }: Issue, text: string): boolean {
  const where = `#${number} ${title}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word));
}
