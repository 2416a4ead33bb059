import { describe, expect, test } from "#test";
import { lintDocument } from "../../src/lint/lint-document.ts";
import { item, plan } from "../domain/project-builder.ts";
import { findingsIn } from "./expected-findings.ts";

describe("#1 and #2, listed twice", () => {
  const twoStates =
    "## Open\n- [ ] #1 Parser\n- [ ] #2 Printer\n\n## Phase 1\n- [x] #1 Parser\n- [x] #2 Printer\n";

  test("are issues where they have the same names", () => {
    expect(findingsIn(twoStates)).toEqual(["state-conflict @2: 2 6", "state-conflict @3: 3 7"]);
  });

  test("are issues where they have no names", () => {
    expect(findingsIn(twoStates.replaceAll(/ P\w+$/gm, ""))).toHaveLength(2);
  });

  test("are issues where one of several was renamed", () => {
    const open = "## Open\n- [ ] #1 Parser\n- [ ] #2 Printer\n- [ ] #3 Menu\n";
    const done = "\n## Phase 1\n- [x] #1 Reader\n- [x] #2 Printer\n- [x] #3 Menu\n";
    expect(findingsIn(open + done)).toHaveLength(3);
  });

  test("are counted twice where two phases list them as open", () => {
    const text =
      "## Phase 1\n- [ ] #1 Parser\n- [ ] #2 Printer\n\n## Phase 2\n- [ ] #1 Parser\n- [ ] #2 Printer\n";
    expect(findingsIn(text)).toEqual(["issue-listed-twice @2: 2 6", "issue-listed-twice @3: 3 7"]);
  });

  test("drift where a name is hardly the same", () => {
    const text =
      "## Now\n- #1 Rounded corners of windows\n- #2 Printer\n\n## Later\n- #1 Dark windows at night\n- #2 Printer\n";
    expect(findingsIn(text)).toEqual(["title-drift @2: 2 6"]);
  });

  const ownLists =
    "## Open\n- [ ] #1 Menu\n- [ ] #2 Tests\n\n## Done\n- [x] #1 Keys\n- [x] #2 Tests\n";

  test("are the document's own where they name other things, of which one may be called the same", () => {
    expect(findingsIn(ownLists)).toEqual([]);
  });

  test("are issues all the same where GitHub has such issues", () => {
    const against = plan([item(1), item(2)]);
    const found = lintDocument({ path: "plan.md", text: ownLists }, against).findings;
    const lines = found.filter(({ rule }) => rule === "state-conflict").map(({ line }) => line);
    expect(lines).toEqual([2, 3]);
  });
});
