/** A browser for tests and pictures: Debian's Chromium, or whatever CHROMIUM names. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Undefined where there is none. */
export function findChromium(): string | undefined {
  return places.find((path) => path !== undefined && existsSync(path));
}

export function launch(): Promise<Browser> {
  // Without its own sandbox, because tests may run as root, where it refuses to start.
  return chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
}

/** A new page; what its scripts complain of is added to `complaints`. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}
