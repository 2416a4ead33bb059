/** Who calls: an App as itself, an installation of it, or nobody GitHub knows. */
import type { AppRecord, AppRegistry, Installation } from "./app-registry.ts";
import { verifyAppToken } from "./json-web-token.ts";

export type Caller =
  | { readonly kind: "app"; readonly app: AppRecord }
  | { readonly kind: "installation"; readonly installation: Installation }
  | { readonly kind: "nobody"; readonly refusal: string; readonly status?: 403 };

/** Reads an `Authorization` header. */
export function findCaller(registry: AppRegistry, authorization: string | undefined): Caller {
  const [, token] = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization?.trim() ?? "") ?? [];
  if (token === undefined) return { kind: "nobody", refusal: "Requires authentication" };
  const known = registry.findToken(token);
  if (known !== undefined) return callerOf(known.installation);
  if (token.split(".").length !== 3) return { kind: "nobody", refusal: "Bad credentials" };
  const result = verifyAppToken(token, registry.apps, registry.signersNow());
  return "app" in result ? { kind: "app", app: result.app } : { kind: "nobody", ...result };
}

/** While an installation is suspended its tokens are known and refused. */
function callerOf(installation: Installation): Caller {
  if (installation.suspendedAt === null) return { kind: "installation", installation };
  return { kind: "nobody", refusal: "This installation has been suspended", status: 403 };
}
