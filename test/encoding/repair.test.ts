import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import { applyRepair, findRepair } from "../../src/encoding/repair.ts";

const read = (path: string) =>
  readFileSync(new URL(`../cases/${path}.md`, import.meta.url), "utf8");

describe("text in a broken encoding", () => {
  test.each([
    ["m2-data-foundations", "Mac OS Roman", 0],
    ["plan-47-data-quality", "Windows-1254", 343],
    ["sprint-1-ingestion", "Mac OS Roman", 0],
  ])("%s is mended byte for byte, and then is left alone", (name, codePage, refilled) => {
    const broken = read(`encodings/${name}`);
    const repair = findRepair(broken);
    expect(repair).toMatchObject({ codePage, refilled, left: 0 });
    const mended = repair && applyRepair(broken, repair);
    expect(mended).toBe(read(`plans/${name}`));
    expect(findRepair(mended ?? "")).toBeNull();
  });

  test.each([
    "phase-5-status",
    "database-roadmap",
    "m2-data-foundations",
    "plan-47-data-quality",
    "sprint-1-ingestion",
  ])("%s has nothing to mend", (name) => {
    expect(findRepair(read(`plans/${name}`))).toBeNull();
  });

  test.each([
    ["ASCII", "# Plan\n- [x] #4\n"],
    ["French", "Déjà vu à l'été: ça marche, où êtes-vous? ÇA, ÉTÉ\n"],
    ["Turkish capitals", "ÜRÜN LİSTESİ, ÖĞE, ŞİŞE, ÇIKIŞ\n"],
    ["German", "Größe, Öl, ÜBER, Straße\n"],
    ["Portuguese capitals", "INGESTÃO E OPERAÇÃO\n"],
    ["Icelandic", "ÞAÐ ER GÓÐUR DAGUR, ÍSLAND\n"],
    ["marks", "✅ done → 🔨 – “quoted”\n"],
    ["mojibake that is spoken of beside what it should be", "`âœ…` was ✅ once\n"],
  ])("clean text in %s has nothing to mend", (_, text) => {
    expect(findRepair(text)).toBeNull();
  });

  test.each([
    ["Windows-1252", "âœ… done â€“ 39/50", "✅ done – 39/50"],
    ["Mac OS Roman", "\ufeff‚úÖ done", "\ufeff✅ done"],
    ["Windows-1252", "TÃ©lÃ©mÃ©trie", "Télémétrie"],
  ])("a text taken for %s comes back", (codePage, broken, mended) => {
    const repair = findRepair(broken);
    expect(repair?.codePage).toBe(codePage);
    expect(repair && applyRepair(broken, repair)).toBe(mended);
  });

  test("a character that lost a byte and may have been several stays, and is counted", () => {
    const broken = "âœ… âœ… Ã nna\n";
    const repair = findRepair(broken.replace("Ã ", "Ã"));
    expect(repair).toMatchObject({ refilled: 0, left: 1 });
  });

  const words = fc.string({ unit: fc.constantFrom(..."ab #12/→✅🔨é–ãñ⚠\n"), minLength: 1 });
  test.each([["macintosh"], ["windows-1252"]])(
    "whatever was taken for %s comes back, and once is enough",
    (label) => {
      fc.assert(
        fc.property(words, (text) => {
          const broken = new TextDecoder(label, { ignoreBOM: true }).decode(
            new TextEncoder().encode(text),
          );
          const repair = findRepair(broken);
          expect(repair === null ? broken : applyRepair(broken, repair)).toBe(text);
          expect(findRepair(text)).toBeNull();
        }),
      );
    },
  );
});
