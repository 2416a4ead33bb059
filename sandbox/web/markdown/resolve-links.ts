/**
 * Links and pictures of a text: relative ones resolve against where the text stands, addresses of this
 * repository on github.com lead to its pages here, and nothing is loaded from elsewhere.
 */
import type { Element, Root } from "hast";
import { visitParents } from "unist-util-visit-parents";
import { toText } from "./element-text.ts";
import { replaceNode } from "./replace-node.ts";
import type { TextPlace } from "./text-place.ts";

const HERE = "http://here.invalid";
const GITHUB = /^https?:\/\/(?:www\.|redirect\.)?github\.com(?=\/|$)/i;

export function resolveLinks(tree: Root, place: TextPlace): void {
  visitParents(tree, "element", (element, ancestors) => {
    if (element.tagName === "a") resolveLink(element, place);
    const parent = ancestors.at(-1);
    if (element.tagName !== "img" || parent === undefined) return undefined;
    const source = resolve(String(element.properties.src ?? ""), place);
    if (!source.startsWith("/")) return replaceNode(parent, element, [words(element)]);
    element.properties.src = source.replace("/blob/", "/raw/");
    return undefined;
  });
}

function resolveLink(link: Element, place: TextPlace): void {
  const { href } = link.properties;
  if (typeof href !== "string") return;
  if (href.startsWith("#")) {
    const isOurs = href.startsWith(`#${place.prefix}`);
    link.properties.href = isOurs ? href : `#${place.prefix}${href.slice(1)}`;
    return;
  }
  const target = resolve(href, place);
  shortenOwnAddress(link, href, place);
  link.properties.href = target;
  if (!target.startsWith("/")) link.properties.rel = ["nofollow", "noopener", "noreferrer"];
}

/** A path of this site, or an address elsewhere. */
function resolve(address: string, { base, repository }: TextPlace): string {
  const home = `/${repository.nameWithOwner}`;
  const onGithub = address.replace(GITHUB, "");
  if (onGithub !== address) return isWithin(onGithub, home) ? onGithub : address;
  try {
    const url = new URL(address, `${HERE}${base}`);
    return url.origin === HERE ? `${url.pathname}${url.search}${url.hash}` : url.href;
  } catch {
    return address;
  }
}

function isWithin(path: string, home: string): boolean {
  return new RegExp(`^${home.replaceAll(".", "\\.")}(?=[/?#]|$)`, "i").test(path);
}

/** A bare address of an issue is shown as its number, in conversations. */
function shortenOwnAddress(link: Element, href: string, { kind, repository }: TextPlace): void {
  if (kind !== "conversation" || toText(link) !== href) return;
  const path = href.replace(GITHUB, "");
  if (path === href || !isWithin(path, `/${repository.nameWithOwner}`)) return;
  const number = /\/(?:issues|pull)\/(\d+)$/.exec(path)?.[1];
  if (number !== undefined) link.children = [{ type: "text", value: `#${number}` }];
}

/** A picture from elsewhere would tell its host who looks at the plan. */
function words(image: Element): Element {
  const value = `Picture: ${String(image.properties.alt ?? "") || "without description"}`;
  const properties = { className: ["missing-picture"] };
  return { type: "element", tagName: "span", properties, children: [{ type: "text", value }] };
}
