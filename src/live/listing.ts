// Lines that list, and those that are prose: one may be written to, the other merely mentions.

const listing = /^(?:>?\s*)(?:[-*+]\s|\d{1,9}[.)]\s|\*\*|\[[ xX]\]|#\d|#{1,6}\s|[✅☑✔🔨🚧📋⏸⛔])/u;

/** Of the line that holds this offset. */
export function isListing(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return listing.test(text.slice(start, start + 200));
}

/** What was asked for last: who asks for thousands of places in one line goes through it once. */
let latest = { text: "", offset: 0, start: 0 };

export function lineStart(text: string, offset: number): number {
  const known = latest.text === text ? latest.offset : 0;
  let start = offset;
  while (start > 0 && start !== known && text[start - 1] !== "\n" && text[start - 1] !== "\r") {
    start -= 1;
  }
  if (start === known && known > 0) start = latest.start;
  latest = { text, offset, start };
  return start;
}
