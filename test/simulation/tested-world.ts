/** What people act in and what is looked at in the end: a simulated world, or one of real processes. */
import type { LocalSandbox } from "../../sandbox/create-sandbox.ts";
import type { Issue } from "../../sandbox/world/model.ts";
import type { SyncReport } from "../../src/engine/sync-report.ts";

export interface TestedWorld {
  readonly sandbox: Pick<LocalSandbox, "world" | "faults">;
  /** "owner/name" */
  readonly repository: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milepost is at work, as far as can be told. */
  readonly isBusy: boolean;
  /** Issues that Milepost blocks carry a label. */
  readonly labelsBlocked: boolean;
  /** A process dies so many milliseconds from now, and another starts after `down`. */
  killSoon(delay: number, down: number): void;
  /** One sync that knows nothing and writes nothing. */
  look(): Promise<SyncReport | undefined>;
}

export const documentPath = "docs/plan.md";
export const exportPath = "docs/plan.json";

export const document = `# Plan

<!-- milepost:status-line milestone="M1" -->
<!-- milepost:end -->

We are at <!-- milepost:count milestone="M2" --><!-- milepost:end -->.
`;

/** All that carry Milepost's mark; one is right. */
export function statusIssues({ sandbox, repository }: TestedWorld): readonly Issue[] {
  return sandbox.world
    .issues(repository)
    .filter(({ body, author }) => author.type === "Bot" && isStatus(body));
}

export function statusIssue(world: TestedWorld): Issue | undefined {
  return statusIssues(world)[0];
}

function isStatus(body: string): boolean {
  return body.includes("<!-- milepost-status-issue -->");
}
