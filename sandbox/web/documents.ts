/** Files of a repository as pages show them. */
import { Buffer, isUtf8 } from "node:buffer";
import type { Commit, Repository } from "../world/model.ts";
import type { World } from "../world/world.ts";

/** Markdown files, without those of the host itself. */
export function documentPaths(world: World, repository: Repository): readonly string[] {
  return world
    .paths(repository)
    .filter((path) => isMarkdown(path) && !path.startsWith(".github/"))
    .sort();
}

export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** A path as part of an address. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** A file at a commit; undefined where there is none. */
export function bytesAt({ files, repository }: Commit, path: string): Uint8Array | undefined {
  const entry = files.get(path);
  return entry === undefined ? undefined : repository.blobs.get(entry.sha);
}

/** As UTF-8; undefined where the bytes are none. */
export function textOf(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? Buffer.from(bytes).toString("utf8") : undefined;
}
