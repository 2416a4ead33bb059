/** `docs/blocks.md`, from the registry of blocks. */
import type { Block, BlockOption } from "../../render/block.ts";
import { blocks } from "../../render/registry.ts";

const intro = `# Blocks

What a region of a plan document can hold. A region stands between two comments; Milepost writes what is
between them and nothing else:

\`\`\`markdown
<!-- milepost:chain milestone="M2 Data Foundations" -->
<!-- milepost:end -->
\`\`\`

Every block takes \`milestone=\`: a number, a title, a key ("M2"), a prefix that fits one milestone only, or
\`all\`. Without it a region speaks of the document's milestone (see [configuration](configuration.md)), else of
the only open one, else of all; a block about the whole plan says so and speaks of all at once. A value with
blanks stands in double quotes. A marker within code is text.
`;

export function renderBlocksPage(): string {
  const rows = blocks.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${summary} |`);
  const table = ["| block | shows |", "|---|---|", ...rows].join("\n");
  return `${[intro.trimEnd(), table, ...blocks.map(section)].join("\n\n")}\n`;
}

function section(block: Block): string {
  const place = block.kind === "inline" ? inlinePlace : "Stands on lines of its own.";
  const end = "<!-- milepost:end -->";
  const example = block.kind === "inline" ? `${block.example}${end}` : `${block.example}\n${end}`;
  return [
    `## ${block.name}`,
    [block.summary, ...(block.speaksOfAll ? ["It is about the whole plan."] : []), place].join(" "),
    ...(block.options.length > 0 ? [optionsTable(block.options)] : []),
    `\`\`\`markdown\n${example}\n\`\`\``,
  ].join("\n\n");
}

const inlinePlace =
  "Stands within a line of text, but not at its start: a comment there ends the paragraph.";

function optionsTable(options: readonly BlockOption[]): string {
  const rows = options.map(
    (option) =>
      `| \`${option.name}\` | ${option.meaning} | ${valuesOf(option)} | ${option.default} |`,
  );
  return ["| option | meaning | values | default |", "|---|---|---|---|", ...rows].join("\n");
}

function valuesOf({ values, isList }: BlockOption): string {
  if (values === "dimensions") return "a key of `labels:`";
  if (values === "number") return "a whole number from 1 on";
  if (values === "day") return "a day, as `2026-01-31`";
  const words = values.map((value) => `\`${value}\``).join(", ");
  return isList ? `some of ${words}, with commas between them` : words;
}
