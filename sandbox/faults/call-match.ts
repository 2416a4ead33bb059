/** Which API calls a fault is about. */
import type { CallKind } from "../call-log.ts";

/** One call as faults see it, before it is performed. */
export interface IncomingCall {
  readonly api: "rest" | "graphql";
  readonly kind: CallKind;
  readonly method: string;
  /** REST: GitHub's template. GraphQL: `/graphql`. */
  readonly route: string;
  /** GraphQL: the operation's own name and the fields it begins with. REST: none. */
  readonly operations: readonly string[];
  /** `owner/name`, where the call names one. */
  readonly repository: string | undefined;
}

/** All that is given must agree; `{}` is every call. */
export interface CallMatch {
  readonly api?: "rest" | "graphql";
  readonly kind?: CallKind;
  /** `GET`, `POST`, …; a GraphQL call is a POST. */
  readonly method?: string;
  /** GitHub's template, such as `/repos/{owner}/{repo}/issues/{issue_number}`, or a pattern of it. */
  readonly route?: string | RegExp;
  /** A GraphQL operation's name, or a field it begins with, such as `createCommitOnBranch`. */
  readonly operation?: string | RegExp;
  /** `owner/name`, in any case. */
  readonly repository?: string;
}

/** Whether the call is one of those meant. */
export function matchesCall(match: CallMatch, call: IncomingCall): boolean {
  const { operation, repository } = match;
  return (
    isSame(match.api, call.api) &&
    isSame(match.kind, call.kind) &&
    isSame(match.method?.toUpperCase(), call.method) &&
    fits(match.route, call.route) &&
    (operation === undefined || call.operations.some((name) => fits(operation, name))) &&
    isSame(repository?.toLowerCase(), call.repository?.toLowerCase())
  );
}

function isSame(wanted: string | undefined, found: string | undefined): boolean {
  return wanted === undefined || wanted === found;
}

function fits(wanted: string | RegExp | undefined, found: string): boolean {
  if (wanted instanceof RegExp) return new RegExp(wanted.source, wanted.flags).test(found);
  return isSame(wanted, found);
}
