/** The markers of a region that a document starts with. */
export function region(block: string, options: Readonly<Record<string, string>> = {}): string {
  const words = Object.entries(options).map(([name, value]) => ` ${name}=${value}`);
  return `<!-- milepost:${block}${words.join("")} -->\n<!-- milepost:end -->`;
}

/** Paragraphs of a document, those that there is no reason for left out. */
export function page(...paragraphs: readonly (string | false)[]): string {
  return `${paragraphs.filter((one) => one !== false).join("\n\n")}\n`;
}
