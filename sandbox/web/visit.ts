/** One look at an exhibit: who looks, at what, and what is to be said. */
import type { Context } from "hono";
import type { Issue, Repository, Role } from "../world/model.ts";
import { reaches } from "../world/roles.ts";
import type { Person } from "../world/world.ts";
import { WorldError } from "../world/world-error.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Notice } from "./notices.ts";
import type { Site } from "./site.ts";
import { viewerOf } from "./viewer.ts";

export interface Visit {
  readonly site: Site;
  readonly exhibit: Exhibit;
  readonly repository: Repository;
  /** Path of the repository's page, `/owner/name`. */
  readonly home: string;
  readonly viewer: string;
  readonly address: URL;
  readonly notice: Notice | undefined;
}

/** Undefined where no such repository is shown. */
export function visitOf(site: Site, context: Context): Visit | undefined {
  const exhibit = site.find(`${context.req.param("owner")}/${context.req.param("name")}`);
  if (exhibit === undefined) return undefined;
  const repository = exhibit.sandbox.world.repository(exhibit.repository);
  return {
    ...{ site, exhibit, repository, home: `/${repository.nameWithOwner}` },
    viewer: viewerOf(context),
    address: new URL(context.req.url),
    notice: site.notices.find(context.req.query("notice")),
  };
}

/** The visitor at the web site of the sandbox. */
export function personOf({ exhibit, viewer }: Visit): Person {
  return exhibit.sandbox.world.as(viewer);
}

/** Whether the visitor's role reaches another. */
export function may({ exhibit, repository, viewer }: Visit, needed: Role): boolean {
  return reaches(exhibit.sandbox.world.roleOf(repository, viewer), needed);
}

/** Undefined where there is none of that number. */
export function findIssue({ repository }: Visit, number: string | undefined): Issue | undefined {
  return repository.issues.get(Number(number));
}

/** The words of a refusal; throws anything else. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof WorldError)) throw error;
  const details = error.errors.map(({ field, code, message }) => message ?? `${field}: ${code}`);
  return [error.message, ...details.filter((detail) => detail !== error.message)].join(". ");
}
