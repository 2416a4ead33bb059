/** Random texts in Markdown: such as people write, mixed with all that could be taken for something else. */
import fc from "fast-check";

const bullets = ["", "", "", "- ", "- ", "* ", "1. ", "2. ", "- - "];
const oddBullets = ["+ ", "3) ", "10. ", "-   ", "-     ", "1. - ", "> ", "-", "1.", "* 12. "];

const usual = [
  ...["", "", "text", "more text", "[ ] a", "[x] b", "[X] c", "# heading", "depends on #1"],
  ...["```", "```", "~~~", "<!-- c -->", "<!-- open", "close -->", "<details>", "</details>"],
  ...["> quote", "> [a]: u", "| a | b |", "|---|---|", "a | b", "[ ] a | b", "***", "---"],
  ...["[t][a]", "[l] x", "[ ]a", "1. x"],
];

const odd = [
  ...["[ ]", "[x]", "[", "[a]: /u", "[^1]: n", "[a]", "[a]:", "[[x]] a", "`code`", "``` x ` y"],
  ...["```js", "~~~~", "--|--", ":-", "|", "=", "===", "- - -", "#heading", "<!-- a --> b"],
  ...["<b>", "<div", "p>", "<https://x.y>", "<!-->", "<summary>x</summary>", "a <b", "> ", ">"],
  ...["[l](u) x", "![i](u)", "\\- x", "&#45; x", "a  ", "a\\", "~~s~~", "**b** c", "+", "*"],
  ...["12. x", "\u00a0", "[ ] \u00a0x", "[ ]\u00a0", "\t", "a\tb", "\u2028- [ ] a", "\0", "____"],
];

const indent = fc.constantFrom("", "", "", "", "  ", "  ", "    ", "   ", " ", "      ");

const line = fc
  .oneof(
    {
      weight: 24,
      arbitrary: fc.tuple(indent, fc.constantFrom(...bullets), fc.constantFrom(...usual)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        indent,
        fc.constantFrom(...bullets, ...oddBullets),
        fc.constantFrom(...usual, ...odd),
      ),
    },
  )
  .map((parts) => parts.join(""));

/** Lines of all kinds, in any order. */
export const anyLines: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 9 }), fc.constantFrom("\n", "\n", "\r\n", "\r"))
  .map(([lines, lineEnd]) => lines.join(lineEnd));

const scraps = [
  ...["- [ ] ", "- ", "\n", "\n\n", "  ", "    ", "```", "<!--", "-->", "[x] ", "1. ", "> ", "# "],
  ..."-*+[]x`#>|\n1.:<!~=_\\a)( \t",
];

/** Scraps that know nothing of lines. */
export const anyScraps: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...scraps, "word", "a b"), { maxLength: 30 })
  .map((parts) => parts.join(""));
