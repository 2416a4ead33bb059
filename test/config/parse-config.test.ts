import fc from "fast-check";
import { z } from "zod";
import { describe, expect, test } from "#test";
import type { Config } from "../../src/config/config.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { configSchema } from "../../src/config/schema.ts";

function configOf(text: string): Config {
  const result = parseConfig(text);
  if (result.kind === "invalid") throw new Error(JSON.stringify(result.errors));
  return result.config;
}

function errorsOf(text: string): readonly string[] {
  const result = parseConfig(text);
  if (result.kind === "valid") return [];
  return result.errors.map(
    ({ line, column, key, message }) => `${line}:${column} [${key}] ${message}`,
  );
}

describe("a valid file", () => {
  test.each([
    ["an empty one", ""],
    ["blanks", " \n\n"],
    ["only comments", "# nothing yet\n"],
    ["keys without values", "unit:\ndocuments:\nlabels:\n"],
    ["a byte order mark", "\ufeff"],
  ])("says the defaults: %s", (_name, text) => expect(configOf(text)).toEqual(defaultConfig));

  test("may say everything", () => {
    const text = `
unit: hours
documents:
  - path: plans/m2.md
    milestone: 2
  - path: plans/data.markdown
    milestone: "5.10"
  - README.md
labels: {cluster: "area/", team: "team: ", phase: false, priority: null}
states: {inProgress: doing}
epics: {label: Epic}
count: {epics: false}
commits: {every: 30m}
commands: {prefix: "/mp-", disable: [chain, Defer, team]}
notify: {unblocked: off}
timezone: Europe/Berlin
mode: observe
onboarding: true
json: docs/plan.json
_extends: acme/standards
`;
    expect(configOf(text)).toEqual({
      unit: "hours",
      documents: [
        { path: "plans/m2.md", milestone: 2 },
        { path: "plans/data.markdown", milestone: "5.10" },
        { path: "README.md" },
      ],
      labels: new Map([
        ["cluster", "area/"],
        ["team", "team: "],
      ]),
      states: { inProgress: "doing", onHold: "on hold" },
      epics: { label: "Epic" },
      count: { epics: false },
      commits: { everyMinutes: 30 },
      commands: { prefix: "/mp-", disable: ["chain", "Defer", "team"] },
      notify: { unblocked: "off" },
      timezone: "Europe/Berlin",
      mode: "observe",
      onboarding: true,
      json: "docs/plan.json",
    });
  });

  test.each([
    ["0", 0],
    ["'0'", 0],
    ["0m", 0],
    ["90m", 90],
    ["2h", 120],
    ["30d", 43_200],
  ])("commits every %s", (text, minutes) =>
    expect(configOf(`commits: {every: ${text}}`).commits.everyMinutes).toBe(minutes),
  );

  test("frees the start of a default's labels by removing it", () => {
    const { labels } = configOf('labels: {phase: false, stage: "phase: "}');
    expect([...labels.keys()]).toEqual(["cluster", "priority", "stage"]);
  });
});

