/** Files the pages load: ours, and Mermaid as its package ships it. Nothing comes from elsewhere. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OURS = fileURLToPath(new URL("./assets/", import.meta.url));
const require = createRequire(import.meta.url);
const MERMAID = join(dirname(require.resolve("mermaid")), "/");

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** A file of `assets/`; undefined where there is none. */
export function ownAsset(name: string): Promise<Response | undefined> {
  if (!/^[a-z-]+\.(?:css|js|svg)$/.test(name)) return Promise.resolve(undefined);
  return serve(join(OURS, name), { "cache-control": "no-cache" });
}

/** Mermaid's module or one of its parts. */
export function mermaidAsset(name: string): Promise<Response | undefined> {
  const isPart = /^(?:mermaid\.esm\.min|chunks\/mermaid\.esm\.min\/[\w-]+)\.mjs$/.test(name);
  if (!isPart) return Promise.resolve(undefined);
  return serve(join(MERMAID, name), { "cache-control": "max-age=86400" });
}

/** Any origin may have them: the frame that draws diagrams has none of its own. */
async function serve(
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response | undefined> {
  const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || type === undefined) return undefined;
  return new Response(bytes, {
    headers: { ...headers, "content-type": type, "access-control-allow-origin": "*" },
  });
}
