/** Looks into Redis while a world goes on: no job begins too early, and what is due does not wait. */
import type { RepositoryAddress } from "../../../src/engine/ports.ts";
import type { SimulatedRedis } from "./simulated-redis.ts";

interface QueueWatchOptions {
  readonly redis: SimulatedRedis;
  readonly address: RepositoryAddress;
  readonly onProblem: (problem: string) => void;
}

/** Milliseconds that are left until the job is due; none after a death, for then it begins at once. */
const untilDue = `
local deaths = redis.call('HGET', KEYS[1], 'deaths')
if deaths then return 0 end
return math.max(0, tonumber(redis.call('HGET', KEYS[1], 'due')) - tonumber(ARGV[1]))
`;

/** Until a worker that is there and awake has begun with what is due. */
const promptMilliseconds = 20_000;

export class QueueWatch {
  readonly #options: QueueWatchOptions;

  constructor(options: QueueWatchOptions) {
    this.#options = options;
  }

  async jobBegins(): Promise<void> {
    const { redis, address, onProblem } = this.#options;
    const key = `milepost:repository:${address.owner}/${address.name}`;
    const left = await redis.askNumber(["EVAL", untilDue, 1, key, redis.time.now()]);
    if (left > 0) onProblem(`a job began ${left} ms before it was due`);
  }

  /** `isBusy`: a job runs. */
  eventTaken(isBusy: () => boolean): void {
    const { redis, onProblem } = this.#options;
    redis.time.schedule(async () => {
      const before = redis.time.now() - promptMilliseconds;
      const waiting = await redis.askNumber(["ZCOUNT", "milepost:pending", "-inf", before]);
      if (waiting > 0 && !isBusy()) onProblem("an event was taken, and nobody began with it");
    }, promptMilliseconds + 1_000);
  }
}
