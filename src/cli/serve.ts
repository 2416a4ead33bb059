/** `milepost serve`: the App for real, the guided set-up where there is no App yet, or what is missing. */
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { UnreachableError } from "../app/create-backends.ts";
import { readCredentials, type ServerSettings } from "../app/read-credentials.ts";
import { startServer } from "../app/server.ts";
import { startSetUp } from "../app/set-up.ts";
import { InputError } from "./input-error.ts";

/** Serves until SIGTERM or SIGINT, then ends what is running. Throws an InputError in production. */
export async function serve(print: (line: string) => void): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile();
  const credentials = readCredentials(process.env, (path) => readFileSync(path, "utf8"));
  switch (credentials.kind) {
    case "complete":
      return serveUntilSignal(credentials.settings, print);
    case "set-up":
      print(credentials.message);
      return startSetUp().catch((error: Error) => {
        throw new InputError(error.message);
      });
    case "incomplete":
      throw new InputError(credentials.message);
  }
}

async function serveUntilSignal(
  settings: ServerSettings,
  print: (line: string) => void,
): Promise<void> {
  const server = await startServer(settings).catch((error: unknown) => {
    throw new InputError(whyNotStarted(error, settings));
  });
  print(`Milepost (${server.slug}) listens at ${server.url}/api/github/webhooks`);
  if (server.metricsUrl !== null) print(`Metrics: ${server.metricsUrl}`);
  await nextSignal();
  print("Ending: running jobs are finished first. Once more to end at once.");
  const isAtOnce = await Promise.race([
    server.stop().then(() => false),
    nextSignal().then(() => true),
    sleep(longestEndMilliseconds, true, { ref: false }),
  ]);
  if (isAtOnce) print("Ended before all jobs were finished: the next start finds what they left.");
  process.exit(isAtOnce ? 1 : 0);
}

/** Less than the 30 seconds after which Kubernetes and others kill. */
const longestEndMilliseconds = 25_000;

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      for (const signal of signals) process.off(signal, end);
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
  });
}

const signals = ["SIGTERM", "SIGINT"] as const;

/** What neither GitHub nor the system said is a fault of ours, and is thrown as it is. */
function whyNotStarted(error: unknown, { host, port, baseUrl }: ServerSettings): string {
  if (error instanceof UnreachableError) return error.message;
  const { message, status, code } = error as Error & { status?: number; code?: string };
  if (status === undefined && code === undefined) throw error;
  if (code !== undefined) {
    return `Milepost cannot listen at ${host}:${port}: ${message}. Free it, or set PORT and HOST.`;
  }
  const github = baseUrl ?? "https://api.github.com";
  const advice =
    status === 401 || status === 404
      ? "Check that APP_ID and PRIVATE_KEY belong together."
      : "Check the network, and GHE_HOST if it is set, then start again.";
  return `Milepost cannot start: asking ${github} for the App failed: ${message}. ${advice}`;
}
