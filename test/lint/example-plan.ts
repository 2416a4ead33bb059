/** What the examples of the rules say of GitHub: 1 is open in M3; 2, which waits for it, and 3 are closed. */
import type { Plan } from "../../src/domain/plan.ts";
import { done, item, milestone, plan } from "../domain/project-builder.ts";

export const examplePlan: Plan = plan(
  [item(1, { milestone: 3 }), done(2, { waitsFor: [1] }), done(3)],
  [milestone(3), milestone(5)],
);
