/** One call to GitHub as those see it who count calls: no text, no name of an account or a repository. */
import { isWrite, type OutgoingCall } from "./outgoing-call.ts";
import type { GithubResponse } from "./rate-limits.ts";

export interface ApiCall {
  readonly kind: "read" | "write" | "token";
  /** "query ReadRepository", "GET /app/installations". */
  readonly name: string;
  /** 0 where nobody answered. */
  readonly status: number;
  /** Null for what the App asks as itself. */
  readonly installation: string | null;
  /** GraphQL points that GitHub says it cost; null where it does not say. */
  readonly points: number | null;
  /** What is left of a limit ("core", "graphql") until it is reset. */
  readonly left: { readonly resource: string; readonly calls: number } | null;
  /** The same read was sent before, and failed. */
  readonly isRepeated: boolean;
}

export type ObserveCall = (call: ApiCall) => void;

export function describeCall(
  call: OutgoingCall,
  installation: string | null,
  response: GithubResponse | undefined,
): ApiCall {
  return {
    kind: call.url.endsWith("/access_tokens") ? "token" : isWrite(call) ? "write" : "read",
    name: nameOf(call),
    status: response?.status ?? 0,
    installation,
    points: pointsOf(response?.data),
    left: leftOf(response?.headers ?? {}),
    isRepeated: (call.request?.retryCount ?? 0) > 0,
  };
}

function nameOf({ method, url, query }: OutgoingCall): string {
  const [, operation] = /^\s*((?:query|mutation)\s+\w+)/.exec(String(query ?? "")) ?? [];
  return operation?.replace(/\s+/, " ") ?? `${method} ${templateOf(url)}`;
}

/** Pages after the first are asked for by addresses that are filled in. */
function templateOf(url: string): string {
  if (!URL.canParse(url)) return url;
  return new URL(url).pathname
    .replace(/^\/api\/v3/, "")
    .replace(/^\/repos\/[^/]+\/[^/]+/, "/repos/{owner}/{repo}")
    .replace(/^\/repositories\/\d+/, "/repos/{owner}/{repo}")
    .replace(/^\/(users|orgs)\/[^/]+/, "/$1/{login}")
    .replace(/\/collaborators\/[^/]+/, "/collaborators/{username}")
    .replace(/\/\d+(?=\/|$)/g, "/{number}");
}

function pointsOf(body: unknown): number | null {
  const data = partOf(body, "data");
  const cost = partOf(partOf(data, "rateLimit"), "cost");
  return typeof cost === "number" ? cost : null;
}

function partOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function leftOf(headers: NonNullable<GithubResponse["headers"]>): ApiCall["left"] {
  const calls = Number(headers["x-ratelimit-remaining"] ?? Number.NaN);
  if (!Number.isInteger(calls)) return null;
  return { resource: String(headers["x-ratelimit-resource"] ?? "core"), calls };
}
