import { describe, expect, test } from "#test";
import { combineLayers } from "../../src/config/combine-layers.ts";
import type { Config } from "../../src/config/config.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readLayer } from "../../src/config/settings-layer.ts";

const far = "acme/standards:.github/milepost.yml";

/** The repository's own text first. */
function combine(...texts: readonly string[]) {
  return combineLayers(
    texts.map((text, index) => readLayer(text, index === 0 ? undefined : `${far}${index}`)),
  );
}

function configOf(...texts: readonly string[]): Config {
  const result = combine(...texts);
  if (result.kind === "invalid") throw new Error(JSON.stringify(result.errors));
  return result.config;
}

function errorsOf(...texts: readonly string[]): readonly string[] {
  const result = combine(...texts);
  if (result.kind === "valid") return [];
  return result.errors.map(
    ({ file = "own", line, key, message }) => `${file}:${line} [${key}] ${message}`,
  );
}

describe("settings that extend others", () => {
  test("replace what they say themselves, and keep the rest", () => {
    const config = configOf(
      "unit: hours\ndocuments: [own.md]",
      "unit: points\ndocuments: [far.md, other.md]\ntimezone: Europe/Berlin",
      "timezone: Asia/Tokyo\njson: plan.json",
    );
    expect(config).toEqual({
      ...defaultConfig,
      unit: "hours",
      documents: [{ path: "own.md" }],
      timezone: "Europe/Berlin",
      json: "plan.json",
    });
  });

  test("join groups key by key", () => {
    const config = configOf(
      "labels: {phase: false, team: 'own: '}\nstates: {onHold: waiting}",
      "labels: {phase: 'ph: ', team: 'team: ', area: 'area: '}\nstates: {inProgress: doing, onHold: x}",
      "epics: {label: big}\ncount: {epics: false}\ncommits: {every: 2h}\ncommands: {prefix: '!'}",
      "commands: {prefix: '+', disable: [team]}\nnotify: {unblocked: off}",
    );
    expect(config.commands).toEqual({ prefix: "!", disable: ["team"] });
    expect(config.notify).toEqual({ unblocked: "off" });
    expect(Object.fromEntries(config.labels)).toEqual({
      cluster: "cluster: ",
      priority: "priority: ",
      team: "own: ",
      area: "area: ",
    });
    expect(config.states).toEqual({ inProgress: "doing", onHold: "waiting" });
    expect([config.epics.label, config.count.epics, config.commits.everyMinutes]).toEqual([
      "big",
      false,
      120,
    ]);
  });

  test("say nothing by a key without a value, and something by an empty list", () => {
    expect(configOf("unit:\ndocuments:", "unit: tasks\ndocuments: [a.md]")).toMatchObject({
      unit: "tasks",
      documents: [{ path: "a.md" }],
    });
    expect(configOf("documents: []", "documents: [a.md]").documents).toEqual([]);
  });

  test("are the defaults where there is no file at all", () => {
    expect(combineLayers([])).toEqual({ kind: "valid", config: defaultConfig });
  });
});

describe("errors", () => {
  test("name the file they are in, the own one first", () => {
    expect(errorsOf("timezone: UTC\nunit: hour", "states:\n  onhold: x\n", "- a")).toEqual([
      `own:2 [unit] "unit" must be one of issues, tasks, points, hours, but it is "hour". Did you mean "hours"?`,
      `${far}1:2 [states.onhold] Unknown key "onhold". Did you mean "onHold"? Allowed here: inProgress, onHold, blocked.`,
      expect.stringContaining(`${far}2:1 [] The file must be a group of keys`),
    ]);
  });

  test("of two files together stand in the nearer one that says it", () => {
    expect(errorsOf("labels:\n  team: 'Area: '\n", "labels: {area: 'area: '}")).toEqual([
      `own:2 [labels.team] "labels.team" must differ from the start of "area", but it is "Area: ".`,
    ]);
    expect(errorsOf("unit: issues", "documents: [a.md, a.md]")).toEqual([
      `${far}1:1 [documents[1]] "documents[1]" must be listed only once, but it is "a.md".`,
    ]);
  });

  test("of a default that another file has moved are none", () => {
    expect(errorsOf("labels: {team: 'phase: '}", "labels: {phase: 'step: '}")).toEqual([]);
  });
});
