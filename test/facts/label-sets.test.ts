import fc from "fast-check";
import { expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readLabels } from "../../src/facts/label-facts.ts";
import { createLabelReader } from "../../src/facts/label-sets.ts";

const anyLabels = fc.array(
  fc.constantFrom("epic", "on hold", "cluster: A", "cluster: B", "points: 3", "").map((name) => ({
    id: "L",
    name,
  })),
  { maxLength: 3 },
);

test("labels say what they say alone, and the same list of them is read once", () => {
  const labelsOf = createLabelReader(defaultConfig).read;
  fc.assert(
    fc.property(anyLabels, (labels) => {
      const names = labels.map(({ name }) => name);
      const set = labelsOf(labels);
      expect(set).toEqual({ names, facts: readLabels(names, defaultConfig) });
      expect(labelsOf([...labels])).toBe(set);
    }),
  );
});
