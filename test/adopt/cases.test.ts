import { describe, expect, test } from "@jest/globals";
import { adoptionText } from "../../src/cli/adopt/show-adoption.ts";
import { adoptInto, casePlans, decode, encode, readCase } from "./adoption.ts";

/** As a reader sees it: without markers and the definitions of links. */
function visible(document: string): string {
  return document.replace(/<!-- milepost:[^\n]*-->\n?/g, "").replace(/^\[[^\]\n]+\]: \S+\n/gm, "");
}

describe.each(casePlans)("the plan document %s", (name, plan, milestone) => {
  const document = readCase(`plans/${name}.md`);
  const adoption = adoptInto(plan, milestone, encode(document));

  test("becomes what a person has read and approved", () => {
    expect(decode(adoption.bytes)).toBe(readCase(`adopt/${name}/expected.md`));
  });

  test("says of each passage what becomes of it and why", () => {
    expect(`${adoptionText(adoption)}\n`).toBe(readCase(`adopt/${name}/expected.txt`));
  });

  test("gets no longer to read and has no finding", () => {
    expect(visible(decode(adoption.bytes)).length).toBeLessThanOrEqual(document.length);
    expect(adoption.findings).toEqual([]);
  });

  test("has nothing to adopt a second time", () => {
    const again = adoptInto(plan, milestone, adoption.bytes);
    expect(again.proposals).toEqual([]);
    expect(decode(again.bytes)).toBe(decode(adoption.bytes));
  });
});
