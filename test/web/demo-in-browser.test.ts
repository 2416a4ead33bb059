/** What a newcomer does in the demo's pages, in a browser: the pages, Milepost and the sandbox together. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "#test";
import { type RunningPages, showPages } from "../../src/cli/demo/show-pages.ts";
import { launch, openPage } from "./chromium.ts";
import { describeInBrowser } from "./describe-in-browser.ts";

const patience = 60_000;

describeInBrowser("the demo in a browser", () => {
  let browser: Browser;
  let pages: RunningPages;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launch();
  }, patience);
  afterAll(() => browser.close());

  beforeEach(async () => {
    pages = await showPages(0, () => undefined);
    ({ page, complaints } = await openPage(browser, pages.url));
    await page.getByText("39 of 50 (78%)").waitFor();
  }, patience);
  afterEach(async () => {
    await page.context().close();
    await pages.site.stop();
  });

  test(
    "closing #408 changes the status issue and the plan document by themselves, and marks what changed",
    async () => {
      const { page: document } = await openPage(browser, `${pages.url}/blob/main/docs/M2-plan.md`);
      await document.getByText("39/50 (78%)").first().waitFor();
      const started = performance.now();
      await page.getByRole("button", { name: "Close #408" }).click();
      const headline = page.getByRole("heading", { name: "40 of 50 (80%)" });
      await headline.waitFor();
      const took = Math.round(performance.now() - started);
      process.stdout.write(`From the click on "Close" to the changed status issue: ${took} ms\n`);
      expect(await headline.evaluate((element) => element.getAnimations().length)).toBe(1);
      await document.getByText("40/50 (80%)").first().waitFor();
      await document.context().close();
      expect(complaints).toEqual([]);
    },
    patience,
  );

  test(
    "a comment appears at once, and the box of a task list is ticked in its source",
    async () => {
      await page.goto(`${pages.url}/issues/408`);
      const text = page.getByRole("textbox", { name: "Comment" });
      await text.fill("Two steps :tada:\n\n- [ ] first\n- [x] second, see #404");
      await page.getByRole("button", { name: "Comment", exact: true }).click();
      await page.getByText("Two steps 🎉").waitFor();
      expect(await text.inputValue()).toBe("");
      expect(
        await page.getByRole("link", { name: "#404", exact: true }).getAttribute("href"),
      ).toMatch(/\/issues\/404$/);
      await page.getByRole("button", { name: "Not done. Tick this box" }).click();
      await page.getByText("edited").first().waitFor();
      expect(await page.locator(".said button.box.ticked").count()).toBe(2);
      expect(complaints).toEqual([]);
    },
    patience,
  );

  test(
    "what a person is writing and has unfolded stays while the page changes around it",
    async () => {
      await page.goto(`${pages.url}/issues/404`);
      const text = page.getByRole("textbox", { name: "Comment" });
      await text.fill("half a sent");
      await page.locator("summary").filter({ hasText: "Edit" }).click();
      await page.getByRole("textbox", { name: "Title" }).fill("Another title");
      await fetch(`${pages.url}/issues/404/comments`, {
        method: "POST",
        body: new URLSearchParams({ body: "Meanwhile" }),
      });
      await page.getByRole("paragraph").filter({ hasText: "Meanwhile" }).waitFor();
      expect(await text.inputValue()).toBe("half a sent");
      expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("Another title");
      await text.press("End");
      await page.keyboard.type("ence");
      expect(await text.inputValue()).toBe("half a sentence");
    },
    patience,
  );

  test(
    "a command is offered while one types, obeyed, answered, and seen in the status issue",
    async () => {
      const { page: talk } = await openPage(browser, `${pages.url}/issues/411`);
      const text = talk.getByRole("textbox", { name: "Comment" });
      await text.focus();
      await talk.keyboard.type("/mo");
      await talk.getByRole("option", { name: "/move" }).waitFor();
      await talk.keyboard.press("Enter");
      await talk.keyboard.type("M3 because it can wait");
      await talk.getByRole("button", { name: "Comment", exact: true }).click();
      await talk.getByRole("button", { name: "rocket: milepost[bot]" }).waitFor();
      await talk.getByText("put this into M3 Core Loop").waitFor();
      await page.getByText("39 of 49 (80%)").waitFor();
      await page.locator("summary").filter({ hasText: "scope" }).click();
      await page.getByText("it can wait").waitFor();
      await talk.context().close();
    },
    patience,
  );

  test(
    "broken settings are found and named in the status issue, and mended ones are forgotten",
    async () => {
      const { page: editor } = await openPage(
        browser,
        `${pages.url}/edit/main/.github/milepost.yml`,
      );
      const text = editor.getByRole("textbox", { name: "Text" });
      const good = await text.inputValue();
      await text.fill(`${good}unit: bananas\n`);
      await editor.getByRole("button", { name: "Commit to main" }).click();
      await page.getByText("bananas").first().waitFor();
      await editor.goto(`${pages.url}/edit/main/.github/milepost.yml`);
      await text.fill(good);
      await editor.getByRole("button", { name: "Commit to main" }).click();
      await page.getByText("bananas").first().waitFor({ state: "detached" });
      await editor.context().close();
    },
    patience,
  );

  test(
    "a dropped spec becomes a repository with a status issue of its own",
    async () => {
      await page.goto(`${pages.url}/play`);
      await dropFile(page, "mine.json", JSON.stringify(ownSpec));
      await page.waitForURL(/\/example\/my-garden/);
      await page.getByText("1 of 3 (33%)").waitFor();
    },
    patience,
  );

  test(
    "a dropped document is shown with its regions filled",
    async () => {
      await page.goto(`${pages.url}/play`);
      await dropFile(
        page,
        "Mine.md",
        "# Mine\n\n<!-- milepost:status-line -->\n<!-- milepost:end -->\n",
      );
      await page.waitForURL(/\/blob\/main\/docs\/Mine\.md/);
      await page.getByRole("alert").getByText("1 of its regions").waitFor();
      await page.getByText("39/50 (78%)").waitFor();
    },
    patience,
  );

  test(
    "a dropped plan shows its findings, and closing an issue changes its line",
    async () => {
      const text = await readFile(
        new URL("../cases/plans/m2-data-foundations.md", import.meta.url),
        "utf8",
      );
      await page.goto(`${pages.url}/play`);
      await dropFile(page, "m2-data-foundations.md", text);
      await page.waitForURL(/\/findings/);
      const brought = page.getByRole("region", { name: "As you brought it" });
      await brought.getByText("#409 before #410 (line 3)", { exact: true }).waitFor();
      await page
        .getByRole("region", { name: "Now, beside its issues" })
        .getByText("Line")
        .first()
        .waitFor();
      const home = page.url().replace(/\/findings.*/, "");
      const { page: source } = await openPage(
        browser,
        `${home}/blob/main/docs/m2-data-foundations.md?source`,
      );
      await source.getByText("[ ] #258 dead-letter handlers").waitFor();
      await page.goto(`${home}/issues/258`);
      await page.getByRole("button", { name: "Close as completed" }).click();
      await source.getByText("[x] #258 dead-letter handlers").waitFor();
      await source.context().close();
      expect(complaints).toEqual([]);
    },
    patience,
  );

  test(
    "a spec with a fault is refused with the place of the fault",
    async () => {
      await page.goto(`${pages.url}/play`);
      await dropFile(page, "mine.json", JSON.stringify({ ...ownSpec, milestones: [{ key: "A" }] }));
      await page.getByRole("alert").getByText("milestones.0.title").waitFor();
    },
    patience,
  );

  test(
    "while webhooks are lost nothing changes, and the next one that arrives is enough to catch up",
    async () => {
      await toggle(page, pages, "Lose webhooks", true);
      await page.goto(pages.url);
      await page.getByRole("button", { name: "Close #408" }).click();
      await page.getByText("the webhook was lost on its way").waitFor();
      expect(await page.getByText("39 of 50 (78%)").count()).toBe(1);
      await toggle(page, pages, "Lose webhooks", false);
      await page.goto(pages.url);
      await page.getByRole("button", { name: "Close #412" }).click();
      await page.getByText("41 of 50 (82%)").waitFor();
    },
    patience,
  );

  test(
    "while the API fails the log shows it, and what was asked for is done once it works",
    async () => {
      await toggle(page, pages, "Fail all API calls", true);
      await page.goto(pages.url);
      await page.getByRole("button", { name: "Close #408" }).click();
      await page.getByText("Milepost is at work").waitFor();
      await page.goto(`${pages.url}/log`);
      await page.getByRole("cell", { name: "502" }).first().waitFor();
      await toggle(page, pages, "Fail all API calls", false);
      await page.goto(pages.url);
      await page.getByText("40 of 50 (80%)").waitFor();
    },
    patience,
  );

  test(
    "a rate limit is said to be waited for",
    async () => {
      await toggle(page, pages, "Exceed the rate limit", true);
      await page.goto(pages.url);
      await page.getByRole("button", { name: "Close #408" }).click();
      await page.getByText("It tries again in 5 s").waitFor();
      await toggle(page, pages, "Exceed the rate limit", false);
      await page.goto(pages.url);
      await page.getByText("40 of 50 (80%)").waitFor();
    },
    patience,
  );

  test(
    "killed and started again, Milepost finds what it missed",
    async () => {
      await page.goto(`${pages.url}/play`);
      await page.getByRole("button", { name: "Kill Milepost" }).click();
      await page.getByText("Milepost is not running").waitFor();
      await page.goto(pages.url);
      await page.getByRole("button", { name: "Close #408" }).click();
      await page.getByRole("button", { name: "Close #408" }).waitFor({ state: "detached" });
      await page.goto(`${pages.url}/play`);
      await page.getByRole("button", { name: "Start Milepost again" }).click();
      await page.goto(pages.url);
      await page.getByText("40 of 50 (80%)").waitFor();
      await page.goto(`${pages.url}/log`);
      await page.getByText("Milepost was killed").first().waitFor();
      await page.getByText("nobody answered").first().waitFor();
    },
    patience,
  );

  test(
    "the story plays step by step and begins again, on every page that is open",
    async () => {
      const { page: other } = await openPage(browser, pages.url);
      await page.getByRole("button", { name: "Play a step" }).click();
      await page.getByText("40 of 50 (80%)").waitFor();
      await page.getByText("close #404, #405, #406").waitFor();
      await page.goto(`${pages.url}/play`);
      await page.getByRole("button", { name: "Start over" }).click();
      await page.getByText("39 of 50 (78%)").waitFor();
      await other.getByText("39 of 50 (78%)").waitFor();
      await page.getByRole("button", { name: "Play a step" }).click();
      await other.getByText("40 of 50 (80%)").waitFor();
      await other.context().close();
    },
    patience,
  );
});

const ownSpec = {
  version: 1,
  project: "My garden",
  milestones: [{ key: "A", title: "Spring" }],
  issues: [
    { key: "dig", title: "Dig", milestone: "A", state: "closed" },
    { key: "sow", title: "Sow", milestone: "A", blocked_by: ["dig"] },
    { key: "water", title: "Water", milestone: "A", blocked_by: ["sow"] },
  ],
};

/** As a person would: from the desktop onto the page. The script runs in the browser. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const script = `(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    return transfer;
  })()`;
  const dataTransfer = await page.evaluateHandle(script);
  await page.dispatchEvent("[data-drop]", "drop", { dataTransfer });
}

async function toggle(page: Page, pages: RunningPages, name: string, isOn: boolean): Promise<void> {
  await page.goto(`${pages.url}/play`);
  const control = page.getByRole("switch", { name });
  await control.click();
  await page.getByRole("switch", { name, checked: isOn }).waitFor();
}
