/** What a pull request changes: its head against where it left its base. */
import { Buffer } from "node:buffer";
import { structuredPatch } from "diff";
import type { Commit, FileEntry, PullRequest } from "./model.ts";

export interface FileDifference {
  readonly path: string;
  readonly status: "added" | "removed" | "modified";
  /** The blob at the head; before it where the file was removed. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** The hunks, where both sides are text. */
  readonly patch: string | undefined;
}

/** The differing files, by path. */
export function pullChanges({ headCommit, baseCommit }: PullRequest): readonly FileDifference[] {
  const before = mergeBase(headCommit, baseCommit)?.files ?? new Map<string, FileEntry>();
  const after = headCommit.files;
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [earlier, later] = [before.get(path), after.get(path)];
    if (earlier?.sha === later?.sha && earlier?.mode === later?.mode) return [];
    return [difference(headCommit, path, earlier, later)];
  });
}

function difference(
  { repository }: Commit,
  path: string,
  earlier: FileEntry | undefined,
  later: FileEntry | undefined,
): FileDifference {
  const textOf = (entry: FileEntry | undefined) =>
    Buffer.from((entry && repository.blobs.get(entry.sha)) ?? "").toString("utf8");
  const texts = [textOf(earlier), textOf(later)] as const;
  const status = earlier === undefined ? "added" : later === undefined ? "removed" : "modified";
  const sha = later?.sha ?? earlier?.sha ?? "";
  if (texts.some((text) => text.includes("\0"))) {
    return { path, status, sha, additions: 0, deletions: 0, patch: undefined };
  }
  const { hunks } = structuredPatch(path, path, texts[0], texts[1]);
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  const patch = hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines: own }) => {
      const head = `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`;
      return [head, ...own].join("\n");
    })
    .join("\n");
  return { path, status, sha, additions: count("+"), deletions: count("-"), patch };
}

/** As Git prints it: an empty side stands before its line, a single line has no count. */
function range(start: number, lines: number): string {
  if (lines === 0) return `${start - 1},0`;
  return lines === 1 ? `${start}` : `${start},${lines}`;
}

/** The nearest commit both have. */
function mergeBase(one: Commit, other: Commit): Commit | undefined {
  const known = new Set([other]);
  for (const commit of known) for (const parent of commit.parents) known.add(parent);
  const seen = new Set([one]);
  for (const commit of seen) {
    if (known.has(commit)) return commit;
    for (const parent of commit.parents) seen.add(parent);
  }
  return undefined;
}
