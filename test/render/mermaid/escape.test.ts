import fc from "fast-check";
import { expect, test } from "#test";
import { clipLabel, escapeMermaid } from "../../../src/render/mermaid/escape.ts";

test.each([
  ["Data Migration Script", "Data Migration Script"],
  ["#12: 39/50 (78%)", "#12#58; 39/50 (78%)"],
  ['"end"; %%{x}%%', "#34;end#34;#59; #37;#37;#123;x#125;#37;#37;"],
  ["[a] <b> `c`", "#91;a#93; #60;b#62; \u02cbc\u02cb"],
  ["$$x$$ fa:fa-bug a\\n", "#36;#8203;#36;x#36;#8203;#36; fa#58;#8203;fa-bug a#92;#8203;n"],
  ["www.evil.example v1.2", "www#8203;.evil.example v1.2"],
  ["*a* b_c", "#8202;#42;#8202;a#8202;#42;#8202; b#8203;#95;#8203;c"],
  ["Größe 日本 ✅", "Größe 日本 ✅"],
])("%s becomes %s", (text, expected) => {
  expect(escapeMermaid(text)).toBe(expected);
});

test("of any text only harmless characters and whole escapes are left", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const left = escapeMermaid(clipLabel(text, 40)).replace(/#\d+;/g, "");
      expect(left).toMatch(/^(?:[A-Za-z0-9 .,/()+-]|#(?=\d)|%(?=\))|[^\0-\x7f])*$/);
    }),
  );
});

test("a label has an end, however many accents a character carries", () => {
  expect(clipLabel(`e${"\u0301".repeat(10_000)}`, 40)).toHaveLength(80);
});
