import { expect, test } from "#test";
import { RefusedError } from "../../src/engine/errors.ts";
import { createChangeApplier } from "../../src/github/apply-change.ts";
import {
  address,
  answerGraphql,
  faults,
  octokitFor,
  useScriptedGithub,
} from "./scripted-github.ts";

useScriptedGithub();

test("a commit that GitHub will not process is refused, not a fault of ours", async () => {
  answerGraphql(
    faults(
      { createCommitOnBranch: null },
      { type: "UNPROCESSABLE", message: "in whatever words", path: ["createCommitOnBranch"] },
    ),
  );
  const applied = createChangeApplier(octokitFor()).apply(address, {
    kind: "commit-files",
    branch: "main",
    expectedHead: "a".repeat(40),
    headline: "docs(plan): write the plan",
    body: "",
    files: [{ path: "plan.md", bytes: new Uint8Array() }],
  });
  await expect(applied).rejects.toThrow(RefusedError);
});
