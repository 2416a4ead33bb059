/**
 * The guided set-up: Probot's own, which makes a GitHub App from `app.yml` and writes its credentials to
 * `.env`. It reads that file from the working directory.
 */
import { existsSync } from "node:fs";
import { run } from "probot";

/** Serves the set-up page until the process ends. */
export async function startSetUp(): Promise<void> {
  if (!existsSync("app.yml")) {
    throw new Error(
      "The set-up needs app.yml, which lists the App's permissions, and there is none in this folder: start Milepost in the folder that it was installed to.",
    );
  }
  await run(() => {});
}
