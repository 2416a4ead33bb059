/** The repositories that an account has taken away from the App: nothing of them is to be kept. */
import type { RepositoryAddress } from "../engine/ports.ts";
import type { WebhookPayload } from "./webhook-payload.ts";

export function withdrawnRepositories(
  event: string,
  { action, installation, repositories, repositories_removed }: WebhookPayload,
): readonly RepositoryAddress[] {
  if (!installation) return [];
  const isUninstalled = event === "installation" && action === "deleted";
  const names = [...(isUninstalled ? (repositories ?? []) : []), ...(repositories_removed ?? [])];
  return names.flatMap(({ full_name }) => {
    const [owner, name] = full_name.split("/");
    return owner && name ? [{ installation: installation.id, owner, name }] : [];
  });
}
