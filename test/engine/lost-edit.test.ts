import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { ObservedVersion } from "../../src/domain/observation.ts";
import { mendLostEdit } from "../../src/engine/lost-edit.ts";
import { peoplesPartOf, withPartsOf } from "../../src/render/status-issue-body.ts";

const ours = (text: string | null): ObservedVersion => ({ text, isOurs: true });
const theirs = (text: string | null): ObservedVersion => ({ text, isOurs: false });
const whole = (text: string) => text;
const mend = (...versions: ObservedVersion[]) => mendLostEdit(versions, whole);

const list = "It is slow.\n\n- [ ] measure";
const withMore = `${list}\n- [ ] mend`;

describe("a person's edit below ours", () => {
  test.each([
    ["before it", `Read this.\n\n${list}`, `Read this.\n\n${withMore}`],
    ["behind it", `${list}\n\nThat is all.`, `${withMore}\n\nThat is all.`],
    ["of a line", list.replace("slow", "very slow"), withMore.replace("slow", "very slow")],
    ["of a tick", list.replace("[ ]", "[x]"), withMore.replace("- [ ] measure", "- [x] measure")],
  ])("%s, which ours was not made from, is joined with ours", (_name, edit, mended) => {
    expect(mend(ours(withMore), theirs(edit), theirs(list))).toBe(mended);
  });

  test("that ours was made from is not lost", () => {
    const edit = `Read this.\n\n${list}`;
    expect(mend(ours(`${edit}\n- [ ] mend`), theirs(edit), theirs(list))).toBeNull();
  });

  test("is joined where the text was empty before", () => {
    expect(mend(ours("- [ ] mend"), theirs("Read this."), theirs(""))).toContain("Read this.");
  });

  test("of the same line as ours stands, as the person's word wins", () => {
    const edit = list.replace("measure", "measure well");
    expect(mend(ours(list.replace("[ ]", "[x]")), theirs(edit), theirs(list))).toBe(edit);
  });

  test("that added what ours then ticked is not lost", () => {
    const edit = `${list}\n- [ ] mend`;
    expect(mend(ours(edit.replace("[ ] mend", "[x] mend")), theirs(edit), theirs(list))).toBeNull();
  });

  test("that ours took back on somebody's word is not lost", () => {
    expect(mend(ours(list), theirs(withMore), theirs(list))).toBeNull();
  });

  test("is found with all that were made in a row since ours was made", () => {
    const one = `One.\n${list}`;
    const two = `Two.\n${one}`;
    const mended = `Two.\nOne.\n${withMore}`;
    expect(mend(ours(withMore), theirs(two), theirs(one), theirs(list))).toBe(mended);
    const from = ours(`One.\n${withMore}`);
    expect(mend(from, theirs(two), theirs(one), theirs(list))).toBe(mended);
  });

  test("is found below several of ours", () => {
    const edit = `Read this.\n\n${list}`;
    const versions = [ours(`${withMore}\n- [ ] tell`), ours(withMore), theirs(edit), ours(list)];
    expect(mend(...versions)).toBe(`Read this.\n\n${withMore}\n- [ ] tell`);
  });

  test("is joined with what a person wrote after ours", () => {
    const edit = `Read this.\n\n${list}`;
    const later = `${withMore}\n\nThat is all.`;
    const mended = `Read this.\n\n${later}`;
    expect(mend(theirs(later), ours(withMore), theirs(edit), theirs(list))).toBe(mended);
    expect(mend(theirs(mended), ours(withMore), theirs(edit), theirs(list))).toBeNull();
  });

  test("is left where a person wrote otherwise after ours", () => {
    const edit = list.replace("slow", "very slow");
    const later = withMore.replace("slow", "a little slow");
    expect(mend(theirs(later), ours(withMore), theirs(edit), theirs(list))).toBeNull();
  });

  test.each([
    ["nobody edited", []],
    ["only people edited", [theirs(withMore), theirs(list)]],
    ["only Milepost edited", [ours(withMore), ours(list)]],
    ["is not known before", [ours(withMore), theirs(`Read this.\n${list}`)]],
    ["was deleted", [ours(withMore), theirs(null), theirs(list)]],
    ["was deleted before", [ours(withMore), theirs(`Read this.\n${list}`), theirs(null)]],
  ])("is not looked for in a text that %s", (_name, versions) => {
    expect(mend(...versions)).toBeNull();
  });
});

describe("of the status issue", () => {
  const body = (before: string, status: string, after: string) =>
    `${before}<!-- milepost-status-issue -->
<!-- milepost:problems -->
<!-- milepost:end -->
<!-- milepost:status -->
${status}<!-- milepost:end -->
${after}
<!-- milepost-notebook {"version":1,"of":"${status.trim()}"} -->
`;
  const mendStatus = (...versions: ObservedVersion[]) => mendLostEdit(versions, peoplesPartOf);

  test("what people wrote around the regions is given back, with what Milepost wrote last", () => {
    const [before, edit, written] = [
      body("", "1 of 6\n", ""),
      body("Read this.\n\n", "1 of 6\n", "Thanks."),
      body("", "2 of 6\n", ""),
    ];
    const mended = mendStatus(ours(written), theirs(edit), ours(before));
    expect(withPartsOf(mended ?? "", written)).toBe(body("Read this.\n\n", "2 of 6\n", "Thanks."));
    expect(mendStatus(ours(withPartsOf(edit, written)), theirs(edit), ours(before))).toBeNull();
  });

  test("what they wrote within a region is Milepost's to write over", () => {
    const edit = body("", "1 of 6, I think\n", "");
    const written = body("", "2 of 6\n", "");
    expect(mendStatus(ours(written), theirs(edit), ours(body("", "1 of 6\n", "")))).toBeNull();
  });

  test("a tick that Milepost took away is not given back", () => {
    const box = (mark: string) => `- [${mark}] Refresh now <!-- milepost-box /sync -->\n`;
    const [before, ticked] = [body("", box(" "), ""), body("", box("x"), "")];
    expect(mendStatus(ours(before), theirs(ticked), ours(before))).toBeNull();
  });

  test("a marker that they took away stays away, and its finding follows", () => {
    const edit = body("", "1 of 6\n", "").replace("<!-- milepost:problems -->\n", "");
    const mended = mendStatus(
      ours(body("", "2 of 6\n", "")),
      theirs(edit),
      ours(body("", "1 of 6\n", "")),
    );
    expect(mended).not.toContain("<!-- milepost:problems -->");
  });
});

test("whatever a person wrote at the beginning or the end, it is given back, or was never lost", () => {
  const line = fc.stringMatching(/^[a-z]{1,6}$/);
  const text = fc.array(line, { minLength: 2, maxLength: 6 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, fc.boolean(), fc.boolean(), (base, isFirst, isLost) => {
      const edit = isFirst ? `A person\n${base}` : `${base}\nA person`;
      const write = (from: string) => `${from}\n- [ ] ours`;
      const mended = mend(ours(write(isLost ? base : edit)), theirs(edit), theirs(base));
      if (!isLost) expect(mended).toBeNull();
      else expect(mended?.split("\n").sort()).toEqual(write(edit).split("\n").sort());
    }),
  );
});
