/** The comment on a closed issue that tells what its closing has freed, and pings who waits for it. */
import type { Plan, PlannedItem } from "../domain/plan.ts";
import { plural } from "./count-text.ts";
import { createLinks } from "./links.ts";
import { assigneesText, firstOf, named, titleOf } from "./names.ts";

const shown = 30;

/** Unlike everywhere else, assignees are mentioned: this is for them. */
export function renderFreedNotice(plan: Plan, freed: readonly PlannedItem[]): string {
  const links = createLinks("status-issue", plan);
  const lines = firstOf(freed, shown, (item) => {
    const title = named(links.ref(item.number), titleOf(plan, item.number));
    return `- ${title} · ${whoWaits(item)}`;
  });
  const head =
    freed.length === 1
      ? "This was the last blocker of one issue, which can start now:"
      : `This was the last blocker of ${plural(freed.length, "issue")}, which can start now:`;
  return [head, "", ...lines, "", links.definitions()].join("\n");
}

/** GitHub's own rule for names; anything else is no person's login. */
const login = /^[a-z\d](?:[a-z\d-]{0,38})$/i;

function whoWaits({ assignees }: PlannedItem): string {
  const people = assignees.filter((one) => login.test(one));
  return people.length === 0 ? assigneesText([]) : people.map((one) => `@${one}`).join(" ");
}
