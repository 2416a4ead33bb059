/** What people would see on the host now: the status issue, the files, what Milepost said. */
import type { Issue } from "../../../sandbox/world/model.ts";
import { isStatusBody } from "../../render/status-issue-body.ts";
import type { Playground } from "./playground.ts";

export interface SpokenComment {
  readonly issue: number;
  readonly author: string;
  readonly body: string;
}

export interface Surfaces {
  readonly statusIssue: Issue | null;
  /** Path → bytes, all but what lies under `.github/`. */
  readonly documents: ReadonlyMap<string, Uint8Array>;
  readonly comments: readonly SpokenComment[];
}

export function readSurfaces({ sandbox, seeded }: Playground): Surfaces {
  const { world } = sandbox;
  const repository = world.repository(seeded.nameWithOwner);
  const issues = [...repository.issues.values()];
  const status = issues.find((issue) => issue.author.type === "Bot" && isStatusBody(issue.body));
  const paths = world.paths(repository).filter((path) => !path.startsWith(".github/"));
  return {
    statusIssue: status ?? null,
    documents: new Map(
      paths.map((path) => [path, world.file(repository, path) ?? new Uint8Array()]),
    ),
    comments: issues.flatMap(spokenByApps),
  };
}

function spokenByApps(issue: Issue): readonly SpokenComment[] {
  return issue.comments
    .filter((comment) => comment.author.type === "Bot")
    .map(({ author, body }) => ({ issue: issue.number, author: author.login, body }));
}
