// Lines that list, and those that are prose: one may be written to, the other merely mentions.

const listing = /^(?:>?\s*)(?:[-*+]\s|\d{1,9}[.)]\s|\*\*|\[[ xX]\]|#\d|#{1,6}\s|[✅☑✔🔨🚧📋⏸⛔])/u;

/** Of the line that holds this offset. */
export function isListing(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return listing.test(text.slice(start, start + 200));
}

export function lineStart(text: string, offset: number): number {
  const from = offset - 1;
  if (from < 0) return 0;
  return Math.max(text.lastIndexOf("\n", from), text.lastIndexOf("\r", from)) + 1;
}
