// The byte encodings that UTF-8 text is wrongly read in. The platform decodes them but encodes none, so the
// way back is a table made by decoding each byte.

export interface CodePage {
  /** As people call it. */
  readonly name: string;
  /** The byte of each character. */
  readonly bytes: ReadonlyMap<string, number>;
  /** Bytes without a character, which some programs drop. */
  readonly undefinedBytes: readonly number[];
}

export const codePages: readonly CodePage[] = [
  codePage("Mac OS Roman", "macintosh", []),
  codePage("Windows-1252", "windows-1252", [0x81, 0x8d, 0x8f, 0x90, 0x9d]),
  codePage("Windows-1254", "windows-1254", [0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e]),
  { name: "Latin-1", bytes: new Map(allBytes().map(latinPair)), undefinedBytes: [] },
];

/** The bytes that the text was before it was read in this code page; null where that was another one. */
export function encodeIn({ bytes }: CodePage, text: string): Uint8Array | null {
  const encoded = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = bytes.get(text.charAt(index));
    if (byte === undefined) return null;
    encoded[index] = byte;
  }
  return encoded;
}

function codePage(name: string, label: string, undefinedBytes: readonly number[]): CodePage {
  const characters = new TextDecoder(label).decode(Uint8Array.from(allBytes()));
  const bytes = new Map(Array.from(characters, (character, byte) => [character, byte]));
  return { name, bytes, undefinedBytes };
}

function latinPair(byte: number): readonly [string, number] {
  return [String.fromCharCode(byte), byte];
}

function allBytes(): readonly number[] {
  return Array.from({ length: 256 }, (_, byte) => byte);
}
