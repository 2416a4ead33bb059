/** `/chain`: the dependencies of a whole plan in one line. */
import { type CommandOutcome, defineCommand, refuse, type ThreadContext } from "../command.ts";
import { onlyOwn } from "../issues-argument.ts";
import { addEdges } from "./add-edges.ts";
import { readStages, type Stage } from "./chain-stages.ts";

export const chain = defineCommand<readonly Stage[]>({
  name: "chain",
  aliases: [],
  group: "Dependencies",
  aim: "thread",
  takesText: false,
  summary: "Makes issues wait for each other, step by step.",
  usage: "ISSUES → ISSUES [→ …]",
  rules: [
    "Each issue of a step waits for every issue of the step before.",
    "Steps of several issues may stand in brackets. The arrow may be `→`, `->`, `=>` or `⟶`.",
  ],
  permission: "triage",
  examples: [
    {
      line: "/chain #408 → (#404-407) → #410 → #409",
      effect: "#404 to #407 wait for #408, #410 for these four, #409 for #410.",
    },
    { line: "/chain #408 -> #404", effect: "#404 waits for #408." },
  ],
  read: readStages,
  run: addChain,
});

function addChain(stages: readonly Stage[], context: ThreadContext): CommandOutcome {
  const waiting = onlyOwn(stages.slice(1).flat(), context);
  if (waiting.kind === "mistake") return refuse(waiting.says);
  const seen = new Set<Stage[number]>();
  for (const issue of stages.flat()) {
    if (seen.has(issue)) {
      return refuse(`${context.links.ref(issue)} stands in two steps: it can't wait for itself.`);
    }
    seen.add(issue);
  }
  const edges = stages.slice(1).flatMap((stage, index) =>
    stage.flatMap((issue) => {
      if (typeof issue !== "number") return [];
      return (stages[index] ?? []).map((blocker) => ({ issue, blocker }));
    }),
  );
  return addEdges(edges, context);
}
