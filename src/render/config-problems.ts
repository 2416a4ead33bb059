/** What is wrong with the configuration, for the top of the status issue. */
import type { ConfigError } from "../config/config.ts";
import { plural } from "./count-text.ts";
import { limited, safeProse } from "./names.ts";

const errorsShown = 20;

/** A warning with one item per error; empty if there is none. */
export function renderConfigProblems(errors: readonly ConfigError[]): string {
  if (errors.length === 0) return "";
  const items = errors.map(({ line, key, message }) => {
    const where = key === "" ? `Line ${line}` : `Line ${line}, ${safeProse(key)}`;
    return `${where}: ${safeProse(message)}`;
  });
  const verb = errors.length === 1 ? "it is" : "they are";
  return [
    "> [!WARNING]",
    `> **.github/milepost.yml has ${plural(errors.length, "error")}.** Until ${verb} corrected, Milepost changes nothing else here or in documents.`,
    ">",
    ...limited(items, errorsShown).map((item) => `> - ${item}`),
  ].join("\n");
}
