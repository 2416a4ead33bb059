/** Markdown as the pages show it: each case as a conversation's text and as a file's. */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import { createSandbox } from "../../sandbox/create-sandbox.ts";
import { renderMarkdown } from "../../sandbox/web/markdown/render-markdown.ts";
import { setTaskBox } from "../../sandbox/web/markdown/set-task-box.ts";
import type { TextPlace } from "../../sandbox/web/markdown/text-place.ts";

const folder = new URL("./cases/markdown/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(/\.md$/, ""));

const { world } = createSandbox();
const repository = world.createRepository({ owner: "example", name: "plan" });
for (const title of ["Dig", "Sow"]) world.as("maintainer").createIssue(repository, { title });

const places: readonly TextPlace[] = [
  {
    ...{ kind: "conversation", repository, prefix: "text-", boxesForm: "boxes" },
    base: "/example/plan/issues/1",
  },
  {
    ...{ kind: "file", repository, prefix: "file-", boxesForm: null },
    base: "/example/plan/blob/main/docs/plan.md",
  },
];

describe.each(places)("in a $kind", (place) => {
  test.each(names)("the case %s is shown as expected", async (name) => {
    const source = await readFile(new URL(`${name}.md`, folder), "utf8");
    const expected = new URL(`${name}.${place.kind}.txt`, folder);
    const html = renderMarkdown(source, place);
    expect(html).toBe(await readFile(expected, "utf8"));
  });

  test("no text becomes a script, a handler, a style, a form or an address that runs", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...["<script>", "</script>", "<svg onload=x>", "<a href='javascript:x'>", "<style>", "<"],
        ...["<form>", "<input data-box=0:0>", "[a](javascript:x)", "![x](data:x)", "`", "\n\n"],
        ...[
          "- [ ] x",
          "> [!NOTE]\n",
          "<p style=x class=button id=main>",
          "<!--",
          "-->",
          "| a |\n|-|\n",
        ],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = renderMarkdown(pieces.join(""), place);
        const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) =>
          tag.replace(/"[^"]*"/g, '""'),
        );
        for (const tag of tags) {
          expect(tag).not.toMatch(
            /^<(?:script|style|form|iframe|object|embed|link|meta|base|input)\b/i,
          );
          expect(tag).not.toMatch(/\s(?:on\w+|style|srcdoc|formaction)\b/i);
        }
        expect(html).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i);
        expect(html).not.toMatch(/\sid="(?!text-|file-)/);
      }),
    );
  });
});

describe("a box of a task list", () => {
  test("is turned in the source and nothing else is touched", () => {
    const text = "Words [ ] here\r\n\r\n- [ ] one\r\n- [X] two\r\n  * [ ] three\r\n";
    expect(setTaskBox(text, 0)).toBe(text.replace("- [ ] one", "- [x] one"));
    expect(setTaskBox(text, 1)).toBe(text.replace("[X]", "[ ]"));
    expect(setTaskBox(text, 2)).toBe(text.replace("* [ ]", "* [x]"));
  });

  test("in code is none", () => {
    expect(setTaskBox("```\n- [ ] code\n```\n\n- [ ] true", 0)).toBe(
      "```\n- [ ] code\n```\n\n- [x] true",
    );
  });

  test("that is not there is not turned", () => {
    expect(setTaskBox("- [ ] one", 1)).toBeUndefined();
    expect(setTaskBox("- [ ] one", Number.NaN)).toBeUndefined();
  });
});
