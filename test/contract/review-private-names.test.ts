import { expect, test } from "#test";
import { toIssue } from "../../src/github/to-observation.ts";
import { issueNode, useScriptedGithub } from "./scripted-github.ts";

useScriptedGithub();

const duplicate = issueNode(1, {
  state: "CLOSED",
  stateReason: "DUPLICATE",
  duplicateOf: { number: 9, repository: { nameWithOwner: "acme/secret", isPrivate: true } },
});

test.each([
  [false, null],
  [true, "acme/secret#9"],
])("a private original, in a plan that is private: %p, is %p", (isPrivate, expected) => {
  const node = duplicate as unknown as Parameters<typeof toIssue>[0];
  const issue = toIssue(node, { nameWithOwner: "acme/plan", isPrivate }, "BOT_1");
  expect(issue).toMatchObject({ duplicateOf: expected, stateReason: "duplicate" });
});