describe("an invalid file", () => {
  test.each([
    ["a list", "- a"],
    ["a scalar", "milepost"],
    ["unknown keys", "unit: issues\ndocument: x\ncount: {epic: true}\nzzz: 1"],
    ["a wrong unit", "unit: isues"],
    ["documents that are no list", "documents: a.md"],
    ["a number for a document", "documents: [5]"],
    ["a document without a path", "documents:\n  - milestone: 2"],
    ["a fraction for a milestone", "documents:\n  - {path: a.md, milestone: 5.9}"],
    ["documents twice", "documents: [a.md, {path: a.md}, 5]"],
    ["labels of the wrong kind", "labels: {cluster: 5, Team: x, area: '', phase: [a]}"],
    ["labels that start alike", "labels: {stage: 'Phase: ', a: 'x', b: 'X'}"],
    ["a dimension that is no word", "labels: {__proto__: x}"],
    ["states of the wrong kind", "states: {inprogress: x, onHold: 3}"],
    ["a word for a boolean", "count: {epics: yes}"],
    ["a group that is none", "commits: 1h"],
    ["durations", "commits: {every: 2w}"],
    ["a long duration", "commits: {every: 31d}"],
    ["an unknown time zone", "timezone: Europe/Berln"],
    ["an offset", "timezone: '+01:00'"],
    ["an export that is no JSON", "json: plan.md"],
    ["a wrong mode", "mode: obsreve"],
    ["a prefix that is none", "commands: {prefix: 'mp '}"],
    [
      "commands that are none",
      "commands: {disable: [strat, /start, phase, zzz, 5]}\nlabels: {phase: false}",
    ],
    ["a word for commands", "commands: {disable: start}"],
    ["a wrong word for notices", "notify: {unblocked: always}"],
    ["a misspelt link", "_extend: other"],
    ["misspelt keys in groups", "states: {onhold: x}\nepics: {lable: x}\ncommits: {ever: 1h}"],
    ["a number for a link", "_extends: 5"],
    ["links of the wrong kind", "_extends: [a, b]"],
    ["a tab", "count:\n\tepics: true"],
    ["a key twice", "unit: issues\nunit: x"],
    ["bad indentation", "documents:\n  - a.md\n - b.md"],
    ["an open bracket", "documents: [a.md"],
    ["a colon in a value", "epics: {label: x}\nstates: a: b"],
    ["a reserved character", "json: @x"],
    ["an alias", "unit: &u issues\njson: *u"],
    ["two documents", "unit: tasks\n---\nunit: issues"],
    ["a long file", `# ${"x".repeat(100_000)}`],
  ])("has its errors located and explained: %s", (_name, text) => {
    expect(errorsOf(text)).toMatchSnapshot();
    expect(errorsOf(text).length).toBeGreaterThan(0);
  });

  test.each([
    "/a.md",
    "../a.md",
    "a/../b.md",
    "./a.md",
    "a//b.md",
    "a\\b.md",
    "C:/a.md",
    "~/a.md",
    ".github/a.md",
    ".GitHub/a.md",
    ".git/a.md",
    "a.txt",
    "a",
    "",
    " a.md",
    "docs/**.md",
    "docs/***/a.md",
    "../*.md",
    "/*.md",
    ".github/*.md",
    "docs/*",
    "https://x.y/a.md",
    "docs/",
    "a\u0007.md",
    `${"a".repeat(500)}.md`,
  ])("refuses the path %j", (path) => {
    expect(errorsOf(`documents: [${JSON.stringify(path)}]`)).toHaveLength(1);
    expect(errorsOf(`json: ${JSON.stringify(path.replace(/\.md$/, ".json"))}`)).toHaveLength(1);
  });

  test("takes patterns for documents, and for no other file", () => {
    const entry = { path: "docs/**/*-plan.md", milestone: "M2", live: true };
    expect(configOf(`documents: [plans/*.md, ${JSON.stringify(entry)}]`).documents).toEqual([
      { path: "plans/*.md" },
      entry,
    ]);
    expect(errorsOf('json: "docs/*.json"')).toEqual([
      expect.stringContaining("must name one file: patterns are not supported here"),
    ]);
    expect(errorsOf('documents: ["docs/**.md"]')).toEqual([
      expect.stringContaining('must have "**" alone between slashes, as in docs/**/*.md'),
    ]);
  });

  test("follows titles in live documents, and nowhere else", () => {
    const entry = { path: "a.md", live: true, titles: true };
    expect(configOf(`documents: [${JSON.stringify(entry)}]`).documents).toEqual([entry]);
    expect(configOf("documents: [{path: a.md, titles: false}]").documents).toHaveLength(1);
    const wrong =
      "documents: [{path: a.md, titles: true}, {path: b.md, live: false, titles: true}]";
    expect(errorsOf(wrong)).toEqual([
      expect.stringContaining('"documents[0].titles" must stand beside "live: true"'),
      expect.stringContaining('"documents[1].titles" must stand beside "live: true"'),
    ]);
    expect(errorsOf("documents: [{path: a.md, live: true, titles: 1}]")).toEqual([
      expect.stringContaining('"documents[0].titles" must be true or false'),
    ]);
  });

  test("may list at most 100 documents", () => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, index) => `- d${index}.md`).join("\n");
    expect(configOf(`documents:\n${list(100)}`).documents).toHaveLength(100);
    expect(errorsOf(`documents:\n${list(101)}`)).toHaveLength(1);
  });

  test("may not nest without end", () => {
    expect(errorsOf("[".repeat(50_000))).toEqual([expect.stringContaining("nested too deeply")]);
  });

  test("unfolds no aliases", () => {
    const bomb = [
      "a: &a [x]",
      ..."bcdefgh".split("").map((c, i) => `${c}: &${c} [${`*${"abcdefg"[i]},`.repeat(9)}]`),
    ].join("\n");
    expect(errorsOf(bomb)[0]).toContain("Aliases");
  });

  test("lists its errors in order of line", () => {
    const lines = errorsOf(
      "json: x\ntimezone: y\nfoo: 1\nlabels: {A: x}\ndocuments: [z]\nunit: w",
    ).map((e) => e.slice(0, 1));
    expect(lines).toEqual(["1", "2", "3", "4", "5", "6"]);
  });
});

test("no text makes it throw", () => {
  const piece = fc.constantFrom(
    "unit",
    "documents",
    "labels",
    ": ",
    "\n",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "#",
    "'",
    '"',
    "|",
    "\t",
    "5",
    "!!x ",
    "---",
    "? ",
    "null",
    "__proto__",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
      const result = parseConfig(parts.join(""));
      const errors = result.kind === "invalid" ? result.errors : [];
      expect(result.kind === "valid" || errors.length > 0).toBe(true);
      for (const { line, column, message } of errors) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message).toMatch(/[.?]$/);
      }
    }),
    { numRuns: 1000 },
  );
});

test("every key of the schema is described", () => {
  const undescribed: string[] = [];
  const walk = (schema: z.core.JSONSchema.BaseSchema, path: string): void => {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (typeof value !== "object") continue;
      if (!value.description) undescribed.push(`${path}${key}`);
      walk(value, `${path}${key}.`);
    }
  };
  const schema = z.toJSONSchema(configSchema, { io: "input" });
  walk(schema, "");
  expect(Object.keys(schema.properties ?? {})).toHaveLength(14);
  expect(undescribed).toEqual([]);
});
