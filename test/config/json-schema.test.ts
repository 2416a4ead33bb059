import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, test } from "#test";
import { parseConfig } from "../../src/config/parse-config.ts";
import {
  documentEndings,
  findPathFault,
  longestPath,
  pathPattern,
} from "../../src/config/paths.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const schema = JSON.parse(read("docs/milepost.schema.json"));
const validate = new Ajv2020({ strictSchema: true, allErrors: true }).compile(schema);

/** Where the schema finds something wrong. */
function wrongPlaces(text: string): readonly string[] {
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

describe("the published schema", () => {
  test.each(["m2-data-foundations", "phase-5-status", "database-roadmap"])(
    "accepts the configuration of %s",
    (name) => {
      expect(wrongPlaces(read(`examples/${name}/documents/.github/milepost.yml`))).toEqual([]);
    },
  );

  test("accepts every key", () => {
    const text = `
unit: hours
documents: [{path: plans/m2.md, milestone: 2}, {path: a b/c.MARKDOWN, milestone: "5.10"}, README.md, "docs/**/*-plan.md", {path: plans/M?.md, live: true, titles: true}]
labels: {cluster: "area/", phase: false, priority: null}
states: {inProgress: doing, onHold: x}
epics: {label: Epic}
count: {epics: false}
commits: {every: 0}
mode: observe
timezone: America/Argentina/Buenos_Aires
json: docs/plan.json
_extends: acme/standards:team.yml
`;
    expect(parseConfig(text).kind).toBe("valid");
    expect(wrongPlaces(text)).toEqual([]);
  });

  test.each([
    ["", "- a"],
    ["", "unitt: issues"],
    ["/unit", "unit: isues"],
    ["/documents", "documents: a.md"],
    ["/documents/0", "documents: [../a.md]"],
    ["/documents/0", "documents: [{milestone: 2}]"],
    ["/documents/0/path", "documents: [{path: .github/a.md}]"],
    ["/documents/0/milestone", "documents: [{path: a.md, milestone: 5.9}]"],
    ["/documents", "documents: [a.md, a.md]"],
    ["/labels", "labels: {Team: x}"],
    ["/labels/cluster", "labels: {cluster: ''}"],
    ["/states", "states: {inprogress: x}"],
    ["/states/onHold", `states: {onHold: ${"x".repeat(51)}}`],
    ["/count/epics", "count: {epics: 'yes'}"],
    ["/commits/every", "commits: {every: 2w}"],
    ["/mode", "mode: dry"],
    ["/timezone", "timezone: '+01:00'"],
    ["/documents/0", "documents: ['docs/**.md']"],
    ["/documents/0", "documents: ['.github/*.md']"],
    ["/json", "json: plan.md"],
    ["/json", "json: '*.json'"],
    ["/_extends", "_extends: https://github.com/a/b"],
  ])("refuses at %j: %s", (place, text) => {
    expect(wrongPlaces(text)).toContain(place);
    expect(parseConfig(text).kind).toBe("invalid");
  });

  test("names itself, and describes every key", () => {
    expect(schema.$id).toMatch(/^https:\/\/.+\/docs\/milepost\.schema\.json$/);
    expect(schema.title).toBe("Milepost configuration");
    const undescribed = Object.entries<{ description?: string }>(schema.properties).filter(
      ([, property]) => !property.description,
    );
    expect(undescribed).toEqual([]);
  });
});

test.each(["file", "pattern"] as const)(
  "the schema of a path and the rules that Milepost goes by are one: %s",
  (kind) => {
    const pattern = new RegExp(pathPattern(documentEndings, kind), "u");
    const part = fc.constantFrom(
      ...["docs", "a b", ".", "..", "/", "//", "\\", ".github", ".GIT", ".gitx", "C:", "http://"],
      ...["~", "*", "**", "?", " ", "\n", "\u0007", ".md", ".MD", ".markdown", ".txt", "", "ü"],
    );
    const paths = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(paths, (path) => {
        const accepted = pattern.test(path) && path.length <= longestPath;
        expect([path, accepted]).toEqual([
          path,
          findPathFault(path, documentEndings, kind) === undefined,
        ]);
      }),
      { numRuns: 3000 },
    );
  },
);
