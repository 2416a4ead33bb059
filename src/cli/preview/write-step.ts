/** One step of a preview as files: what stands on each surface, what was said, what it cost. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { renderPlanExport } from "../../render/plan-export.ts";
import type { Playground } from "../play/playground.ts";
import { readSurfaces } from "../play/read-surfaces.ts";

/** `mark` is the number of API calls before the step. */
export async function writeStep(
  folder: string,
  playground: Playground,
  mark: number,
): Promise<void> {
  const { statusIssue, documents, comments } = readSurfaces(playground);
  const plan = playground.plan();
  const calls = playground.sandbox.calls
    .since(mark)
    .map(({ kind, name, status, cost }) => ({ kind, name, status, cost }));
  await write(folder, "status-issue.md", statusIssue?.body ?? "");
  if (plan) await write(folder, "plan.json", renderPlanExport(plan));
  await write(folder, "comments.json", json(comments));
  await write(folder, "api.json", json(calls));
  await mkdir(join(folder, "documents"), { recursive: true });
  for (const [path, bytes] of documents) await write(folder, join("documents", path), bytes);
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
