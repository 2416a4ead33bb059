/**
 * What a sync writes beside the surfaces: the label of blocked issues and notices of what became free. Few
 * at a time, so that the first sync of a large repository does not fill an hour's allowance.
 */
import type { Config } from "../config/config.ts";
import type { Plan } from "../domain/plan.ts";
import { decideBlockedLabels } from "./blocked-label.ts";
import { RefusedError } from "./errors.ts";
import { type NoticePorts, tellFreed } from "./notices/tell-freed.ts";
import type { RepositoryAddress } from "./ports.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export interface Beyond {
  readonly memory: RepositoryMemory;
  readonly written: readonly string[];
  /** Until there is more to do; null where there is not. */
  readonly nextInMilliseconds: number | null;
}

const labelsAtOnce = 20;
const pauseMilliseconds = 60_000;

export async function writeBeyond(
  ports: NoticePorts,
  address: RepositoryAddress,
  memory: RepositoryMemory,
  { plan, config }: { readonly plan: Plan; readonly config: Config },
): Promise<Beyond> {
  const labels = await writeLabels(ports, address, plan, config);
  const isOff = config.notify.unblocked === "off";
  const freed = isOff ? nothing : await tellFreed(ports, address, memory, plan);
  return {
    memory: { ...memory, told: freed.told },
    written: [...labels.written, ...freed.written],
    nextInMilliseconds: soonest(labels.nextInMilliseconds, freed.nextInMilliseconds),
  };
}

const nothing = { told: [], written: [], nextInMilliseconds: null };

async function writeLabels(
  { applier, log }: NoticePorts,
  address: RepositoryAddress,
  plan: Plan,
  config: Config,
): Promise<Pick<Beyond, "written" | "nextInMilliseconds">> {
  const changes = decideBlockedLabels(plan, config);
  const written: string[] = [];
  for (const change of changes.slice(0, labelsAtOnce)) {
    try {
      await applier.apply(address, change);
      written.push(change.kind);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      log.warn({ err: error }, "the label of blocked issues could not be set");
      return { written, nextInMilliseconds: null };
    }
  }
  const isMore = changes.length > labelsAtOnce;
  return { written, nextInMilliseconds: isMore ? pauseMilliseconds : null };
}

function soonest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
