/**
 * One GraphQL call, with its faults sorted: a part that is missing or may not be read stays null in the
 * answer, everything else is thrown as one of the engine's errors.
 */
import type { Octokit } from "./octokit.ts";
import { type GraphqlFault, translateError } from "./translate-error.ts";

type Variables = Readonly<Record<string, unknown>>;

/**
 * Null parts are accepted below the repository, without which there is no answer at all; and a `node` that
 * is gone is null too.
 */
export async function queryGraphql<Answer>(
  octokit: Octokit,
  query: string,
  variables: Variables,
  during: "read" | "write" = "read",
): Promise<Answer> {
  try {
    return await call<Answer>(octokit, query, variables);
  } catch (error) {
    const partial = findPartialAnswer<Answer>(error);
    if (partial) return partial;
    throw translateError(error, during);
  }
}

export async function mutateGraphql<Answer>(
  octokit: Octokit,
  mutation: string,
  input: object,
): Promise<Answer> {
  try {
    return await call<Answer>(octokit, mutation, { input });
  } catch (error) {
    throw translateError(error, "write");
  }
}

/** Several mutations in one call: those beside `needed` may fail. */
export async function mutateGraphqlInParts<Answer extends object>(
  octokit: Octokit,
  mutation: string,
  variables: Variables,
  needed: keyof Answer & string,
): Promise<Answer> {
  try {
    return await call<Answer>(octokit, mutation, variables);
  } catch (error) {
    const { data } = error as { data?: Answer | null };
    if (data?.[needed]) return data;
    throw translateError(error, "write");
  }
}

/** Octokit hands the answer on as `fetchInFull` parsed it. */
function call<Answer>(octokit: Octokit, query: string, variables: Variables): Promise<Answer> {
  return octokit.graphql(query, { ...variables, request: { parseSuccessResponseBody: false } });
}

/** What a sync can do without: its pull request, the history of a body. */
const dispensable: ReadonlySet<string> = new Set(["proposals", "userContentEdits"]);

function findPartialAnswer<Answer>(error: unknown): Answer | undefined {
  const { errors, data } = error as { errors?: readonly GraphqlFault[]; data?: Answer | null };
  if (!Array.isArray(errors) || !data) return undefined;
  const hasRoot = Object.entries(data).every(([name, part]) => part !== null || name === "node");
  return hasRoot && errors.every((fault) => isPartOnly(fault, data)) ? data : undefined;
}

/**
 * `repository.issue12` may be missing; what may not be read lies deeper, in another repository. What is
 * asked for by node id stands for itself.
 */
function isPartOnly({ type = "", path = [] }: GraphqlFault, data: object): boolean {
  const root: unknown = Object.entries(data).find(([name]) => name === path[0])?.[1];
  if (path[0] === "node" && type === "NOT_FOUND") return true;
  if (type === "FORBIDDEN" && dispensable.has(String(path[1]))) return true;
  if (Array.isArray(root)) return /^(NOT_FOUND|FORBIDDEN)$/.test(type);
  return (type === "NOT_FOUND" && path.length >= 2) || (type === "FORBIDDEN" && path.length >= 4);
}
