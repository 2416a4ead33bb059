/** `docs/environment.md`: the variables of the environment, from their one list. */
import { variables } from "../../app/environment.ts";

export function renderEnvironmentPage(): string {
  const rows = variables.map(({ name, meaning, byDefault }) => {
    return `| \`${name}\` | ${meaning} | ${byDefault} |`;
  });
  return [
    "# The server's environment",
    "",
    "Made from `src/app/environment.ts` by `npm run generate`. `milepost serve` reads these variables, and `.env` in",
    "its folder for those that are not set. A variable that holds what it may not is named at the start, with what it",
    "should be.",
    "",
    "| variable | meaning | when left out |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
