/** One command for each label dimension of the configuration: `/cluster Persistence`. */
import type { Config } from "../../config/config.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import {
  type Command,
  type CommandContext,
  type CommandOutcome,
  defineCommand,
} from "../command.ts";
import { type Dimension, type DimensionValue, readDimensionValue } from "./dimension-value.ts";
import { labelsWith, setOnly } from "./exclusive-label.ts";

export function dimensionCommands(labels: Config["labels"]): readonly Command[] {
  return [...labels].map(([name, prefix]) => {
    const others = [...labels.values()].filter((other) => other !== prefix);
    const example = exampleValues[name] ?? "Something";
    return dimensionCommand({ name, prefix, others, example });
  });
}

function dimensionCommand(dimension: Dimension): Command {
  const { name, prefix, example } = dimension;
  return defineCommand<DimensionValue>({
    name,
    aliases: [],
    group: "Labels",
    aim: "issue",
    takesText: false,
    summary: `Sets the issue's ${name}.`,
    usage: "VALUE | none",
    rules: [
      `An issue has one label that starts with ${codeSpan(prefix)} at most: a new one takes the place of the one before.`,
      "A value that is in use keeps its spelling, whatever letter case you write. A new one is created; where it is nearly like one in use, put it in quotes.",
    ],
    permission: "triage",
    examples: [
      {
        line: `/${name} ${example}`,
        effect: `Puts the label ${codeSpan(`${prefix}${example}`)} on the issue.`,
      },
      { line: `/${name} none on #411`, effect: `Takes the ${name} off #411.` },
    ],
    read: (text, context) => readDimensionValue(text, dimension, context),
    run: (value, context) => setValue(value, dimension, context),
  });
}

const exampleValues: Readonly<Record<string, string>> = {
  cluster: "Persistence",
  phase: "2",
  priority: "high",
};

function setValue(
  { label, isNew }: DimensionValue,
  { name, prefix, others }: Dimension,
  { issue, links }: CommandContext,
): CommandOutcome {
  const edits = setOnly(issue, labelsWith(issue, prefix, others), label);
  const ref = links.ref(issue.number);
  if (edits.length === 0) {
    const says =
      label === null ? `${ref} has no ${name}.` : `${ref} has ${codeSpan(label)} already.`;
    return { kind: "already", says };
  }
  const says = isNew && label !== null ? `${ref} is the first with ${codeSpan(label)}.` : null;
  return { kind: "done", edits, says };
}
