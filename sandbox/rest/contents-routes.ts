/** Writing one file by a commit of its own. */
import { Buffer } from "node:buffer";
import { fileCommitJson } from "../shapes/commit-json.ts";
import { commitOnBranch, type FileChange } from "../world/commits.ts";
import type { Commit, FileEntry, Ref, Repository } from "../world/model.ts";
import { invalid, WorldError } from "../world/world-error.ts";
import { requiredText, text } from "./body.ts";
import { refuse } from "./error-reply.ts";
import { fileAddresses } from "./git-routes.ts";
import {
  type Entry,
  enter,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const template = "/repos/{owner}/{repo}/contents/{path}";
const access = ["contents", "write"] as const;

export const contentsRoutes: readonly RestRoute[] = [
  { method: "PUT", template, access, handle: put },
  { method: "DELETE", template, access, handle: drop },
];

interface Place extends Entry {
  readonly path: string;
  readonly branch: Ref;
  readonly earlier: FileEntry | undefined;
}

function enterPlace(request: RestRequest): Place {
  const entry = enter(request);
  const path = (request.params.path ?? "").replace(/\/+$/, "");
  const name = text(request.body, "branch") ?? entry.repository.defaultBranch;
  const branch = entry.repository.refs.get(name);
  if (branch === undefined) throw new WorldError("not-found", `Branch ${name} not found`);
  if (path.split("/").some((part) => ["", ".", "..", ".git"].includes(part))) {
    throw new WorldError("unprocessable", "path contains a malformed path component");
  }
  requireWorkflows(entry, path);
  return { ...entry, path, branch, earlier: branch.target.files.get(path) };
}

function requireWorkflows({ installation }: Entry, path: string): void {
  const isWorkflow = path.startsWith(".github/workflows/");
  if (isWorkflow && installation.permissions.workflows !== "write") {
    throw new WorldError("forbidden", "Resource not accessible by integration");
  }
}

/** A file that is there is only changed by who names the blob it has; a new one needs none. */
function conflict({ path, earlier }: Place, sha: string | undefined): RestReply | undefined {
  if (earlier === undefined || earlier.sha === sha) return undefined;
  if (sha === undefined) return refuse(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  return refuse(409, `${path} does not match ${sha}`);
}

function put(request: RestRequest): RestReply {
  const place = enterPlace(request);
  const message = requiredText(request.body, "message", "Commit");
  const content = requiredText(request.body, "content", "Commit");
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) {
    throw invalid("Commit", "content", "invalid", "content is not valid Base64");
  }
  const refusal = conflict(place, text(request.body, "sha"));
  if (refusal !== undefined) return refusal;
  const isNew = place.earlier === undefined;
  const bytes = Buffer.from(content, "base64");
  return write(place, message, bytes, isNew ? ["create", 201] : ["update", 200]);
}

function drop(request: RestRequest): RestReply {
  const place = enterPlace(request);
  if (place.earlier === undefined) throw new WorldError("not-found", "Not Found");
  const message = requiredText(request.body, "message", "Commit");
  const refusal = conflict(place, text(request.body, "sha"));
  return refusal ?? write(place, message, null, ["delete", 200]);
}

function write(
  place: Place,
  message: string,
  change: FileChange,
  [verb, status]: readonly [string, number],
): RestReply {
  const { services, actor, repository, branch, path } = place;
  const commit = { branch: branch.name, message, changes: new Map([[path, change]]) };
  try {
    const made = commitOnBranch(services.state, actor, repository, commit);
    return {
      status,
      body: { content: fileJson(repository, path, made), commit: fileCommitJson(made) },
    };
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    // Rules on branches are conflicts here, where elsewhere they are validation errors.
    if (error.kind === "protected") return refuse(409, `Could not ${verb} file: ${error.message}`);
    if (error.kind === "rule-violation") return refuse(409, error.message);
    throw error;
  }
}

function fileJson(repository: Repository, path: string, { files }: Commit): unknown {
  const entry = files.get(path);
  if (entry === undefined) return null;
  const size = repository.blobs.get(entry.sha)?.length ?? 0;
  const name = path.split("/").at(-1);
  return { name, path, size, type: "file", ...fileAddresses(repository, path, entry.sha) };
}
