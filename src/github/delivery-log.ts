/**
 * GitHub's log of what it sent to the App: the deliveries that never arrived, and sending one again. The
 * log's own filter leaves out those that nobody answered, so recent pages are looked through as well.
 */
import type { Instant } from "../domain/observation.ts";
import type { Octokit } from "./octokit.ts";
import { translateError } from "./translate-error.ts";

export interface FailedDelivery {
  readonly id: number;
  readonly event: string;
  readonly action: string | null;
  /** GitHub's numbers; null where the event is about none. */
  readonly installation: number | null;
  readonly repository: number | null;
  /** How often GitHub has tried. */
  readonly attempts: number;
}

export interface DeliveryLog {
  /** Of those at or after an instant: whose every attempt failed. Newest first. */
  failedSince(since: Instant): Promise<readonly FailedDelivery[]>;
  redeliver(id: number): Promise<void>;
}

/** A hundred deliveries each, of those that failed and of all. */
const mostPages = 30;

/** `appOctokit` acts as the App itself. */
export function createDeliveryLog(appOctokit: Octokit): DeliveryLog {
  return {
    async failedSince(since) {
      try {
        const failed = await readPages(appOctokit, since, { status: "failure" });
        const recent = await readPages(appOctokit, since, {});
        return findFailed(new Map([...failed, ...recent].map((one) => [one.id, one])).values());
      } catch (error) {
        throw translateError(error);
      }
    },
    async redeliver(id) {
      try {
        const route = "POST /app/hook/deliveries/{delivery_id}/attempts";
        await appOctokit.request(route, { delivery_id: id });
      } catch (error) {
        throw translateError(error, "write");
      }
    },
  };
}

interface Attempt {
  readonly id: number;
  /** The same for all attempts of one delivery. */
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
  readonly event: string;
  readonly action: string | null;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
}

async function readPages(
  octokit: Octokit,
  since: Instant,
  filter: { readonly status?: "failure" },
): Promise<readonly Attempt[]> {
  const found: Attempt[] = [];
  const options = { ...filter, per_page: 100 };
  let pages = 0;
  for await (const { data } of octokit.paginate.iterator("GET /app/hook/deliveries", options)) {
    const recent = data.filter(({ delivered_at }) => delivered_at >= since);
    found.push(...recent);
    pages += 1;
    if (recent.length < data.length || pages >= mostPages) return found;
  }
  return found;
}

function findFailed(attempts: Iterable<Attempt>): readonly FailedDelivery[] {
  const deliveries = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const known = deliveries.get(attempt.guid);
    if (known) known.push(attempt);
    else deliveries.set(attempt.guid, [attempt]);
  }
  return [...deliveries.values()].flatMap((tries) => {
    const [first] = tries;
    if (!first || tries.some(hasArrived)) return [];
    return [
      {
        id: first.id,
        event: first.event,
        action: first.action,
        installation: first.installation_id,
        repository: first.repository_id,
        attempts: tries.length,
      },
    ];
  });
}

function hasArrived({ status_code: status }: Attempt): boolean {
  return status >= 200 && status < 300;
}
