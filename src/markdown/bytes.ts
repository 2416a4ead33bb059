// Bytes and strings. `decodeText` and `encodeText` are exact inverses for any bytes: a byte that is not
// valid UTF-8 becomes the lone surrogate U+DC00 + byte, and such a surrogate becomes that byte again.
// Well-formed text never holds one, so what was read equals a wanted text only if its bytes do.

const escapeBase = 0xdc00;
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** One UTF-16 unit per byte; ASCII stands for itself. For finding structure by byte offset. */
export function decodeBytewise(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

/** UTF-8 to a string; bytes that are not UTF-8 become lone surrogates (see `escapeByte`). */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return decodeWithEscapes(bytes);
  }
}

/** A string to UTF-8; escaped bytes become bytes again, any other lone surrogate U+FFFD. */
export function encodeText(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const parts = text.split(/([\uDC00-\uDCFF]+)/u); // text and escaped bytes in turn
  return concatBytes(
    parts.map((part, index) =>
      index % 2 === 1 ? Uint8Array.from(part, unescapeByte) : encoder.encode(part),
    ),
  );
}

/** The lone surrogate that stands for a raw byte. */
export function escapeByte(byte: number): string {
  return String.fromCharCode(escapeBase + byte);
}

/** The text starts with an escaped byte. */
export function startsEscaped(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit >= escapeBase && unit <= escapeBase + 0xff;
}

/** The byte sequences, one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

function unescapeByte(unit: string): number {
  return unit.charCodeAt(0) - escapeBase;
}

// Some UTF-8 sequences, over a string with one unit per byte (Unicode 17, table 3-7).
const sequences = new RegExp(
  `(?:${[
    "[\\x00-\\x7f]",
    "[\\xc2-\\xdf][\\x80-\\xbf]",
    "\\xe0[\\xa0-\\xbf][\\x80-\\xbf]",
    "[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}",
    "\\xed[\\x80-\\x9f][\\x80-\\xbf]",
    "\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}",
    "[\\xf1-\\xf3][\\x80-\\xbf]{3}",
    "\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}",
  ].join("|")}){1,1000}`,
  "y",
);

function decodeWithEscapes(bytes: Uint8Array): string {
  const units = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const parts: string[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    sequences.lastIndex = offset;
    const length = sequences.exec(units)?.[0].length;
    const end = offset + (length ?? 1);
    parts.push(
      length === undefined
        ? escapeByte(bytes[offset] ?? 0)
        : strictDecoder.decode(bytes.subarray(offset, end)),
    );
    offset = end;
  }
  return parts.join("");
}
