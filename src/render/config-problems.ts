/** What is wrong with the configuration, for the top of the status issue. */
import type { ConfigError } from "../config/config.ts";
import { plural } from "./count-text.ts";
import { limited, safeProse } from "./names.ts";

const errorsShown = 20;

/** A warning with one item per error; empty if there is none. */
export function renderConfigProblems(errors: readonly ConfigError[]): string {
  if (errors.length === 0) return "";
  const items = errors.map(({ file, line, key, message }) => {
    const at = file === undefined ? `Line ${line}` : `${safeProse(file)}, line ${line}`;
    const where = key === "" ? at : `${at}, ${safeProse(key)}`;
    return `${where}: ${safeProse(message)}`;
  });
  const isOwn = errors.every(({ file }) => file === undefined);
  const subject = isOwn ? ".github/milepost.yml has" : "Milepost's settings have";
  const verb = errors.length === 1 ? "it is" : "they are";
  return [
    "> [!WARNING]",
    `> **${subject} ${plural(errors.length, "error")}.** Until ${verb} corrected, Milepost changes nothing else here or in documents.`,
    ">",
    ...limited(items, errorsShown).map((item) => `> - ${item}`),
  ].join("\n");
}
