import { expect, test } from "#test";
import { keepDocumentTrue } from "../../src/live/live-document.ts";
import { livePlan } from "./live-project.ts";

test("a line with a box before the same issue thousands of times is kept true as a short one is", () => {
  const kept = (times: number) => {
    const text = `# Plan\n\n${"[x] #1 | ".repeat(times)}\n`;
    const { document } = keepDocumentTrue(new TextEncoder().encode(text), livePlan, 1, true);
    return new TextDecoder().decode(document);
  };
  const one = kept(2).slice("# Plan\n\n".length).slice(0, "[x] #1 | ".length);
  expect(kept(60_000)).toBe(`# Plan\n\n${one.repeat(60_000)}\n`);
});
