/** All files below a folder, hidden ones too, by their path with forward slashes. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { InputError } from "./input-error.ts";

export async function readFolder(folder: string): Promise<Record<string, Uint8Array>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const read = files.map(async (entry): Promise<[string, Uint8Array]> => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join("/"), await readFile(path)];
    });
    return Object.fromEntries(await Promise.all(read));
  } catch (error) {
    throw new InputError(`The folder ${folder} can't be read: ${(error as Error).message}`);
  }
}
