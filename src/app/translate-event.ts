/**
 * From a webhook to what must be synced: pure. What an event makes stale is said in engine/stale.ts;
 * here its words meet the payload. Milepost's own writes are no news to it.
 */
import { mayAskForSomething } from "../commands/invocation.ts";
import type { Hint } from "../engine/hint.ts";
import type { RepositoryAddress } from "../engine/ports.ts";
import { findStaleness, type Stale } from "../engine/stale.ts";
import { closingIssues } from "./closing-issues.ts";
import type { IssueEnd, RepositoryEnd, WebhookPayload } from "./webhook-payload.ts";

interface SyncRequest {
  readonly address: RepositoryAddress;
  readonly hints: readonly Hint[];
}

export type Translation =
  | { readonly kind: "sync"; readonly requests: readonly SyncRequest[] }
  /** All repositories of an installation, which the payload does not list. */
  | { readonly kind: "sync-installation"; readonly installation: number }
  | { readonly kind: "ignored"; readonly because: string };

const everything: Hint = { kind: "everything" };

/** `slug` is the App's name in URLs; its own actions are signed `<slug>[bot]`. */
export function translateEvent(name: string, payload: WebhookPayload, slug: string): Translation {
  const staleness = findStaleness(name, payload.action);
  if ("ignored" in staleness) return ignored(staleness.ignored);
  if (staleness.includes("listed-repositories")) return syncListed(payload);
  const because = reasonToIgnore(name, payload, slug);
  if (because) return ignored(because);
  const address = addressOf(payload);
  if (!address) return ignored("the payload names no repository or no installation");
  const hints = staleness.flatMap((stale) => toHints[stale](payload));
  if (hints.length === 0) return ignored("it holds nothing that looks like a command");
  return { kind: "sync", requests: [{ address, hints }] };
}

function ignored(because: string): Translation {
  return { kind: "ignored", because };
}

function reasonToIgnore(name: string, payload: WebhookPayload, slug: string): string | undefined {
  const { sender, issue, repository, ref } = payload;
  const isOurs = sender?.type === "Bot" && sender.login === `${slug}[bot]`;
  if (isOurs && ownTexts.has(name)) return "own write";
  if (isOurs && name === "issues" && ownEdits.has(payload.action ?? "")) return "own write";
  if (name === "issue_comment" && sender?.type === "Bot") return "bots give no commands";
  if (issue?.pull_request) return "pull requests are no part of a plan";
  if (name !== "push") return undefined;
  const isDefault = ref === `refs/heads/${repository?.default_branch}`;
  return isDefault && !payload.deleted ? undefined : "only the default branch holds documents";
}

/**
 * What Milepost writes to be read. Facts that a command of its own changed are read like anybody's: the
 * process that changed them may have died before it looked.
 */
const ownTexts: ReadonlySet<string> = new Set(["issue_comment", "push"]);
const ownEdits: ReadonlySet<string> = new Set(["opened", "edited", "pinned", "unpinned"]);

function addressOf({ repository, installation }: WebhookPayload): RepositoryAddress | undefined {
  if (!repository || !installation) return undefined;
  return {
    installation: installation.id,
    owner: repository.owner.login,
    name: repository.name,
  };
}

function syncListed(payload: WebhookPayload): Translation {
  const { installation, repositories = [], repositories_added: added = [] } = payload;
  const requests: SyncRequest[] = [];
  for (const { full_name } of [...repositories, ...added]) {
    const [owner, name] = full_name.split("/");
    if (!installation || !owner || !name) continue;
    requests.push({ address: { installation: installation.id, owner, name }, hints: [everything] });
  }
  if (requests.length > 0) return { kind: "sync", requests };
  if (installation) return { kind: "sync-installation", installation: installation.id };
  return ignored("the payload names no repository and no installation");
}

const toHints: Readonly<Record<Stale, (payload: WebhookPayload) => readonly Hint[]>> = {
  changes: () => [{ kind: "delta" }],
  everything: () => [everything],
  issue: ({ issue }) => (issue ? [{ kind: "issue", number: issue.number }] : []),
  "gone-issue": ({ issue }) => (issue ? [{ kind: "issue-gone", number: issue.number }] : []),
  dependency: (payload) =>
    bothEnds(
      payload,
      [payload.blocked_issue, payload.blocked_issue_repo],
      [payload.blocking_issue, payload.blocking_issue_repo],
    ),
  "sub-issue": (payload) =>
    bothEnds(
      payload,
      [payload.parent_issue, payload.parent_issue_repo],
      [payload.sub_issue, payload.sub_issue_repo],
    ),
  "renamed-label": ({ label }) =>
    label ? [{ kind: "label-renamed", id: label.node_id, name: label.name }] : [everything],
  "deleted-label": ({ label }) =>
    label ? [{ kind: "label-deleted", id: label.node_id }] : [everything],
  "closing-issues": (payload) =>
    closingIssues(payload).map((number) => ({ kind: "issue", number })),
  "pull-request": ({ pull_request: pull }) =>
    pull?.number === undefined ? [] : [{ kind: "pull-request", number: pull.number }],
  text: textHint,
  "listed-repositories": () => [everything],
};

/** An edit may have taken out the command that a reply speaks of. */
function textHint({ comment, issue, changes }: WebhookPayload): readonly Hint[] {
  const text = comment ?? issue;
  const bodies = [text?.body, changes?.body?.from];
  const isWorthReading = bodies.some((body) => mayAskForSomething(body ?? ""));
  return isWorthReading && text?.node_id !== undefined ? [{ kind: "text", id: text.node_id }] : [];
}

type End = readonly [issue: IssueEnd | undefined, repository: RepositoryEnd | undefined];

/** GitHub promises none of these parts: without any, only a full read finds what changed. */
function bothEnds({ repository }: WebhookPayload, ...ends: readonly End[]): readonly Hint[] {
  if (ends.some(([issue]) => issue === undefined)) return [everything];
  const home = `${repository?.owner.login}/${repository?.name}`.toLowerCase();
  return ends.flatMap(([issue, of]): readonly Hint[] => {
    const isHere = of?.full_name === undefined || of.full_name.toLowerCase() === home;
    return issue && isHere ? [{ kind: "issue", number: issue.number }] : [];
  });
}
