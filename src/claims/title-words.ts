// When the words of a document are those of a title: emphasis, code marks, spaces and capitals make no difference.

/** What two texts have in common that say the same title; every other sign counts: "C++" is not "C#". */
export function titleWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("`", "")
    .replace(/(?<![\p{L}\p{N}])[*_]+|[*_]+(?![\p{L}\p{N}])/gu, "")
    .replace(/\s+/g, " ")
    .replace(/[\s:]+$/, "")
    .trim()
    .toLowerCase();
}
