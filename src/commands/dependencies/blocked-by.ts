/** `/blocked-by`: the issue waits for others. */
import type { IssueReference } from "../../domain/reference.ts";
import { defineCommand } from "../command.ts";
import { readIssues } from "../issues-argument.ts";
import { addEdges } from "./add-edges.ts";

export const blockedBy = defineCommand<readonly IssueReference[]>({
  name: "blocked-by",
  aliases: ["depends-on", "needs"],
  group: "Dependencies",
  aim: "issue",
  takesText: false,
  summary: "Makes the issue wait for others.",
  usage: "ISSUES",
  rules: [
    "The dependencies stand under “Relationships” in GitHub's sidebar.",
    "A dependency by which issues would wait for each other is refused, and the way round is shown.",
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/blocked-by #408", effect: "The issue waits for #408." },
    { line: "/blocked-by #404-407, #408", effect: "It waits for five issues." },
    { line: "/blocked-by #404-407 on #410", effect: "#410 waits for four issues." },
  ],
  read: (text, context) => readIssues(text, context, "blocked-by #408"),
  run: (blockers, context) =>
    addEdges(
      blockers.map((blocker) => ({ issue: context.issue.number, blocker })),
      context,
    ),
});
