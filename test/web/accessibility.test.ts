/** The demo's pages for everyone: with the keyboard, at phone width, in both colour schemes, without scripts. */
import { readFile } from "node:fs/promises";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "#test";
import { type RunningPages, showPages } from "../../src/cli/demo/show-pages.ts";
import { launch, openPage } from "./chromium.ts";
import { describeInBrowser } from "./describe-in-browser.ts";
import { send } from "./sites.ts";

const patience = 60_000;

const rooms: Readonly<Record<string, string>> = {
  plan: "",
  "list of issues": "/issues?state=all",
  issue: "/issues/408",
  "form for a new issue": "/new",
  milestones: "/milestones",
  milestone: "/milestone/1",
  documents: "/documents",
  document: "/blob/main/docs/M2-plan.md",
  source: "/blob/main/docs/M2-plan.md?source",
  history: "/commits/main/docs/M2-plan.md",
  editor: "/edit/main/docs/M2-plan.md",
  commits: "/commits",
  log: "/log",
  play: "/play",
  "page that is not there": "/nothing",
};

interface Look {
  readonly options: BrowserContextOptions;
  /** Rules of axe; all of them unless given. */
  readonly rules?: readonly string[];
}

const looks: Readonly<Record<string, Look>> = {
  light: { options: {} },
  dark: { options: { colorScheme: "dark" }, rules: ["color-contrast"] },
  phone: {
    options: { viewport: { width: 360, height: 740 }, isMobile: true },
    rules: ["scrollable-region-focusable", "meta-viewport"],
  },
};

describeInBrowser("the demo's pages", () => {
  let browser: Browser;
  let pages: RunningPages;
  let findings: string;

  beforeAll(async () => {
    browser = await launch();
    pages = await showPages(0, () => undefined);
    const { page } = await openPage(browser, pages.url);
    await page.getByText("39 of 50 (78%)").waitFor();
    await page.context().close();
    const { origin } = new URL(pages.url);
    const plan = new URL("../cases/plans/m2-data-foundations.md", import.meta.url);
    const { location } = await send(`${origin}/-/own-plan`, { text: await readFile(plan, "utf8") });
    findings = new URL(location, origin).href;
  }, patience);
  afterAll(async () => {
    await browser.close();
    await pages.site.stop();
  });

  describe.each(Object.entries(looks))("in the look %s", (_name, { options, rules }) => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await openPage(browser, pages.url, options));
    }, patience);
    afterAll(() => page.context().close());

    test(
      "the findings in a plan of one's own have no serious finding and are not wider than the screen",
      async () => {
        await page.goto(findings);
        await page.getByRole("region", { name: "As you brought it" }).waitFor();
        expect(await seriousFindings(page, rules)).toEqual([]);
        expect(await overhang(page)).toBe(0);
      },
      patience,
    );

    test.each(Object.entries(rooms))(
      "the page %s has no serious finding and is not wider than the screen",
      async (_room, path) => {
        await page.goto(`${pages.url}${path}`);
        expect(await seriousFindings(page, rules)).toEqual([]);
        expect(await overhang(page)).toBe(0);
      },
      patience,
    );
  });

  test(
    "with the keyboard alone one skips to the page, closes an issue and goes on from there",
    async () => {
      const { page } = await openPage(browser, pages.url);
      await page.keyboard.press("Tab");
      expect(await focusedText(page)).toBe("Skip to the page");
      await page.keyboard.press("Enter");
      await focusByTab(page, "Close #412");
      await page.keyboard.press("Enter");
      await page.getByText("40 of 50 (80%)").waitFor();
      expect(await page.evaluate("document.activeElement.id")).toBe("main");
      await page.context().close();
    },
    patience,
  );

  test(
    "without scripts a person is chosen, an issue closed and a comment written",
    async () => {
      const { page } = await openPage(browser, `${pages.url}/issues/411`, {
        javaScriptEnabled: false,
      });
      await page.getByRole("combobox", { name: "You are" }).selectOption("triager");
      await page.getByRole("button", { name: "Switch" }).click();
      await page.getByRole("textbox", { name: "Comment" }).fill("Done **by hand**.");
      await page.getByRole("button", { name: "Comment", exact: true }).click();
      expect(await page.locator(".said strong").allTextContents()).toContain("by hand");
      await page.getByRole("button", { name: "Close as not planned" }).click();
      await page.getByText("Closed as not planned").first().waitFor();
      expect(await page.locator(".event").last().textContent()).toContain("triager");
      await page.context().close();
    },
    patience,
  );
});

/** Rule and place of every serious or critical finding. */
async function seriousFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify(rules === undefined ? {} : { runOnly: rules });
  const found = await page.evaluate(`axe.run(${options}).then(({ violations }) => violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`);
  return Array.isArray(found) ? found : ["axe gave no answer"];
}

async function overhang(page: Page): Promise<unknown> {
  return page.evaluate("document.documentElement.scrollWidth - innerWidth");
}

async function focusedText(page: Page): Promise<unknown> {
  return page.evaluate(
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent",
  );
}

async function focusByTab(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if ((await focusedText(page)) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`"${name}" can't be reached with the tabulator.`);
}
