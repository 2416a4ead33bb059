// Shared by the tests of regions: bytes as strings of one unit per byte, easy to write and to compare.

import { findRegions } from "../../src/markdown/regions.ts";

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}

export function unitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

export function problemsOf(text: string): readonly string[] {
  return findRegions(bytesOf(text)).problems.map((p) => `${p.line} ${p.kind}: ${p.message}`);
}
