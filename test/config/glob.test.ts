import fc from "fast-check";
import { describe, expect, test } from "#test";
import { compileGlob, literalFolder } from "../../src/config/glob.ts";

describe("a pattern", () => {
  test.each([
    ["docs/plans/*.md", "docs/plans/m2.md", true],
    ["docs/plans/*.md", "docs/plans/.md", false],
    ["docs/plans/*.md", "docs/plans/old/m1.md", false],
    ["docs/plans/*.md", "docs/plans.md", false],
    ["docs/**/*-plan.md", "docs/m2-plan.md", true],
    ["docs/**/*-plan.md", "docs/a/b/c/m2-plan.md", true],
    ["docs/**/*-plan.md", "docs/a/b/c/m2-board.md", false],
    ["docs/**/*-plan.md", "m2-plan.md", false],
    ["**/PLAN.md", "PLAN.md", true],
    ["**/PLAN.md", "teams/core/PLAN.md", true],
    ["**/PLAN.md", "teams/core/plan.md", false],
    ["**/a/**/b.md", "x/a/a/y/b.md", true],
    ["M?.md", "M2.md", true],
    ["M?.md", "M\u{1f680}.md", true],
    ["M?.md", "M.md", false],
    ["M?.md", "M10.md", false],
    ["a?b.md", "a/b.md", false],
    ["*ab*ab.md", "abab.md", true],
    ["*ab*ab.md", "ab.md", false],
    ["docs/[ab]*.md", "docs/a.md", false],
    ["docs/[ab]*.md", "docs/[ab]c.md", true],
    ["docs/(x+).md", "docs/(x+).md", true],
  ])("%s and %s: %p", (pattern, path, fits) => {
    expect(compileGlob(pattern)(path)).toBe(fits);
  });

  test.each([
    ["*.md", ".hidden.md", false],
    ["?a.md", ".a.md", false],
    ["*/a.md", ".hidden/a.md", false],
    ["**/a.md", "x/.hidden/a.md", false],
    [".h*/a.md", ".hidden/a.md", true],
    ["**/.h*/**/a.md", "x/.hidden/y/a.md", true],
  ])("finds what is hidden only by a dot of its own: %s and %s: %p", (pattern, path, fits) => {
    expect(compileGlob(pattern)(path)).toBe(fits);
  });

  test.each([
    ["docs/plans/*.md", "docs/plans/"],
    ["docs/m?/a.md", "docs/"],
    ["docs/**/a.md", "docs/"],
    ["*.md", ""],
  ])("%s looks in %j alone", (pattern, folder) => {
    expect(literalFolder(pattern)).toBe(folder);
  });
});

/** The same by regular expressions, which take too long for some patterns. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .split("/")
    .map((part, index, all) => {
      const slash = index < all.length - 1 ? "/" : "";
      if (part === "**") return slash ? "(?:(?!\\.)[^/]+/)*" : "(?:(?!\\.)[^/]+(?:/|$))*";
      const body = [...part].map((character) =>
        character === "*" ? "[^/]*" : character === "?" ? "[^/]" : character.replace(".", "\\."),
      );
      return `${part.startsWith(".") ? "" : "(?!\\.)"}${body.join("")}${slash}`;
    })
    .join("");
  return new RegExp(`^${source}$`, "u");
}

describe("matching", () => {
  const wordOf = (letters: readonly string[]) =>
    fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(""));
  const path = fc
    .array(wordOf(["a", "b", "."]), { minLength: 1, maxLength: 5 })
    .map((all) => all.join("/"));
  const patternPart = fc.oneof(
    fc.constant("**"),
    wordOf(["a", "b", ".", "*", "?"]).filter((part) => !part.includes("**")),
  );
  const pattern = fc
    .tuple(fc.array(patternPart, { maxLength: 4 }), wordOf(["a", "b", ".", "?"]))
    .map(([parts, last]) => [...parts, last].join("/"));

  test("is that of a regular expression", () => {
    fc.assert(
      fc.property(pattern, path, (one, other) => {
        expect([one, other, compileGlob(one)(other)]).toEqual([
          one,
          other,
          toRegExp(one).test(other),
        ]);
      }),
      { numRuns: 5000 },
    );
  });

  test("ends soon for patterns that try every way of a search", () => {
    const runs = `${"*a".repeat(240)}b.md`;
    expect(compileGlob(runs)(`${"a".repeat(490)}.md`)).toBe(false);
    const folders = `${"**/a/".repeat(90)}b.md`;
    expect(compileGlob(folders)(`${"a/".repeat(245)}c.md`)).toBe(false);
  });
});
