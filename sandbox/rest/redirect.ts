/** GitHub's answer when a repository is called by a former name, or an issue where it was before. */
import { refuse } from "./error-reply.ts";
import type { MovedError } from "./moved-error.ts";
import type { RestReply } from "./rest-route.ts";

/** GitHub's redirect; a caller that changes something in a renamed repository repeats its call. */
export function redirect(error: MovedError, method: string, address: string): RestReply {
  const url = new URL(address);
  url.pathname = url.pathname.replace(error.replaces, error.path);
  const isPermanent = error.subject === "issue" || method === "GET";
  const status = isPermanent ? 301 : 307;
  const message = isPermanent ? "Moved Permanently" : "Temporary Redirect";
  const reply = refuse(status, message, { url: url.href });
  return { ...reply, headers: { location: url.href } };
}
