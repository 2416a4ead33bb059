/** The bytes of a file, as something that a browser shows and never runs. */
import { bytesAt } from "./documents.ts";
import { commitAt } from "./pages/file-page.ts";
import type { Visit } from "./visit.ts";

const PICTURES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  // A picture by itself, opened in a tab, is a document that may hold scripts: the policy stops them.
  svg: "image/svg+xml",
};

export function rawFile(visit: Visit, branch: string, path: string): Response | undefined {
  const commit = commitAt(visit, branch);
  const bytes = commit && bytesAt(commit, path);
  if (bytes === undefined) return undefined;
  const type = PICTURES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "content-type": type ?? "text/plain; charset=utf-8",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
