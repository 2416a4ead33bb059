import { describe, expect, test } from "#test";
import { adoptionText } from "../../src/cli/adopt/show-adoption.ts";
import { adoptInto, casePlans, decode, encode, m2Plan, readCase } from "./adoption.ts";

/** As a reader sees it: without markers and targets of links. */
function visible(document: string): string {
  return document
    .replace(/<!-- milepost:[^\n]*-->\n?/g, "")
    .replace(/^\[[^\]\n]+\]: \S+\n/gm, "")
    .replace(/\]\([^)]*\)/g, "]");
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

  test("has no finding", () => {
    expect(adoption.findings).toEqual([]);
  });

  test("has nothing to adopt a second time", () => {
    const again = adoptInto(plan, milestone, adoption.bytes);
    expect(again.proposals).toEqual([]);
    expect(decode(again.bytes)).toBe(decode(adoption.bytes));
  });
});

test("a plan that says the same in several places gets shorter to read", () => {
  const document = readCase("plans/m2-data-foundations.md");
  const { bytes } = adoptInto(m2Plan, "M2 Data Foundations", encode(document));
  expect(visible(decode(bytes)).length).toBeLessThan(document.length * 0.9);
});
