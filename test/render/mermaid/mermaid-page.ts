/** The real Mermaid in a browser, in the version of the project's lock file. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";

const require = createRequire(import.meta.url);
const script = require.resolve("mermaid").replace(/[^/]+$/, "mermaid.min.js");

/** What a reader sees of a drawing, and what no drawing of ours may hold. */
export interface Seen {
  /** Null where it could be drawn. */
  readonly error: string | null;
  /** Of each node, row or frame, by its place in the source. */
  readonly labels: readonly string[];
  readonly arrows: number;
  /** Elements that act, or that came from a text. */
  readonly foreign: readonly string[];
}

export async function openMermaid(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent("<body></body>");
  await page.addScriptTag({ content: readFileSync(script, "utf8") });
  await page.evaluate(`(${prepare})()`);
  return page;
}

/** The error of Mermaid's parser for each source that it refuses; nothing is drawn. */
export async function refusals(page: Page, sources: readonly string[]): Promise<readonly string[]> {
  return (await page.evaluate(`window.refusals(${JSON.stringify(sources)})`)) as string[];
}

export async function see(page: Page, source: string): Promise<Seen> {
  return (await page.evaluate(`window.see(${JSON.stringify(source)})`)) as Seen;
}

export function diagramsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? "");
}

/** Runs in the page: the text of this function, not the function. */
const prepare = `() => {
  window.mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
  window.refusals = async (sources) => {
    const refused = [];
    for (const source of sources) {
      try { await window.mermaid.parse(source); } catch (error) { refused.push(source + "\\n" + error); }
    }
    return refused;
  };
  const known = ".nodeLabel, .nodeLabel p, .nodeLabel br, .edgeLabel, .edgeLabel p, foreignObject > div";
  window.see = async (source) => {
    try {
      document.body.innerHTML = (await window.mermaid.render("drawing", source)).svg;
    } catch (error) {
      return { error: String(error), labels: [], arrows: 0, foreign: [] };
    }
    const all = (selector) => [...document.body.querySelectorAll(selector)];
    const isHtml = (element) => element instanceof HTMLElement;
    const label = ".node .nodeLabel, .cluster-label .nodeLabel, [class*=taskText]";
    return {
      error: null,
      labels: all(label).map((one) => (one.innerText ?? one.textContent).replace(/[\\u200a\\u200b]/g, "").replace(/\\s+/g, " ").trim()),
      arrows: all("path.flowchart-link").length,
      foreign: all("*")
        .filter((one) => (isHtml(one) ? !one.matches(known) : one.matches("a, script, image")))
        .map((one) => one.outerHTML.slice(0, 200)),
    };
  };
}`;
