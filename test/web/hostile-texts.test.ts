/** Texts that were written to do harm, in a browser: nothing runs, nothing is loaded, nothing is styled. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "#test";
import { type RunningPages, showPages } from "../../src/cli/demo/show-pages.ts";
import { launch, openPage } from "./chromium.ts";
import { describeInBrowser } from "./describe-in-browser.ts";

const patience = 60_000;
const home = "example/data-foundations";

const hostile = `<script>window.harmed = "script"</script>
<img src=x onerror="window.harmed = 'handler'">
<a href="javascript:window.harmed='link'">click me</a>
<svg onload="window.harmed='svg'"><style>body { display: none }</style></svg>
<p style="position:fixed;inset:0">over everything</p>
<form action="/${home}/issues/408/state" method="post"><button name="state" value="completed">free money</button></form>
<input type="checkbox" data-box="0:0">
<iframe src="https://example.com"></iframe>
<h1 id="main">not the page</h1>
![tracker](https://example.com/pixel.png)
[auto](<data:text/html,<script>window.harmed='data'</script>>)
</div></article></main><main>

- [ ] a true box`;

describeInBrowser("hostile texts in the demo's pages", () => {
  let browser: Browser;
  let pages: RunningPages;

  beforeAll(async () => {
    browser = await launch();
    pages = await showPages(0, () => undefined);
  }, patience);
  afterAll(async () => {
    await browser.close();
    await pages.site.stop();
  });

  test(
    "a title, a body, a comment, a label and a document do nothing",
    async () => {
      const issue = await fill(pages);
      const { page } = await openPage(browser, `${pages.url}/issues/${issue}`);
      const elsewhere: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(pages.site.url)) elsewhere.push(request.url());
      });
      for (const path of [`issues/${issue}`, "blob/main/docs/bad.md", "issues", "log", ""]) {
        await page.goto(`${pages.url}/${path}`);
        await page.locator("html.scripted").waitFor();
        expect(await page.evaluate("window.harmed")).toBeUndefined();
        expect(await page.locator("main").count()).toBe(1);
        expect(
          await page.locator(".markdown :is(script, style, form, iframe, [style])").count(),
        ).toBe(0);
      }
      expect(elsewhere).toEqual([]);
      await page.goto(`${pages.url}/issues/${issue}`);
      expect(await page.locator(".markdown").first().locator("button.box").count()).toBe(1);
      expect(await page.getByText("free money").locator("visible=true").count()).toBeGreaterThan(0);
      expect(await page.getByRole("button", { name: "free money" }).count()).toBe(0);
      await page.context().close();
    },
    patience,
  );

  test(
    "a diagram is drawn by Mermaid in a frame without an origin, and a broken one keeps its source",
    async () => {
      const good = "```mermaid\ngraph TD; First-->Second\n```";
      const bad = "```mermaid\ngraph ) (\n```";
      await post(pages, "issues", { title: "Diagrams", body: `${good}\n\n${bad}` });
      const { page, complaints } = await openPage(browser, `${pages.url}/issues`);
      await page.getByRole("link", { name: "Diagrams" }).click();
      const drawing = page.frameLocator(".diagram iframe").first();
      await drawing.getByText("Second").waitFor();
      await page.getByText("This diagram can't be drawn").waitFor();
      expect(await page.locator(".diagram pre:visible").count()).toBe(1);
      expect(await page.locator(".diagram iframe").first().getAttribute("sandbox")).toBe(
        "allow-scripts",
      );
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    patience,
  );
});

/** Writes the hostile text wherever a text can stand; the number of the issue. */
async function fill(pages: RunningPages): Promise<string> {
  const title = '<img src=x onerror="window.harmed=1"> </title><script>window.harmed=1</script>';
  const made = await post(pages, "issues", { title, body: hostile });
  const issue = made.split("/").at(-1) ?? "";
  await post(pages, `issues/${issue}/comments`, { body: hostile });
  const file = { base: "e3b0c44298fc1c14", text: hostile, message: "<b>bold</b>" };
  await post(pages, "edit/main/docs/bad.md", file);
  return issue;
}

/** Where the site leads to after the act. */
async function post(
  pages: RunningPages,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await fetch(`${pages.url}/${path}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}
