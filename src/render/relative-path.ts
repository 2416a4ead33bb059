/** Links from one file of a repository to another. */

/** "./b.md", "../status/a%20b.md": the way from the folder of `from` to `to`, as a link's target. */
export function relativePath(from: string, to: string): string {
  const start = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < start.length && shared < target.length - 1 && start[shared] === target[shared]) {
    shared += 1;
  }
  const up = start.slice(shared).map(() => "..");
  const down = target.slice(shared).map(encodeSegment);
  return [...(up.length === 0 ? ["."] : up), ...down].join("/");
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
