/** What an open epic is made of: nobody works on it as such. */
import type { PlannedItem } from "../../domain/plan.ts";
import type { ThreadContext } from "../command.ts";

const shown = 8;

export function whyEpic(
  { number, progress }: PlannedItem,
  { plan, links }: Pick<ThreadContext, "plan" | "links">,
): string {
  const { done, total } = progress ?? { done: 0, total: 0 };
  const head = `**${links.ref(number)} is an epic:**`;
  if (total === 0) return `${head} it has no sub-issues that count. Add some, or close it.`;
  if (done === total) return `${head} its work is done (${done} of ${total}). Close it.`;
  const open = [...plan.items.values()].filter(
    ({ parent, resolution }) => parent === number && resolution === null,
  );
  const ready = open.filter(({ state }) => state === "ready");
  const [word, named] = ready.length > 0 ? ["Ready", ready] : ["Open, none of them ready", open];
  const refs = links
    .list(
      named.map((item) => item.number),
      shown,
    )
    .join(", ");
  const list = named.length === 0 ? "" : ` ${word}: ${refs}.`;
  return `${head} ${done} of ${total} of its issues are done.${list}`;
}
