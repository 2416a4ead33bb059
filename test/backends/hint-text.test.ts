import { expect, test } from "#test";
import { readHint, writeHint } from "../../src/backends/redis/hint-text.ts";
import type { Hint } from "../../src/engine/hint.ts";

test("a hint survives, whatever a label is called", () => {
  const hint: Hint = { kind: "label-renamed", id: "LA_1", name: '"}]\n\u2028\u0000 -->' };
  expect(readHint(writeHint(hint))).toEqual([hint]);
});

test.each([
  '{"kind":"of-a-later-release"}',
  '{"kind":"constructor"}',
  "{}",
  "null",
  "[]",
  "not JSON",
])("%s is not understood, so everything is looked at", (text) => {
  expect(readHint(text)).toEqual([{ kind: "everything" }, { kind: "missed-texts" }]);
});
