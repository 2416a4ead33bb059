/** The last line: whose text this is, and what can be asked. */
import type { Config } from "../../config/config.ts";
import type { PlannedMilestone } from "../../domain/plan.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import { STAMP } from "../stamp.ts";

export function renderFooter(
  shown: PlannedMilestone | null,
  { prefix, disable }: Config["commands"],
): string {
  const blocked = shown?.blocked[0];
  const questions = [
    { name: "next", line: "next" },
    ...(blocked === undefined ? [] : [{ name: "why", line: `why on #${blocked}` }]),
    { name: "help", line: "help" },
  ].filter(({ name }) => !disable.includes(name));
  const offer = questions.map(({ line }) => codeSpan(`${prefix}${line}`)).join(", ");
  const sentences = [
    "Kept by Milepost; not a task.",
    "Write above or below, it stays.",
    ...(offer === "" ? [] : [`Comment ${offer}.`]),
    `Last change ${STAMP}.`,
  ];
  return `<sub>${sentences.join(" ")}</sub>`;
}
