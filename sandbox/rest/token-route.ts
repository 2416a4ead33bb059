/** A token of an installation, narrowed to some of its repositories and permissions on demand. */
import type { Installation } from "../auth/app-registry.ts";
import type { TokenScope } from "../auth/narrowed-installation.ts";
import { grants, type Permissions } from "../auth/permissions.ts";
import type { Services } from "../services.ts";
import { repositoryJson } from "../shapes/repository-json.ts";
import type { Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import { texts } from "./body.ts";
import { created, type RestReply, type RestRequest } from "./rest-route.ts";

const NOT_REACHED =
  "There is at least one repository that does not exist or is not accessible to the parent installation.";
const NOT_GRANTED = "The permissions requested are not granted to this installation.";

/** Answers with the token and what it is good for. */
export function createToken(
  { services, body }: RestRequest,
  installation: Installation,
): RestReply {
  const repositories = repositoriesOf(services, installation, body);
  const permissions = permissionsOf(installation, body.permissions);
  const scope: TokenScope = {
    ...(repositories === undefined ? {} : { repositories: new Set(repositories) }),
    ...(permissions === undefined ? {} : { permissions }),
  };
  const token = services.registry.createToken(installation, scope);
  return created({
    token: token.value,
    expires_at: new Date(token.expiresAt).toISOString().replace(/\.\d+Z$/, "Z"),
    permissions: token.installation.permissions,
    repository_selection: token.installation.selection,
    ...(repositories === undefined ? {} : { repositories: repositories.map(repositoryJson) }),
  });
}

function repositoriesOf(
  { registry }: Services,
  installation: Installation,
  body: RestRequest["body"],
): readonly Repository[] | undefined {
  const names = texts(body, "repositories");
  const ids = texts(body, "repository_ids");
  if (names === undefined && ids === undefined) return undefined;
  const own = registry.repositoriesOf(installation);
  const found = [
    ...(names ?? []).map((wanted) =>
      own.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()),
    ),
    ...(ids ?? []).map((wanted) => own.find(({ id }) => String(id) === wanted)),
  ];
  const reached = found.filter((repository) => repository !== undefined);
  if (reached.length < found.length) throw new WorldError("unprocessable", NOT_REACHED);
  return [...new Set(reached)];
}

/** Metadata comes with every token. */
function permissionsOf(installation: Installation, wanted: unknown): Permissions | undefined {
  if (typeof wanted !== "object" || wanted === null) return undefined;
  const entries = Object.entries(wanted).map(([area, level]) => {
    const isLevel = level === "read" || level === "write";
    if (!isLevel || !grants(installation.permissions, area, level)) {
      throw new WorldError("unprocessable", NOT_GRANTED);
    }
    return [area, level] as const;
  });
  return { metadata: "read", ...Object.fromEntries(entries) };
}
