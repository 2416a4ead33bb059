/** In conversations `#12`, `GH-12` and `@login` are links, where there is such an issue or person. */
import type { Element, ElementContent, Root } from "hast";
import type { Repository } from "../../world/model.ts";
import { visitWords } from "./visit-words.ts";

const WORD =
  /(?<![\w`&/#.-])(?:(?<owner>[\w-]+\/[\w.-]+)?#(?<byHash>\d+)|GH-(?<byGh>\d+))(?![\w-])|(?<![\w`/.@-])@(?<login>[a-z\d](?:[a-z\d-]*[a-z\d])?)(?![\w/-])/gi;

export function linkReferences(tree: Root, repository: Repository): void {
  visitWords(tree, ["a", "code", "pre"], (text) => {
    const content: ElementContent[] = [];
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      const link = toLink(match, repository);
      if (link === undefined) continue;
      content.push({ type: "text", value: text.slice(end, match.index) }, link);
      end = match.index + match[0].length;
    }
    if (end === 0) return undefined;
    return [...content, { type: "text", value: text.slice(end) }];
  });
}

function toLink(match: RegExpExecArray, repository: Repository): Element | undefined {
  const { owner, byHash, byGh, login } = match.groups ?? {};
  if (login !== undefined) {
    return element("span", { className: ["mention"] }, match[0]);
  }
  const number = Number(byHash ?? byGh);
  const home = repository.nameWithOwner.toLowerCase();
  const isHere = owner === undefined || owner.toLowerCase() === home;
  if (!isHere || !repository.issues.has(number)) return undefined;
  return element("a", { href: `/${repository.nameWithOwner}/issues/${number}` }, match[0]);
}

function element(tagName: string, properties: Element["properties"], value: string): Element {
  return { type: "element", tagName, properties, children: [{ type: "text", value }] };
}
