/**
 * One GraphQL call, with its faults sorted: a part that is missing or may not be read stays null in the
 * answer, everything else is thrown as one of the engine's errors.
 */
import type { Octokit } from "./octokit.ts";
import { type GraphqlFault, translateError } from "./translate-error.ts";

type Variables = Readonly<Record<string, unknown>>;

/** Null parts are only accepted below the repository: without that there is no answer at all. */
export async function queryGraphql<Answer>(
  octokit: Octokit,
  query: string,
  variables: Variables,
  during: "read" | "write" = "read",
): Promise<Answer> {
  try {
    return await octokit.graphql<Answer>(query, variables);
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
    return await octokit.graphql<Answer>(mutation, { input });
  } catch (error) {
    throw translateError(error, "write");
  }
}

function findPartialAnswer<Answer>(error: unknown): Answer | undefined {
  const { errors, data } = error as { errors?: readonly GraphqlFault[]; data?: Answer | null };
  if (!Array.isArray(errors) || !data) return undefined;
  const hasRoot = Object.entries(data).every(([, part]) => part !== null);
  return hasRoot && errors.every(isPartOnly) ? data : undefined;
}

/** `repository.issue12` may be missing; what may not be read lies deeper, in another repository. */
function isPartOnly({ type, path = [] }: GraphqlFault): boolean {
  return (type === "NOT_FOUND" && path.length >= 2) || (type === "FORBIDDEN" && path.length >= 4);
}
