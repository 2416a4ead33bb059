/** `:tada:` is an emoji everywhere but in code. */
import { nameToEmoji } from "gemoji";
import type { Root } from "hast";
import { visitWords } from "./visit-words.ts";

export function showEmoji(tree: Root): void {
  visitWords(tree, ["code", "pre"], (text) => {
    const value = text.replace(/:([a-z0-9_+-]+):/gi, (word, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? word) : word,
    );
    return value === text ? undefined : [{ type: "text", value }];
  });
}
