import { describe, expect, test } from "#test";
import type { ForeignIssue } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { createLinks } from "../../src/render/links.ts";
import { buildPlan } from "./plan-builder.ts";

const foreign = (reference: IssueReference, url: string | null): [IssueReference, ForeignIssue] => [
  reference,
  { reference, title: null, url, state: "open" },
];

const plan = buildPlan({
  items: [{ number: 4 }, { number: 5 }, { number: 6 }, { number: 9 }],
  foreign: new Map([
    foreign("octo/engine#3", "https://github.com/octo/engine/issues/3"),
    foreign("octo/my_tool_#8", "https://github.com/octo/my_tool_/issues/8"),
    foreign("corp/own#2", "https://git.corp.example/corp/own/issues/2"),
    foreign("octo/hidden#1", null),
  ]),
});

describe("links in a document", () => {
  test("are shortcut references whose definitions follow, ascending and once each", () => {
    const links = createLinks("document", plan);
    expect(links.ref(9)).toBe("[#9]");
    expect(links.list([6, 4, 9, 5])).toEqual(["[#4]-[#6]", "[#9]"]);
    expect(links.ref("octo/engine#3")).toBe("[octo/engine#3]");
    expect(links.definitions()).toBe(
      [
        "[#4]: https://github.com/octo/game/issues/4",
        "[#6]: https://github.com/octo/game/issues/6",
        "[#9]: https://github.com/octo/game/issues/9",
        "[octo/engine#3]: https://github.com/octo/engine/issues/3",
      ].join("\n"),
    );
  });

  test("an issue that is not in the plan is linked in its repository all the same", () => {
    const links = createLinks("document", plan);
    links.ref(77);
    expect(links.definitions()).toBe("[#77]: https://github.com/octo/game/issues/77");
  });

  test("what cannot be linked is a code span and defines nothing", () => {
    const links = createLinks("document", plan);
    expect(links.ref("octo/hidden#1")).toBe("`octo/hidden#1`");
    expect(links.ref("octo/never-seen#1")).toBe("`octo/never-seen#1`");
    expect(links.definitions()).toBe("");
  });

  test("an underscore in a name makes no emphasis, and the label still meets its definition", () => {
    const links = createLinks("document", plan);
    expect(links.ref("octo/my_tool_#8")).toBe("[octo/my\\_tool\\_#8]");
    expect(links.definitions()).toMatch(/^\[octo\/my\\_tool\\_#8\]: /);
  });
});

describe("links in the status issue", () => {
  test("are relative, so that they leave no event on other issues", () => {
    const links = createLinks("status-issue", plan);
    links.ref(9);
    links.ref("octo/engine#3");
    expect(links.definitions()).toBe(
      "[#9]: ../issues/9\n[octo/engine#3]: https://redirect.github.com/octo/engine/issues/3",
    );
  });

  test("a foreign issue on another host is a code span: nothing forwards there without an event", () => {
    expect(createLinks("status-issue", plan).ref("corp/own#2")).toBe("`corp/own#2`");
  });
});

describe("issues in a row", () => {
  test("are a range whose ends are links of their own", () => {
    const links = createLinks("status-issue", plan);
    expect(links.list([4, 5, 6]).join(", ")).toBe("[#4]-[#6]");
    expect(links.definitions()).toBe("[#4]: ../issues/4\n[#6]: ../issues/6");
  });

  test("count as many as they are where there is no room for them", () => {
    expect(createLinks("document", plan).list([1, 4, 5, 6, 9], 1)).toEqual(["[#1]", "and 4 more"]);
  });
});
