// Lines that list, and those that are prose: one may be written to, the other merely mentions.

const listing = /^(?:>?\s*)(?:[-*+]\s|\d{1,9}[.)]\s|\*\*|\[[ xX]\]|#\d|#{1,6}\s|[✅☑✔🔨🚧📋⏸⛔])/u;

/** Of the line that holds this offset. */
export function isListing(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return listing.test(text.slice(start, start + 200));
}

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start -= 1;
  return start;
}
