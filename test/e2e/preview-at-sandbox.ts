import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { accessGithub, parseRepository } from "../../src/cli/github-access.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { previewRepository } from "../../src/cli/preview/preview-repository.ts";
import { appToken } from "../conversations/other-app.ts";

/** As a person with a token, on the command line. */
export async function accessTo(sandbox: Sandbox, account: string) {
  return accessGithub({
    GH_TOKEN: await appToken(sandbox, "by-hand", account),
    GITHUB_API_URL: sandbox.url,
  });
}

/** What `milepost preview` prints, and the calls it made. */
export async function previewOf(
  playground: Playground,
): Promise<{ text: string; calls: string[] }> {
  const { sandbox, seeded } = playground;
  const access = await accessTo(sandbox, "example");
  const mark = sandbox.calls.mark();
  const lines: string[] = [];
  await previewRepository(parseRepository(seeded.nameWithOwner), access, (line) =>
    lines.push(line),
  );
  const calls = sandbox.calls.since(mark).filter((call) => call.kind !== "auth");
  return { text: lines.join("\n"), calls: calls.map((call) => `${call.kind} ${call.name}`) };
}
