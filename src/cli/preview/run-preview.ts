/** Which of the two previews is meant: of a repository, or of a plan in a file. */
import { accessGithub, parseRepository } from "../github-access.ts";
import { InputError } from "../input-error.ts";
import { type PreviewOptions, preview } from "./preview.ts";
import { previewRepository } from "./preview-repository.ts";

/** Throws an InputError where neither or half of one is given. */
export async function runPreview(
  repository: string | undefined,
  { spec, out, ...more }: Partial<PreviewOptions>,
  print: (line: string) => void,
): Promise<void> {
  if (repository !== undefined && spec === undefined) {
    return previewRepository(parseRepository(repository), accessGithub(process.env), print);
  }
  if (repository !== undefined || spec === undefined || out === undefined) {
    throw new InputError(
      "Say what to preview: OWNER/REPO (with GH_TOKEN), or --spec FILE together with --out DIR.",
    );
  }
  return preview({ spec, out, ...more }, print);
}
