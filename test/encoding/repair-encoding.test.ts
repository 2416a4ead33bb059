import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { repairEncoding } from "../../src/encoding/repair-encoding.ts";

const folder = new URL("../cases/encodings/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

const broken = [
  ["m2-data-foundations", "Mac OS Roman", 0],
  ["plan-47-data-quality", "Windows-1254", 343],
  ["sprint-1-ingestion", "Mac OS Roman", 0],
] as const;
const clean = ["phase-5-status", "database-roadmap", ...broken.map(([name]) => name)];

describe("text read in a wrong encoding", () => {
  test.each(broken)("%s is restored to the byte from %s", (name, encoding, refilled) => {
    expect(repairEncoding(read(`${name}.txt`))).toEqual({
      encoding,
      refilled,
      text: read(`${name}.md`),
    });
  });

  test("what was refilled breaks again into exactly what it was", () => {
    const dropped = /[\u{81}\u{8D}\u{8E}\u{8F}\u{90}\u{9D}\u{9E}]/gu;
    const bytes = new TextEncoder().encode(read("plan-47-data-quality.md"));
    const again = new TextDecoder("windows-1254").decode(bytes).replace(dropped, "");
    expect(again).toBe(read("plan-47-data-quality.txt"));
  });

  test.each(clean)("%s is clean and stays as it is", (name) => {
    expect(repairEncoding(read(`${name}.md`))).toBeNull();
  });

  test.each(["macintosh", "windows-1252", "windows-1254"])(
    "any text read as %s is restored, once and no further",
    (label) => {
      const words = fc.array(
        fc.constantFrom("Plan", "done ✅", "–", "café", "→", "naïve", "Ziel ü", "🎉"),
        { minLength: 1 },
      );
      fc.assert(
        fc.property(words, (parts) => {
          const text = parts.join(" ");
          const read = new TextDecoder(label).decode(new TextEncoder().encode(text));
          const repaired = repairEncoding(read)?.text ?? read;
          expect(repaired).toBe(text);
          expect(repairEncoding(repaired)).toBeNull();
        }),
      );
    },
  );

  test.each([
    ["ASCII", "# Plan\n\n- [x] #4 done\n"],
    ["French", "Prêt à l’été : déjà fait, où ça ? Ça marche…"],
    ["German", "Größe, Übersicht und Maßnahmen – fertig"],
    ["Turkish", "Şimdi değil, ığdır"],
    ["Portuguese", "Ingestão operacional, não há exceções"],
    ["Japanese and marks", "計画 ✅ → 🔴"],
    ["a sentence about broken text", "é was shown as Ã© in the title → fixed"],
  ])("%s is never touched", (_, text) => {
    expect(repairEncoding(text)).toBeNull();
  });

  test("what lost a byte and could have been anything is left alone", () => {
    expect(repairEncoding("âœ… and âš")).toBeNull();
  });
});
