/** Comments as nobody writes them: real ones with parts moved, doubled, lost and mixed, odd characters, great lengths. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

const corpus = new URL("corpus/", import.meta.url);

const realOnes = readdirSync(corpus)
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(new URL(name, corpus), "utf8"))
  .filter((text) => text.length < 2000);

const lines = [...new Set(realOnes.flatMap((text) => text.split(/\r\n|\n|\r/)))];

const commands = [
  "/start",
  "/stop",
  "/blocked-by #404-407, DB-4 on #408",
  "/blocked-by #1#2 on",
  "/blocks M3 and #404",
  "/unblock all --dry-run",
  "/chain #408 → (#404-407) -> #410 => (",
  "/move M5 because @all <b>`x` on #404",
  "/drop because `a",
  "/cluster Persistance",
  '/cluster "Foo" on #404',
  "/points 3",
  "/estimate 16-20h",
  "/task done 1-3",
  "/task add [x] y",
  "/note <!-- a --> b",
  "/alias *x*",
  "/why on #410",
  "/next M2",
  "/help blockd-by",
  "/blockd-by #404",
  "/milepost move none",
  "/etc/hosts",
  "/parent #404",
  "/child 404..410",
  "/duplicate-of #404",
];

const starts = [
  "> ",
  "- ",
  "1. ",
  "    ",
  "\t",
  "  ",
  "# ",
  "| ",
  "- [ ] ",
  ">",
  "* ",
  "[^1]: ",
  ": ",
  "~~",
  "**",
];

const blocks = [
  ..."```|~~~|<!--|-->|<details>|</details>|<blockquote>|</blockquote>|<pre>|</pre>|<code>|</code>|`|``".split(
    "|",
  ),
  ..."<table><tr><td>|</td></tr></table>|<ul>|</ul>|<p>|<br>|<b>|</b>|---|===|***|$$|[a](|)|![|]|[x]: y|<https://a.b>".split(
    "|",
  ),
  ...'<script>|</script>|<div>|</div>|</summary>|<summary>|<?|?>|<![CDATA[|]]>|<!X|<a href="|">|\\'.split(
    "|",
  ),
  "|---|---|",
];

const odd = [
  "\u200b",
  "\ufeff",
  "\u00a0",
  "\u2028",
  "\u0085",
  "\ud83d",
  "😀",
  "\u0000",
  "\u202e",
  "e\u0301",
  "\\",
  "\u000b",
];

const lineEnd = fc.constantFrom("\n", "\n", "\n", "\n\n", "\r\n", "\r");
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...lines) },
  { weight: 4, arbitrary: fc.constantFrom(...commands) },
  { weight: 3, arbitrary: fc.constantFrom(...blocks) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...starts), fc.constantFrom(...commands, ...blocks))
      .map(([a, b]) => a + b),
  },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);

const mixture = fc
  .array(fc.tuple(piece, lineEnd), { maxLength: 14 })
  .map((parts) => parts.flat().join(""));

/** Where in the text, from 0 to 1, and how much. */
const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30));
const change = fc.oneof(
  fc.record({
    do: fc.constant("insert" as const),
    at: cut,
    text: fc.oneof(piece, fc.constantFrom(...odd)),
  }),
  fc.record({ do: fc.constantFrom("lose" as const, "double" as const), at: cut }),
);

const mutation = fc
  .tuple(fc.constantFrom(...realOnes), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) => changes.reduce(mutate, text));

function mutate(
  text: string,
  one: typeof change extends fc.Arbitrary<infer T> ? T : never,
): string {
  const start = Math.floor(one.at[0] * text.length);
  const end = start + (one.do === "insert" ? 0 : one.at[1]);
  const middle =
    one.do === "insert" ? one.text : one.do === "double" ? text.slice(start, end).repeat(2) : "";
  return text.slice(0, start) + middle + text.slice(end);
}

export const randomComment: fc.Arbitrary<string> = fc.oneof(mixture, mutation);

/** GitHub takes 65,536 characters. */
export const longestComment = 65_536;

/** Of this length, most of it one part over and over. */
export function longComment(length: number): fc.Arbitrary<string> {
  const joint = fc.oneof(lineEnd, fc.constantFrom("", " "));
  const parts = fc.array(fc.tuple(piece, joint), { minLength: 1, maxLength: 4 });
  return fc.tuple(parts, mixture).map(([all, end]) => {
    const part = all.flat().join("") || "x";
    const start = part.repeat(Math.ceil(length / part.length));
    return `${start.slice(0, Math.max(0, length - end.length))}${end}`.slice(0, length);
  });
}
