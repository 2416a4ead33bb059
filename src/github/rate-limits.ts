/**
 * When GitHub says "later", and how much later. It says so in three ways: a status with a
 * `retry-after`, a status with no calls remaining, or an answer 200 whose `errors` say it.
 */

export interface GithubResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | number | undefined>>;
  readonly data?: unknown;
}

/** GitHub's own advice where a secondary limit comes without a time. */
const secondaryWaitMilliseconds = 60_000;

export interface Limit {
  readonly is: "primary-limit" | "secondary-limit";
  /** To wait. */
  readonly milliseconds: number;
}

/** Null where the answer is not about a limit. */
export function readLimit(response: GithubResponse | undefined): Limit | null {
  if (!response) return null;
  const milliseconds = waitOf(response) ?? secondaryWaitMilliseconds;
  if (isSecondaryLimit(response)) return { is: "secondary-limit", milliseconds };
  return isPrimaryLimit(response) ? { is: "primary-limit", milliseconds } : null;
}

/** Milliseconds to wait, or null where the answer is not about a limit. */
export function findLimit(response: GithubResponse | undefined): number | null {
  return readLimit(response)?.milliseconds ?? null;
}

function isSecondaryLimit(response: GithubResponse): boolean {
  return /secondary rate limit|abuse detection/i.test(messagesOf(response));
}

function isPrimaryLimit(response: GithubResponse): boolean {
  const refused = response.status === 403 || response.status === 429;
  if (response.status === 429) return true;
  if (refused && String(response.headers?.["x-ratelimit-remaining"]) === "0") return true;
  return /RATE_LIMITED|API rate limit (already )?exceeded/i.test(messagesOf(response));
}

function waitOf({ headers = {} }: GithubResponse): number | null {
  const seconds = Number(headers["retry-after"]);
  if (seconds > 0) return seconds * 1000;
  const reset = Number(headers["x-ratelimit-reset"]);
  if (!(reset > 0) || String(headers["x-ratelimit-remaining"]) !== "0") return null;
  // Reckoned from GitHub's clock, not from ours; one second more, so that it is over by then.
  const now = Date.parse(String(headers.date)) || Date.now();
  return Math.max(reset * 1000 - now, 0) + 1000;
}

/** Only errors: the text of an issue may speak of limits too. */
function messagesOf({ status = 200, data }: GithubResponse): string {
  const { message, errors } = (data ?? {}) as { message?: unknown; errors?: unknown };
  const told = status >= 400 ? String(message) : "";
  return Array.isArray(errors) ? told + errors.map(faultText).join("\n") : told;
}

function faultText(fault: { type?: unknown; message?: unknown } | null): string {
  return `${fault?.type} ${fault?.message}\n`;
}
