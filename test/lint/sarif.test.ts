/** What SARIF 2.1.0 demands of the properties that a report uses; others must not be there. */

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "#test";
import { renderSarif } from "../../src/lint/formats/sarif.ts";
import { lintDocument } from "../../src/lint/lint-document.ts";
import { rules } from "../../src/lint/rules/registry.ts";
import { examplePlan } from "./example-plan.ts";

const object = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  ...{ type: "object", properties, required, additionalProperties: false },
});
const list = (items: object) => ({ type: "array", items });
const text = object({ text: { type: "string", minLength: 1 } }, ["text"]);
const level = { enum: ["none", "note", "warning", "error"] };
const line = { type: "integer", minimum: 1 };

const location = object(
  {
    physicalLocation: object(
      {
        artifactLocation: object({ uri: { type: "string", format: "uri-reference" } }, ["uri"]),
        region: object({ startLine: line, snippet: text }, ["startLine"]),
      },
      ["artifactLocation", "region"],
    ),
  },
  ["physicalLocation"],
);

const result = object(
  {
    ...{ ruleId: { type: "string" }, ruleIndex: { type: "integer", minimum: 0 }, level },
    ...{ message: text, properties: { type: "object" } },
    locations: { ...list(location), minItems: 1 },
    relatedLocations: { ...list(location), uniqueItems: true },
  },
  ["ruleId", "ruleIndex", "level", "message", "locations"],
);

const rule = object(
  {
    ...{ id: { type: "string" }, shortDescription: text },
    defaultConfiguration: object({ level }, ["level"]),
  },
  ["id", "shortDescription", "defaultConfiguration"],
);

const driver = object(
  { name: { const: "Milepost" }, rules: { ...list(rule), uniqueItems: true } },
  ["name", "rules"],
);

const log = object(
  {
    ...{ version: { const: "2.1.0" }, $schema: { type: "string", format: "uri" } },
    runs: list(
      object(
        {
          tool: object({ driver }, ["driver"]),
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          results: list(result),
        },
        ["tool", "results"],
      ),
    ),
  },
  ["version", "runs"],
);

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(log);

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly defaultConfiguration: { readonly level: string };
      }[];
    };
  };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly locations: readonly Located[];
    readonly relatedLocations?: readonly Located[];
  }[];
}

interface Located {
  readonly physicalLocation: { readonly region: { readonly startLine: number } };
}

const broken = "<!-- milepost-lint off no-such-rule -->\n";
const examples = [broken, ...rules.map(({ example }) => example)];
const paths = (index: number) =>
  [`docs/plan ${index}.md`, `../${index}%.md`, `/a/#${index}?[é].md`][index % 3] ?? "";
const reports = examples.map((example, index) =>
  lintDocument({ path: paths(index), text: example }, examplePlan),
);
const written = JSON.parse(renderSarif(reports));
const [run]: readonly Run[] = written.runs;

describe("a SARIF log of every rule's findings", () => {
  test("is valid", () => {
    validate(written);
    expect(validate.errors).toBeNull();
  });

  test("of no findings and of no documents is valid", () => {
    for (const none of [[], [lintDocument({ path: "plan.md", text: "# Plan\n" }, null)]]) {
      validate(JSON.parse(renderSarif(none)));
      expect(validate.errors).toBeNull();
    }
  });

  test("holds every rule, and each result points at its own with its level", () => {
    const described = run?.tool.driver.rules ?? [];
    expect(new Set(described.map(({ id }) => id)).size).toBe(described.length);
    expect(new Set(run?.results.map(({ ruleId }) => ruleId))).toEqual(
      new Set(described.map(({ id }) => id)),
    );
    for (const { ruleId, ruleIndex, level } of run?.results ?? []) {
      expect(described[ruleIndex]).toMatchObject({ id: ruleId, defaultConfiguration: { level } });
    }
  });

  test("names no line twice in a result", () => {
    for (const { locations, relatedLocations = [] } of run?.results ?? []) {
      const lines = [...locations, ...relatedLocations].map(
        ({ physicalLocation }) => physicalLocation.region.startLine,
      );
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test("that lacks what is required, or has lines from 0, would not be valid", () => {
    const [first] = written.runs[0].results;
    const spoilt = (changes: object) => ({
      ...written,
      runs: [{ ...written.runs[0], results: [{ ...first, ...changes }] }],
    });
    const atZero = { artifactLocation: { uri: "a.md" }, region: { startLine: 0 } };
    expect(validate(spoilt({}))).toBe(true);
    expect(validate(spoilt({ message: undefined }))).toBe(false);
    expect(validate(spoilt({ level: "info" }))).toBe(false);
    expect(validate(spoilt({ locations: [{ physicalLocation: atZero }] }))).toBe(false);
  });
});
