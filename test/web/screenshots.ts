/** `npm run screenshots`: the README's pictures, taken in the demo's own pages. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { type RunningPages, showPages } from "../../src/cli/demo/show-pages.ts";
import { findChromium, launch, openPage } from "./chromium.ts";

const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const look = { viewport: { width: 1000, height: 900 }, deviceScaleFactor: 1.5 };

/** Of a picture of a long page, in pixels of the page. */
const highest = 1100;

async function take(page: Page, name: string, selector: string): Promise<void> {
  // What has just changed is still marked.
  await page.evaluate("for (const animation of document.getAnimations()) animation.finish()");
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`There is no ${selector} to take ${name} of.`);
  const clip = { ...box, height: Math.min(box.height, highest) };
  await page.screenshot({ path: `${folder}${name}.png`, clip, fullPage: true });
  process.stdout.write(`docs/images/${name}.png\n`);
}

async function takeAll({ url }: RunningPages, page: Page): Promise<void> {
  await page.getByText("39 of 50 (78%)").waitFor();
  await take(page, "status-issue", "article");
  await page.goto(`${url}/blob/main/docs/M2-plan.md`);
  await page.getByText("39/50 (78%)").first().waitFor();
  await page.locator("figure[data-diagram] > pre").first().waitFor({ state: "hidden" });
  await take(page, "plan-document", ".document");
  await page.goto(url);
  await page.getByRole("button", { name: "Close #408" }).click();
  await page.getByText("40 of 50 (80%)").waitFor();
  await page.goto(`${url}/log`);
  await page.locator(".outcome").getByText("Wrote documents and status issue").waitFor();
  await take(page, "live-log", "main");
}

if (findChromium() === undefined) {
  process.stderr.write("No Chromium was found. Install it, or set CHROMIUM to its path.\n");
  process.exitCode = 2;
} else {
  await mkdir(folder, { recursive: true });
  const pages = await showPages(0, () => undefined);
  const browser = await launch();
  const { page } = await openPage(browser, pages.url, look);
  await takeAll(pages, page);
  await browser.close();
  await pages.site.stop();
}
