/** Texts of people at the end of a sentence. */

/** With a full stop, unless it ends by itself. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
