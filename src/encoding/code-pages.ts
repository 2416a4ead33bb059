/**
 * The single-byte encodings that UTF-8 is mistaken for, each as a table from character to byte. Every
 * character of a table is one UTF-16 unit, so that an offset in broken text is an offset in its bytes.
 */

export interface CodePage {
  /** As people know it. */
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** Bytes without a character, which a strict reader drops: their characters are gone from the text. */
  readonly undefinedBytes: readonly number[];
}

const allBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);

function fromDecoder(name: string, label: string, undefinedBytes: readonly number[]): CodePage {
  return toCodePage(name, new TextDecoder(label).decode(allBytes), undefinedBytes);
}

function toCodePage(name: string, characters: string, undefinedBytes: readonly number[]): CodePage {
  const bytes = new Map([...characters].map((character, byte) => [character, byte] as const));
  return { name, bytes, undefinedBytes };
}

export const codePages: readonly CodePage[] = [
  fromDecoder("Mac OS Roman", "macintosh", []),
  fromDecoder("Windows-1252", "windows-1252", [0x81, 0x8d, 0x8f, 0x90, 0x9d]),
  fromDecoder("Windows-1254", "windows-1254", [0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e]),
  toCodePage("Latin-1", String.fromCharCode(...allBytes), []),
];

/** One byte for each UTF-16 unit, or null where a character is not of this page. */
export function encode(text: string, { bytes }: CodePage): Uint8Array | null {
  const encoded = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const byte = unit < 0x80 ? unit : bytes.get(text.charAt(at));
    if (byte === undefined) return null;
    encoded[at] = byte;
  }
  return encoded;
}
