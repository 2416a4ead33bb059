/** `milepost serve`: the App for real, the guided set-up where there is no App yet, or what is missing. */
import { existsSync, readFileSync } from "node:fs";
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
      return startSetUp();
    case "incomplete":
      throw new InputError(credentials.message);
  }
}

async function serveUntilSignal(
  settings: ServerSettings,
  print: (line: string) => void,
): Promise<void> {
  const server = await startServer(settings);
  print(`Milepost (${server.slug}) listens at ${server.url}/api/github/webhooks`);
  await new Promise<void>((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  print("Ending: running jobs are finished first.");
  await server.stop();
}
