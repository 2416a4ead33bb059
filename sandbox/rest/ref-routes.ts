/** Branches as Git's references: read, make, move, delete. */
import { repositoryApi } from "../shapes/addresses.ts";
import type { Ref, Repository } from "../world/model.ts";
import { createRef, deleteRef, moveRef } from "../world/refs.ts";
import { WorldError } from "../world/world-error.ts";
import { requiredText } from "./body.ts";
import { page } from "./paging.ts";
import {
  created,
  enter,
  noContent,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const GIT = "/repos/{owner}/{repo}/git";
const READ = ["contents", "read"] as const;
const WRITE = ["contents", "write"] as const;

export const refRoutes: readonly RestRoute[] = [
  { method: "GET", template: `${GIT}/ref/{ref}`, access: READ, handle: read },
  { method: "GET", template: `${GIT}/matching-refs/{ref}`, access: READ, handle: list },
  { method: "POST", template: `${GIT}/refs`, access: WRITE, handle: add },
  { method: "PATCH", template: `${GIT}/refs/{ref}`, access: WRITE, handle: move },
  { method: "DELETE", template: `${GIT}/refs/{ref}`, access: WRITE, handle: drop },
];

function refJson(ref: Ref): Record<string, unknown> {
  const { sha } = ref.target;
  const api = repositoryApi(ref.repository);
  return {
    ref: `refs/heads/${ref.name}`,
    node_id: ref.nodeId,
    url: `${api}/git/refs/heads/${ref.name}`,
    object: { sha, type: "commit", url: `${api}/git/commits/${sha}` },
  };
}

function nameOf({ params }: RestRequest): string {
  return (params.ref ?? "").replace(/^heads\//, "");
}

function read(request: RestRequest): RestReply {
  const ref = enter(request).repository.refs.get(nameOf(request));
  if (ref === undefined) throw new WorldError("not-found", "Not Found");
  return ok(refJson(ref));
}

function list(request: RestRequest): RestReply {
  const wanted = nameOf(request);
  const refs = [...enter(request).repository.refs.values()];
  return page(
    request,
    refs.filter(({ name }) => name.startsWith(wanted)),
    refJson,
  );
}

function targetOf({ commits }: Repository, request: RestRequest) {
  const target = commits.get(requiredText(request.body, "sha", "Reference"));
  if (target === undefined) throw new WorldError("unprocessable", "Object does not exist");
  return target;
}

function add(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const full = requiredText(request.body, "ref", "Reference");
  const [, name] = /^refs\/heads\/(.+)$/.exec(full) ?? [];
  if (name === undefined) {
    throw new WorldError("unprocessable", `${full} is not a valid ref name.`);
  }
  const target = targetOf(repository, request);
  return created(refJson(createRef(services.state, actor, repository, { name, target })));
}

function existing(request: RestRequest) {
  const entry = enter(request);
  const ref = entry.repository.refs.get(nameOf(request));
  if (ref === undefined) throw new WorldError("unprocessable", "Reference does not exist");
  return { ...entry, ref };
}

function move(request: RestRequest): RestReply {
  const { services, actor, repository, ref } = existing(request);
  const target = targetOf(repository, request);
  moveRef(services.state, actor, ref, target, request.body.force === true);
  return ok(refJson(ref));
}

function drop(request: RestRequest): RestReply {
  const { services, actor, ref } = existing(request);
  deleteRef(services.state, actor, ref);
  return noContent();
}
