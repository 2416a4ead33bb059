/**
 * `milepost init OWNER/REPO`: settings and plan documents to start with, filled from what is in the
 * repository, as files in a checkout of it. Nothing is written on GitHub, and no file is overwritten.
 */
import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemClock } from "../../app/system-clock.ts";
import { createMemoryCache } from "../../backends/memory/memory-cache.ts";
import { configPath } from "../../config/settings-file.ts";
import { dayOf } from "../../domain/calendar.ts";
import type { FileChange } from "../../engine/change.ts";
import { draftStart } from "../../engine/draft-start.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { readSources, type SyncSources } from "../../engine/read-sources.ts";
import type { GithubAccess } from "../github-access.ts";
import { InputError } from "../input-error.ts";

interface InitOptions {
  readonly dir: string;
  readonly print: (line: string) => void;
}

/** Throws an InputError where nothing can be written, and what reading throws. */
export async function init(
  address: RepositoryAddress,
  { reader }: Pick<GithubAccess, "reader">,
  { dir, print }: InitOptions,
): Promise<void> {
  const ports = { reader, cache: createMemoryCache() };
  const sources = await readSources(ports, address, [{ kind: "everything" }]);
  const today = dayOf(systemClock.now(), sources.config.timezone);
  const start = await draftStart(reader, address, sources, today);
  if (start === null) throw new InputError(reasonForNone(address, sources));
  const files = start(today);
  await refuseToOverwrite(files, sources, dir);
  for (const { path, bytes } of files) {
    const target = join(dir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    print(`wrote ${target}`);
  }
  print(
    "Read them, write down what only you know, and commit them to the default branch. Milepost keeps what stands between its markers.",
  );
}

/** The settings are taken from the repository and only added to; all other files are new there. */
async function refuseToOverwrite(
  files: readonly FileChange[],
  { hasConfigFile }: SyncSources,
  dir: string,
): Promise<void> {
  const fresh = files.filter(({ path }) => !(hasConfigFile && path === configPath));
  const present: string[] = [];
  for (const { path } of fresh) if (await exists(join(dir, path))) present.push(path);
  if (present.length === 0) return;
  throw new InputError(
    `${dir} holds ${present.join(", ")} already, so nothing was written. Move ${present.length === 1 ? "it" : "them"} away, or name another folder with --dir.`,
  );
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function reasonForNone({ owner, name }: RepositoryAddress, sources: SyncSources): string {
  const { choice, configErrors } = sources;
  const [error] = configErrors;
  if (error) {
    return `${owner}/${name}: ${error.file ?? configPath}, line ${error.line}: ${error.message} Correct it first.`;
  }
  const [document] = choice.configured;
  if (document) {
    return `${owner}/${name} has plan documents already: ${configPath} names ${document.path}. Nothing was written.`;
  }
  return `${owner}/${name} has no open milestone with issues in it that lacks a document, so there is nothing to start with. Create a milestone and give it issues, then run this again.`;
}
