import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { signJwt } from "../sandbox/app-client.ts";

/** A token of another App on all of the account's repositories. */
export async function appToken(
  sandbox: Sandbox,
  slug: string,
  account = "example",
): Promise<string> {
  const app = sandbox.registerApp({ slug, webhookUrl: "", webhookSecret: "s" });
  const { id } = sandbox.install(app, { account, repositories: "all" });
  const answer = await fetch(`${sandbox.url}/app/installations/${id}/access_tokens`, {
    method: "POST",
    headers: { authorization: `Bearer ${signJwt(app)}` },
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}
