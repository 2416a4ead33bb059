/** Checks the RS256 tokens Apps sign themselves. Times are of the signers' clock. */
import { Buffer } from "node:buffer";
import { verify } from "node:crypto";
import type { AppRecord } from "./app-registry.ts";

const LEEWAY_SECONDS = 60;
const LONGEST_LIFE_SECONDS = 600;

/** The App that signed the token, at a time in milliseconds, or why GitHub would refuse it. */
export function verifyAppToken(
  token: string,
  apps: readonly AppRecord[],
  now: number,
): { readonly app: AppRecord } | { readonly refusal: string } {
  const undecodable = { refusal: "A JSON web token could not be decoded" };
  const [head = "", body = "", signature = "", ...rest] = token.split(".");
  const claims = decode(body);
  if (rest.length > 0 || decode(head)?.alg !== "RS256" || claims === undefined) return undecodable;
  const issuer = String(claims.iss);
  const app = apps.find(({ app: { appId, clientId } }) =>
    [String(appId), clientId].includes(issuer),
  );
  if (app === undefined) return { refusal: "Integration not found" };
  const signed = Buffer.from(`${head}.${body}`);
  if (!verify("sha256", signed, app.publicKey, Buffer.from(signature, "base64url")))
    return undecodable;
  const refusal = timeRefusal(Number(claims.iat), Number(claims.exp), now / 1000);
  return refusal === undefined ? { app } : { refusal };
}

function timeRefusal(issuedAt: number, expires: number, now: number): string | undefined {
  const isNumeric = Number.isFinite(issuedAt) && Number.isFinite(expires);
  if (!isNumeric || expires < now - LEEWAY_SECONDS) {
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  }
  if (expires > now + LONGEST_LIFE_SECONDS + LEEWAY_SECONDS) {
    return "'Expiration time' claim ('exp') is too far in the future";
  }
  return undefined;
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
