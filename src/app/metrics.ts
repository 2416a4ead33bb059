/**
 * What operators watch, in Prometheus' text format. No label names a repository, an account or a person.
 * `docs/operations.md` says of each what to do when it moves.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { commandNames } from "../config/command-names.ts";
import type { Applied } from "../engine/change.ts";
import type { QueueDepth } from "../engine/ports.ts";
import type { ApiCall } from "../github/api-call.ts";

export interface Metrics {
  /** `reason` says why it was ignored. */
  webhook(event: string, result: "queued" | "ignored" | "failed", reason?: string): void;
  job(outcome: string, seconds: number): void;
  /** From a webhook to surfaces that are true again. */
  surfaceTrue(seconds: number): void;
  sync(result: string): void;
  change(kind: string, applied: Applied["kind"]): void;
  command(name: string, outcome: string): void;
  call(call: ApiCall): void;
  readonly contentType: string;
  /** Everything, as it is now. */
  text(): Promise<string>;
}

const seconds = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000];

export function createMetrics(depth: () => Promise<QueueDepth>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = counters(registry);
  const { webhooks, jobs, syncs, writes, skipped, commands, calls, points, retries } =
    createCounters(counter);
  const { jobSeconds, surfaceSeconds, left } = createMeasures(registry, depth);
  return {
    webhook: (event, result, reason = "") => webhooks.inc({ event, result, reason }),
    job(outcome, duration) {
      jobs.inc({ outcome });
      if (outcome === "retry") retries.inc({ what: "job" });
      jobSeconds.observe({ outcome }, duration);
    },
    surfaceTrue: (duration) => surfaceSeconds.observe(duration),
    sync: (result) => syncs.inc({ result }),
    change: (kind, applied) => (applied === "unchanged" ? skipped : writes).inc({ kind }),
    command: (name, outcome) =>
      commands.inc({ command: commandNames.includes(name) ? name : "label", outcome }),
    call({ kind, name, status, installation, points: cost, left: remaining, isRepeated }) {
      calls.inc({ kind, call: name, status: String(status) });
      if (isRepeated) retries.inc({ what: "read" });
      if (cost !== null) points.inc({ call: name }, cost);
      if (remaining) {
        const labels = { installation: installation ?? "app", resource: remaining.resource };
        left.set(labels, remaining.calls);
      }
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

type MakeCounter = <Label extends string>(
  name: string,
  help: string,
  labels: readonly Label[],
) => Counter<Label>;

function counters(registry: Registry): MakeCounter {
  return (name, help, labels) =>
    new Counter({ name: `milepost_${name}`, help, labelNames: labels, registers: [registry] });
}

function createCounters(counter: MakeCounter) {
  return {
    webhooks: counter("webhooks_total", "Deliveries from GitHub.", ["event", "result", "reason"]),
    jobs: counter("jobs_total", "Jobs that ended: one for all that a repository waited for.", [
      "outcome",
    ]),
    syncs: counter("syncs_total", "Syncs, by whether they found anything to write.", ["result"]),
    writes: counter("writes_total", "Writes to GitHub.", ["kind"]),
    skipped: counter("writes_skipped_total", "Writes that were not needed: it said so already.", [
      "kind",
    ]),
    commands: counter("commands_total", "Commands that people gave.", ["command", "outcome"]),
    calls: counter("api_calls_total", "Calls to GitHub. Status 0: nobody answered.", [
      ...(["kind", "call", "status"] as const),
    ]),
    points: counter("graphql_points_total", "Points that GitHub says its answers cost.", ["call"]),
    retries: counter("retries_total", "Second and further tries.", ["what"]),
  };
}

function createMeasures(registry: Registry, depth: () => Promise<QueueDepth>) {
  const registers = [registry];
  new Gauge({
    name: "milepost_queue_repositories",
    help: "Repositories that wait or run (due), and that settle, back off or wait for their time (later).",
    labelNames: ["state"],
    registers,
    async collect() {
      const present = await depth().catch(() => null);
      this.set({ state: "due" }, present?.due ?? Number.NaN);
      this.set({ state: "later" }, present?.later ?? Number.NaN);
    },
  });
  return {
    jobSeconds: new Histogram({
      name: "milepost_job_seconds",
      help: "How long jobs take.",
      labelNames: ["outcome"],
      buckets: seconds,
      registers,
    }),
    surfaceSeconds: new Histogram({
      name: "milepost_webhook_to_surface_seconds",
      help: "From a webhook to surfaces that are true again.",
      buckets: seconds,
      registers,
    }),
    left: new Gauge({
      name: "milepost_rate_limit_left",
      help: "Calls or points left until GitHub's limit is reset, as of the last answer.",
      labelNames: ["installation", "resource"],
      registers,
    }),
  };
}
