/** What a person does with checks on the web site. */
import type { CheckRun } from "./check-model.ts";
import { rerequestRun, rerequestSuite } from "./checks.ts";
import { enterRepository, type PersonContext } from "./person-context.ts";
import { WorldError } from "./world-error.ts";

/** The acts on checks that `world.as(login)` offers. */
export function checkActions(context: PersonContext) {
  const { state, actor } = context;
  const find = (id: number): CheckRun => {
    const run = state.checkRuns.get(id);
    if (run === undefined) throw new WorldError("not-found", `There is no check run ${id}.`);
    enterRepository(context, run.suite.repository, "write", "ask for a check again");
    return run;
  };
  return {
    /** Asks the run's App to run it once more. */
    rerequestCheckRun(id: number): void {
      rerequestRun(state, actor, find(id));
    },
    /** Asks for all runs of the commit that one run belongs to. */
    rerequestCheckSuite(id: number): void {
      rerequestSuite(state, actor, find(id).suite);
    },
  };
}
