/** What a Markdown text does once parsed as GitHub parses it: its links, HTML and other acts. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

export interface Acts {
  /** Where links lead, definitions too. */
  readonly targets: readonly string[];
  readonly html: readonly string[];
  /** Types of all nodes, once each. */
  readonly types: ReadonlySet<string>;
  /** What each code block says it holds; empty for one that does not say. */
  readonly languages: readonly string[];
  /** All text outside of code. */
  readonly text: string;
}

export function parseActs(markdown: string): Acts {
  const targets: string[] = [];
  const html: string[] = [];
  const types = new Set<string>();
  const text: string[] = [];
  const languages: string[] = [];
  const visit = (node: Node): void => {
    types.add(node.type);
    if ("url" in node) targets.push(node.url);
    if (node.type === "code") languages.push(node.lang ?? "");
    if (node.type === "html") html.push(node.value);
    if (node.type === "text") text.push(node.value);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfmTable(), gfmFootnote()] }));
  return { targets, html, types, languages, text: text.join("\n") };
}
