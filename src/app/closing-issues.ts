/**
 * The issues of its own repository that a pull request's text says it closes, as it is now and as it was
 * before an edit. Modest: links made by hand in the sidebar send no webhook and are found by full reads.
 */
import type { WebhookPayload } from "./webhook-payload.ts";

const closing =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:https?:\/\/[^\s/]+\/)?([\w.-]+\/[\w.-]+)?(?:#|\/issues\/)(\d+)\b/gi;

export function closingIssues({
  repository,
  pull_request: pull,
  changes,
}: WebhookPayload): readonly number[] {
  const home = `${repository?.owner.login}/${repository?.name}`.toLowerCase();
  const text = `${pull?.body ?? ""}\n${changes?.body?.from ?? ""}`;
  const numbers = new Set<number>();
  for (const [, of = home, number] of text.matchAll(closing)) {
    if (of.toLowerCase() === home) numbers.add(Number(number));
  }
  return [...numbers];
}
