// The lines of a text by CommonMark's line ends: "\n", "\r\n" and "\r".

/** Most texts have one kind of line end, and to look for that takes half the time. */
export function splitLines(text: string): readonly string[] {
  return text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
}
