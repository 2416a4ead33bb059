/**
 * Which character a sequence was before one of its bytes was dropped. Several may have left the same
 * bytes; of those, what plan documents hold is taken, and else nothing is guessed.
 */
import type { CodePage } from "./code-pages.ts";

interface Known {
  readonly character: string;
  /** It is meant only behind this. */
  readonly behind?: RegExp;
}

/** In order: of two that left the same bytes, the first that fits. */
const known: readonly Known[] = [
  { character: "┐", behind: /[─┬]$/u },
  { character: "┐", behind: /^[^\n]*┌[^\n┐]*$/u },
  { character: "”", behind: /“[^”\n]*$/u },
  { character: "\u200d", behind: /\p{Extended_Pictographic}\ufe0f?$/u },
  ...[..."❌❓❗❤➡⏰⏱⏳⏸⏹⏩⏭⭐☐∞✏←═━”", ..."🎉🎯🎨🎬🎓🏆🏗🏃🏠🐛🐳🐘🌍👍💎📝🔍🤝", "\ufe0f"].map(
    (character) => ({ character }),
  ),
];

type Refill = (bytes: readonly number[], before: string) => string | undefined;

/** `before` is the mended text of the same line up to the sequence. */
export function refillFor({ undefinedBytes }: CodePage): Refill {
  const candidates = new Map<string, Known[]>();
  for (const one of known) {
    const bytes = [...new TextEncoder().encode(one.character)];
    const left = bytes.filter((byte) => !undefinedBytes.includes(byte));
    if (left.length !== bytes.length - 1) continue;
    const key = String(left);
    candidates.set(key, [...(candidates.get(key) ?? []), one]);
  }
  return (bytes, before) =>
    candidates.get(String(bytes))?.find(({ behind }) => behind === undefined || behind.test(before))
      ?.character;
}
