/** Tests that need a browser, and one line where there is none. */
import { describe } from "#test";
import { findChromium } from "./chromium.ts";

/** As `describe`; where there is no browser its tests are skipped. */
export const describeInBrowser = findChromium() === undefined ? skipped : describe;

function skipped(name: string, tests: () => void): void {
  process.stdout.write(
    `Skipped "${name}": no Chromium was found. Install it (apt-get install chromium) or set CHROMIUM to its path.\n`,
  );
  describe.skip(name, tests);
}
