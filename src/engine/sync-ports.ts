/** The ports that a sync works with. */
import type { OnCommand } from "./commands/on-command.ts";
import type {
  ChangeApplier,
  Clock,
  Log,
  People,
  PullRequestReader,
  RepositoryAddress,
  RepositoryCache,
  RepositoryReader,
  Selections,
} from "./ports.ts";
import type { SyncReport } from "./sync-report.ts";

export interface SyncPorts {
  readonly reader: RepositoryReader;
  readonly applier: ChangeApplier;
  readonly cache: RepositoryCache;
  readonly clock: Clock;
  readonly log: Log;
  /** Left out where a person named the repository: then nothing waits for its configuration. */
  readonly selections?: Pick<Selections, "selectionOf">;
  /** Left out where nobody can be asked: then no command runs. */
  readonly people?: People;
  /** Left out where no pull request is looked at. */
  readonly pullRequests?: PullRequestReader;
  readonly onCommand?: OnCommand;
  readonly onSynced?: (address: RepositoryAddress, report: SyncReport) => void;
}
