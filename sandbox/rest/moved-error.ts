/** Where things went, by the repository's id, which never changes. */
import type { Issue, Repository } from "../world/model.ts";

/** Thrown by a route whose subject has another address now. */
export class MovedError extends Error {
  /** From the API's root: `/repositories/12/issues/3`. */
  readonly path: string;
  /** The part of the called path that `path` stands for. */
  readonly replaces: RegExp;
  /** What moved: issues are documented to move for good, whatever the method. */
  readonly subject: "repository" | "issue";

  constructor(subject: "repository" | "issue", path: string, replaces: RegExp) {
    super(`moved to ${path}`);
    this.name = "MovedError";
    this.subject = subject;
    this.path = path;
    this.replaces = replaces;
  }
}

/** The repository was called by a former name. */
export function renamed(repository: Repository): MovedError {
  return new MovedError("repository", `/repositories/${repository.id}`, /\/repos\/[^/]+\/[^/]+/);
}

/** The issue was called by its place in the repository it left. */
export function transferred(issue: Issue): MovedError {
  const path = `/repositories/${issue.repository.id}/issues/${issue.number}`;
  return new MovedError("issue", path, /\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)\/issues\/\d+/);
}
