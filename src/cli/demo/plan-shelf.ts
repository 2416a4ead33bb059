/** The examples, and whatever plan somebody brings, each opened in a sandbox of its own. */
import type { Exhibit, Opening, PlanShelf } from "../../../sandbox/web/exhibit.ts";
import { InputError } from "../input-error.ts";
import { examples, readExample } from "./examples.ts";
import { type ExhibitInput, openExhibit } from "./open-exhibit.ts";
import { readOwnPlan } from "./own-plan.ts";

export function createPlanShelf(print: (line: string) => void): PlanShelf {
  const inputs = new WeakMap<Exhibit, ExhibitInput>();
  const open = async (input: ExhibitInput): Promise<Exhibit> => {
    const exhibit = await openExhibit(input, print);
    inputs.set(exhibit, input);
    return exhibit;
  };
  return {
    plans: examples,
    async open(id) {
      const example = examples.find((one) => one.id === id);
      return example && open({ ...example, ...(await readExample(id)) });
    },
    async openOwn(file): Promise<Opening> {
      try {
        const { path, remarks, ...input } = await readOwnPlan(file);
        return { kind: "opened", exhibit: await open(input), path, remarks };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { kind: "refused", because: error.message };
      }
    },
    async openAgain(exhibit) {
      const input = inputs.get(exhibit);
      if (input === undefined) throw new Error("This exhibit is not from this shelf.");
      return open(input);
    },
  };
}
