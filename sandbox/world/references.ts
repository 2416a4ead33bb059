/**
 * What a text refers to, by GitHub's rules: `#12`, `owner/repo#12`, `GH-12`, full issue URLs, and
 * `@login`. Markdown is parsed, so code, HTML and the words of a link to elsewhere do not count; a
 * link counts when its own target is a full issue URL, a relative one does not.
 */

import { LRUCache } from "lru-cache";
import type { Definition, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

export interface IssueReference {
  /** `owner/name`, the text's own repository when it names none. */
  readonly repository: string;
  readonly number: number;
  /** A closing keyword stands before it. */
  readonly closes: boolean;
}

export interface TextReferences {
  readonly issues: readonly IssueReference[];
  /** Logins, lower case, without `@`. */
  readonly mentions: readonly string[];
}

const NOTHING: TextReferences = { issues: [], mentions: [] };
const MAY_REFER = /#\d|GH-\d|@[a-z\d]|\/(?:issues|pull)\/\d/i;
const URL_TARGET =
  /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)(?:[#?].*)?$/i;
const REFERENCE =
  /(?<closes>\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+)?(?<![\w`&/#.-])(?:https?:\/\/(?:www\.)?github\.com\/(?<inUrl>[\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(?<byUrl>\d+)|(?<owner>[\w-]+\/[\w.-]+)?#(?<byHash>\d+)|GH-(?<byGh>\d+))(?![\w-])/gi;
const MENTION = /(?<![\w`/.@-])@([a-z\d](?:[a-z\d-]*[a-z\d])?)(?![\w/-])/gi;

/** References of a text without markup, such as a commit message. */
export function parsePlainReferences(text: string, home: string): TextReferences {
  if (!MAY_REFER.test(text)) return NOTHING;
  return {
    issues: [...text.matchAll(REFERENCE)].flatMap((match) => toReference(match, home)),
    mentions: [...text.matchAll(MENTION)].map((match) => (match[1] ?? "").toLowerCase()),
  };
}

/** An edited text is looked at as it was and as it is, and most edits follow one another. */
const remembered = new LRUCache<string, TextReferences>({ max: 200 });

/** References of a Markdown text, such as the body of an issue. */
export function parseMarkdownReferences(text: string, home: string): TextReferences {
  if (!MAY_REFER.test(text)) return NOTHING;
  const key = `${home} ${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const references = parseTree(text, home);
  remembered.set(key, references);
  return references;
}

function parseTree(text: string, home: string): TextReferences {
  const tree = fromMarkdown(text);
  const definitions = new Map<string, string>();
  visit(tree, (node) => collectDefinition(node, definitions));
  const found: TextReferences[] = [];
  visit(tree, (node) => {
    if (node.type === "text") found.push(parsePlainReferences(node.value, home));
    const target = linkTarget(node, definitions);
    if (target !== undefined) found.push(parseTarget(target));
    return !isOpaque(node);
  });
  return {
    issues: found.flatMap((part) => part.issues),
    mentions: [...new Set(found.flatMap((part) => part.mentions))],
  };
}

function collectDefinition(node: Nodes, into: Map<string, string>): boolean {
  if (node.type === "definition") into.set((node satisfies Definition).identifier, node.url);
  return true;
}

function linkTarget(node: Nodes, definitions: ReadonlyMap<string, string>): string | undefined {
  if (node.type === "link") return node.url;
  return node.type === "linkReference" ? definitions.get(node.identifier) : undefined;
}

function isOpaque(node: Nodes): boolean {
  return node.type === "link" || node.type === "linkReference";
}

function parseTarget(url: string): TextReferences {
  const [, repository, number] = URL_TARGET.exec(url) ?? [];
  if (repository === undefined) return NOTHING;
  return { issues: [{ repository, number: Number(number), closes: false }], mentions: [] };
}

function toReference(match: RegExpExecArray, home: string): IssueReference[] {
  const { closes, inUrl, byUrl, owner, byHash, byGh } = match.groups ?? {};
  const number = Number(byUrl ?? byHash ?? byGh);
  if (!Number.isSafeInteger(number) || number < 1) return [];
  return [{ repository: inUrl ?? owner ?? home, number, closes: closes !== undefined }];
}

function visit(node: Nodes, enter: (node: Nodes) => boolean): void {
  if (!enter(node) || !("children" in node)) return;
  for (const child of node.children) visit(child, enter);
}
