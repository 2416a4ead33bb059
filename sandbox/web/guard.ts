/**
 * Keeps the pages to the person at this machine: no other web site may read them through a name that
 * leads here (DNS rebinding) or act in them, and no text shown in them may run or load anything.
 */
import type { MiddlewareHandler } from "hono";

const LOOPBACK_NAMES = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Answers 421 to a host name that is not this machine's and 403 to acts from other sites. */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header("host") ?? "";
  if (!LOOPBACK_NAMES.test(host)) {
    return context.text(`These pages are for this machine only, not for "${host}".`, 421);
  }
  const isReading = context.req.method === "GET" || context.req.method === "HEAD";
  if (!isReading && !isFromHere(context.req.raw.headers, host)) {
    return context.text("This was asked for by another web site, so nothing was done.", 403);
  }
  await next();
  const { headers } = context.res;
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", PAGE_POLICY);
  headers.set("x-content-type-options", "nosniff");
  // Not "no-referrer": browsers would then send `Origin: null` with our own forms.
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  return undefined;
};

/** Browsers name where a form was; a program that is none of them says nothing and is no danger. */
function isFromHere(headers: Headers, host: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  return origin === null || origin === `http://${host}`;
}
