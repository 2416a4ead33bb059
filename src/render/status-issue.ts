/**
 * The region of the pinned status issue: short and scannable, the milestone that work is on in full,
 * the rest folded. Fits a budget by showing less data.
 */
import type { Config } from "../config/config.ts";
import { defaultConfig } from "../config/defaults.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { countText } from "./count-text.ts";
import { fitText } from "./fit.ts";
import { createLinks } from "./links.ts";
import { firstOf, milestoneTitle } from "./names.ts";
import { renderBeginning } from "./status/beginning.ts";
import { renderBoxes } from "./status/boxes.ts";
import { renderDecisions } from "./status/decide.ts";
import { renderDetails } from "./status/details.ts";
import { renderFooter } from "./status/footer.ts";
import { headline } from "./status/headline.ts";
import { justCompleted } from "./status/just-completed.ts";
import { nextUp } from "./status/next-up.ts";
import type { StatusContext } from "./status/status-section.ts";
import { longestPath, waiting } from "./status/waiting.ts";

export const statusTitle = "Project status";

/** Longer than anyone reads; fixed, so that people's own text seldom changes what is shown. */
const mostCharacters = 40_000;

interface Rendered {
  readonly room: number;
  readonly commands: Config["commands"];
  readonly text: string;
}

/** One sync asks twice: to see whether the text differs, and to put it into the body as it is by then. */
const rendered = new WeakMap<Plan, Rendered>();

/** The region's text, with `STAMP` for the day; shortened to `room` characters where it can be. */
export function renderStatus(
  plan: Plan,
  room: number = mostCharacters,
  commands: Config["commands"] = defaultConfig.commands,
): string {
  const before = rendered.get(plan);
  if (before && before.room === room && before.commands === commands) return before.text;
  const text = fitText(
    (limit) => {
      const links = createLinks("status-issue", plan);
      return renderSections({ plan, links, limit }, commands);
    },
    Math.min(room, mostCharacters),
  );
  rendered.set(plan, { room, commands, text });
  return text;
}

function renderSections(context: StatusContext, commands: Config["commands"]): string {
  const { plan, links } = context;
  const shown = plan.milestones.find((one) => one.number === plan.activeMilestone) ?? null;
  const sections = [
    justCompleted(context),
    ...(shown
      ? [headline, nextUp, longestPath, waiting].map((section) => section(context, shown))
      : [renderBeginning(plan)]),
    shown ? alsoUnderWay(context, shown) : "",
    renderDecisions(context),
    renderDetails(context, shown),
    renderBoxes(context),
    renderFooter(shown, commands),
  ].filter((section) => section !== "");
  const definitions = links.definitions();
  return [...sections, ...(definitions === "" ? [] : [definitions])].join("\n\n");
}

/** Other open milestones on which work has begun. */
function alsoUnderWay({ plan, links, limit }: StatusContext, shown: PlannedMilestone): string {
  const begun = plan.milestones.filter(
    (milestone) =>
      milestone !== shown &&
      !milestone.isClosed &&
      milestone.remaining.length > 0 &&
      (milestone.completed.length > 0 || milestone.inProgress.length > 0),
  );
  if (begun.length === 0) return "";
  const words = firstOf(begun, limit, (milestone) => {
    const next = milestone.startHere ?? milestone.ready[0];
    const start = next === undefined ? "" : `, next ${links.ref(next)}`;
    return `${milestoneTitle(milestone)} ${countText(milestone.count, plan.unit)}${start}`;
  });
  return `**Also under way:** ${words.join(" · ")}`;
}
