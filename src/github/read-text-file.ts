/** A text file of any repository that an installation may read, in one call. */
import type { ObservedText } from "../domain/observation.ts";
import { GoneError, RefusedError } from "../engine/errors.ts";
import type { FileEntry } from "./answer.ts";
import { queryGraphql } from "./call-graphql.ts";
import type { Octokit } from "./octokit.ts";
import { textFileQuery } from "./repository-query.ts";
import { isRegularFile } from "./to-observation.ts";

interface TextEntry extends Pick<FileEntry, "type" | "mode"> {
  /** Without a text where the file is binary. */
  readonly object: { readonly text?: string | null } | null;
}

interface TextFileAnswer {
  readonly repository: {
    readonly isPrivate: boolean;
    readonly defaultBranchRef: {
      readonly target: { readonly file?: TextEntry | null } | null;
    } | null;
  };
}

/** Null for all that is no readable text. GitHub cuts it at 512,000 bytes, more than settings may have. */
export async function readTextFile(
  octokit: Octokit,
  { repository, path }: { readonly repository: string; readonly path: string },
): Promise<ObservedText | null> {
  const [owner, name] = repository.split("/");
  const answer = await findAnswer(octokit, { owner, name, path });
  const file = answer?.repository.defaultBranchRef?.target?.file;
  const text = file && isRegularFile(file) ? file.object?.text : null;
  return answer && typeof text === "string"
    ? { text, isPrivate: answer.repository.isPrivate }
    : null;
}

async function findAnswer(
  octokit: Octokit,
  variables: Readonly<Record<string, unknown>>,
): Promise<TextFileAnswer | null> {
  try {
    return await queryGraphql<TextFileAnswer>(octokit, textFileQuery, variables);
  } catch (error) {
    if (error instanceof GoneError || error instanceof RefusedError) return null;
    throw error;
  }
}
