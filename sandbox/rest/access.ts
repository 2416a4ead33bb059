/** Whether a caller may use a route at all: who it is, its permissions, and issues switched off. */
import type { Caller } from "../auth/caller.ts";
import { grants } from "../auth/permissions.ts";
import type { Services } from "../services.ts";
import { refuse } from "./error-reply.ts";
import type { RestReply, RestRoute } from "./rest-route.ts";

/** GitHub's refusal, or undefined when the caller may go on. */
export function accessRefusal(
  route: RestRoute,
  caller: Caller,
  params: Readonly<Record<string, string>>,
  services: Services,
): RestReply | undefined {
  return callerRefusal(route, caller) ?? issuesRefusal(route, params, services);
}

function callerRefusal(route: RestRoute, caller: Caller): RestReply | undefined {
  if (caller.kind === "nobody") return refuse(caller.status ?? 401, caller.refusal);
  if (route.access === "either") return undefined;
  if (route.access === "app") {
    return caller.kind === "app" ? undefined : refuse(401, "A JSON web token could not be decoded");
  }
  if (caller.kind === "app") return outOfReach();
  if (route.access === "installation") return undefined;
  const [permission, needed] = route.access;
  return grants(caller.installation.permissions, permission, needed) ? undefined : outOfReach();
}

/** With issues switched off GitHub says no more than that they are out of reach. */
function issuesRefusal(
  { access, template }: RestRoute,
  params: Readonly<Record<string, string>>,
  { state }: Services,
): RestReply | undefined {
  const repository = state.findRepository(`${params.owner}/${params.repo}`);
  if (repository === undefined || repository.hasIssues || access[0] !== "issues") return undefined;
  return template.startsWith("/repos/{owner}/{repo}/issues") ? outOfReach() : undefined;
}

function outOfReach(): RestReply {
  return refuse(403, "Resource not accessible by integration");
}
