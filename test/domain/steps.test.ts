import fc from "fast-check";
import { expect, test } from "#test";
import { buildSteps } from "../../src/domain/steps.ts";
import { anyGraph, targetsOf } from "./random-graphs.ts";

test("steps wait for earlier ones only, for each that a member waits for, and are waited for alike", () => {
  fc.assert(
    fc.property(anyGraph, (edges) => {
      const blockers = targetsOf(edges);
      const { inOrder, of } = buildSteps(blockers);
      for (const [index, step] of inOrder.entries()) {
        const expected = new Set(
          step.members.flatMap((node) => (blockers[node] ?? []).map((one) => of[one] ?? -1)),
        );
        expected.delete(index);
        expect(new Set(step.before)).toEqual(expected);
        expect(step.before).toHaveLength(expected.size);
        for (const one of step.before) expect(one).toBeLessThan(index);
        const waiting = inOrder.flatMap((other, at) => (other.before.includes(index) ? [at] : []));
        expect(step.after).toEqual(waiting);
      }
    }),
  );
});
