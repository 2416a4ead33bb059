/** Git's own object ids: SHA-1 over `<type> <length>\0` and the bytes, as real Git computes them. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { FileEntry } from "./model.ts";

export type GitObjectType = "blob" | "tree" | "commit";

/** One entry of a tree; `mode` is Git's octal text without leading zeros. */
export interface TreeItem {
  readonly name: string;
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
}

/** The id of an object. */
export function objectSha(type: GitObjectType, content: Uint8Array | string): string {
  const bytes = Buffer.from(content);
  return createHash("sha1").update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The entries of one directory ("" is the root), in Git's order; undefined when there is none. */
export function listTree(
  files: ReadonlyMap<string, FileEntry>,
  directory: string,
): readonly TreeItem[] | undefined {
  const prefix = directory === "" ? "" : `${directory}/`;
  const inside = [...files].filter(([path]) => path.startsWith(prefix));
  if (inside.length === 0 && directory !== "") return undefined;
  const relative = inside.map(([path, entry]) => [path.slice(prefix.length), entry] as const);
  return treeItems(new Map(relative), prefix);
}

/** What lies in a directory at any depth, each folder before what is in it; undefined as above. */
export function listTreeDeep(
  files: ReadonlyMap<string, FileEntry>,
  directory: string,
): readonly TreeItem[] | undefined {
  return listTree(files, directory)?.flatMap((item) => {
    const inside = item.type === "tree" ? listTreeDeep(files, item.path) : [];
    return [item, ...(inside ?? [])];
  });
}

/** The id of the tree of all files. */
export function treeSha(files: ReadonlyMap<string, FileEntry>): string {
  const items = treeItems(files, "");
  const parts = items.flatMap(({ mode, name, sha }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(sha, "hex"),
  ]);
  return objectSha("tree", Buffer.concat(parts));
}

function treeItems(files: ReadonlyMap<string, FileEntry>, prefix: string): readonly TreeItem[] {
  const folders = new Map<string, Map<string, FileEntry>>();
  const items: TreeItem[] = [];
  for (const [path, entry] of files) {
    const slash = path.indexOf("/");
    if (slash < 0) items.push(fileItem(path, prefix, entry));
    else addTo(folders, path.slice(0, slash), path.slice(slash + 1), entry);
  }
  for (const [name, inside] of folders) {
    const sha = treeSha(inside);
    items.push({ name, path: `${prefix}${name}`, mode: "40000", type: "tree", sha });
  }
  return items.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function fileItem(name: string, prefix: string, entry: FileEntry): TreeItem {
  const type = entry.mode === "160000" ? "commit" : "blob";
  return { name, path: `${prefix}${name}`, mode: entry.mode, type, sha: entry.sha };
}

function addTo(
  folders: Map<string, Map<string, FileEntry>>,
  folder: string,
  rest: string,
  entry: FileEntry,
): void {
  const inside = folders.get(folder) ?? new Map<string, FileEntry>();
  inside.set(rest, entry);
  folders.set(folder, inside);
}

function sortKey(item: TreeItem): string {
  return item.type === "tree" ? `${item.name}/` : item.name;
}
