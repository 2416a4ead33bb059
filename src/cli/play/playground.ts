/**
 * A plan at work without GitHub: the sandbox as the host, Milepost as a real App against it over HTTP,
 * and a way to wait until both have nothing left to do.
 */
import { type Sandbox, startSandbox } from "../../../sandbox/start-sandbox.ts";
import { WorldError } from "../../../sandbox/world/world-error.ts";
import type { Day } from "../../domain/calendar.ts";
import type { Plan } from "../../domain/plan.ts";
import type { SyncReport } from "../../engine/sync-report.ts";
import { InputError } from "../input-error.ts";
import { type SeededRepository, seedRepository } from "../spec/seed-repository.ts";
import type { Spec } from "../spec/spec-schema.ts";
import { createPlayedApp, type PlayedApp, type PlayedAppOptions } from "./played-app.ts";

export interface Playground {
  readonly sandbox: Sandbox;
  readonly seeded: SeededRepository;
  readonly app: PlayedApp;
  /** Resolves when no delivery, job or timer is pending. */
  settle(): Promise<void>;
  /** Reports of all syncs so far, in order. */
  reports(): readonly SyncReport[];
  /** The plan that the surfaces say now; null before the first sync. */
  plan(): Plan | null;
  stop(): Promise<void>;
}

export interface PlaygroundOptions extends Omit<PlayedAppOptions, "onSynced"> {
  readonly spec: Spec;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The day it is at the start; the sandbox's own unless given. */
  readonly today?: Day;
  /** What the account gives the App; called when the plan's repository is there; that one unless said. */
  readonly chooseRepositories?: (sandbox: Sandbox, plan: string) => readonly string[] | "all";
  /** Called when the plan's repository is there and Milepost is not. */
  readonly onSeeded?: (sandbox: Sandbox) => void;
  readonly onSynced?: (report: SyncReport) => void;
}

/** Resolves when the plan was read and written for the first time. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const playground = await openPlayground(options);
  await playground.settle();
  return playground;
}

/** As `startPlayground`; resolves when Milepost listens, before it has read the plan. */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const sandbox = await startSandbox(options.today ? { now: `${options.today}T09:00:00Z` } : {});
  const seeded = await seed(sandbox, options);
  options.onSeeded?.(sandbox);
  const reports: SyncReport[] = [];
  const onSynced = (report: SyncReport) => {
    reports.push(report);
    options.onSynced?.(report);
  };
  const app = createPlayedApp(sandbox, { ...options, onSynced });
  await app.start();
  const plan = seeded.nameWithOwner;
  app.install(options.chooseRepositories?.(sandbox, plan) ?? [plan]);
  return {
    ...{ sandbox, seeded, app },
    settle: () => settleBoth(sandbox, app),
    reports: () => reports,
    plan: () => reports.findLast((report) => report.plan !== null)?.plan ?? null,
    stop: async () => {
      await app.stop();
      await sandbox.stop();
    },
  };
}

/** Throws an InputError where the host refuses what the plan says, as GitHub would. */
async function seed(
  sandbox: Sandbox,
  { spec, files }: PlaygroundOptions,
): Promise<SeededRepository> {
  try {
    return seedRepository(sandbox, spec, files);
  } catch (error) {
    await sandbox.stop();
    if (!(error instanceof WorldError)) throw error;
    const details = error.errors.map(
      ({ resource, field, code }) => `${resource} ${field}: ${code}`,
    );
    throw new InputError(
      `This plan can't become a repository: ${[error.message, ...details].join("; ")}.`,
    );
  }
}

/** A delivery causes a job, a job's writes cause deliveries: quiet is when neither made a call. */
async function settleBoth(sandbox: Sandbox, app: PlayedApp): Promise<void> {
  for (let before = -1; before !== sandbox.calls.all().length; ) {
    before = sandbox.calls.all().length;
    await sandbox.settled();
    await app.tick();
    await app.idle();
    await sandbox.settled();
  }
}
