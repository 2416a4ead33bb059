/**
 * The plan as JSON for programs: versioned, described by docs/plan.schema.json, every list in a
 * stated order. Holds no day of writing, so equal plans give equal bytes.
 */
import type { Count, GroupCount, MovedItem, Plan, PlannedMilestone } from "../domain/plan.ts";
import type { Finding, Unit } from "../domain/project.ts";
import { plainReference } from "./links.ts";
import { firstOf } from "./names.ts";
import { byWorth, type Naming, whyReady } from "./why-ready.ts";

const generator = "milepost";
const version = 1;

/** Two spaces of indent, ended by a line break. */
export function renderPlanExport(plan: Plan): string {
  const naming = plainNaming(plan);
  const value = {
    generator,
    version,
    repository: plan.repository,
    url: plan.url,
    unit: plan.unit,
    totals: countFields(plan.totals, plan.unit),
    activeMilestone: plan.activeMilestone,
    milestones: plan.milestones.map((milestone) => milestoneFields(plan, milestone, naming)),
    findings: plan.findings.map(findingFields),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Whether a text is a plan export, of this version or another: only such a file is overwritten. */
export function isPlanExport(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return false;
    if (!("generator" in value && "version" in value)) return false;
    return value.generator === generator && Number.isInteger(value.version);
  } catch {
    return false;
  }
}

function milestoneFields(plan: Plan, milestone: PlannedMilestone, naming: Naming) {
  return {
    number: milestone.number,
    title: milestone.title,
    url: milestone.url,
    state: milestone.state,
    closed: milestone.isClosed,
    startOn: milestone.startOn,
    dueOn: milestone.dueOn,
    ...countFields(milestone.count, plan.unit),
    completed: milestone.completed,
    remaining: milestone.remaining,
    ready: milestone.ready,
    readyItems: readyItems(plan, milestone, naming),
    startHere: milestone.startHere,
    inProgress: milestone.inProgress,
    onHold: milestone.onHold,
    blocked: milestone.blocked.map((number) => ({
      number,
      by: plan.items.get(number)?.openBlockers ?? [],
    })),
    criticalPath: milestone.criticalPath.map((level) => level.members),
    sequence: milestone.sequence.map((level) => level.members),
    independent: milestone.independent,
    needs: needsOf(milestone),
    trackers: milestone.trackers.map((number) => trackerFields(plan, milestone, number)),
    dropped: milestone.dropped,
    duplicates: milestone.duplicates.map((number) => ({
      number,
      of: plan.items.get(number)?.duplicateOf ?? null,
    })),
    unestimated: milestone.unestimated,
    groups: milestone.groups.map((group) => groupFields(group, plan.unit)),
    moved: milestone.moved.map((item) => movedFields(plan, item)),
  };
}

/** With hours, which may be ranges, the upper ends too. */
function countFields({ done, total, percent }: Count, unit: Unit) {
  const ends = unit === "hours" ? { doneUpTo: done.high, totalUpTo: total.high } : {};
  return { done: done.low, total: total.low, ...ends, percent };
}

function plainNaming(plan: Plan): Naming {
  const titles = new Map(plan.milestones.map((one) => [one.number, one.title]));
  return {
    issues: (numbers, limit) => firstOf(numbers, limit, plainReference),
    milestone: (number) => titles.get(number) ?? `milestone ${number}`,
  };
}

function readyItems(plan: Plan, milestone: PlannedMilestone, naming: Naming) {
  return byWorth(plan, milestone.ready, milestone.startHere).map((item) => ({
    number: item.number,
    title: item.title,
    url: item.url,
    why: whyReady(item, naming),
    frees: item.frees,
    assignees: item.assignees,
  }));
}

function trackerFields(plan: Plan, milestone: PlannedMilestone, number: number) {
  const progress = plan.items.get(number)?.progress ?? { done: 0, total: 0 };
  return {
    number,
    done: progress.done,
    total: progress.total,
    idle: milestone.idleTrackers.includes(number),
  };
}

function groupFields(group: GroupCount, unit: Unit) {
  const { dimension, name, isRest, count, members } = group;
  return { dimension, name, rest: isRest, ...countFields(count, unit), members };
}

function movedFields(plan: Plan, { number, to, because, on }: MovedItem) {
  const target = plan.milestones.find((milestone) => milestone.number === to);
  return { number, to: target?.title ?? null, because, on };
}

function findingFields({ rule, severity, issues, milestone, message }: Finding) {
  return { rule, severity, issues, milestone, message };
}

function needsOf({ needs }: PlannedMilestone) {
  const { direct, transitive, milestones } = needs;
  return { direct, transitive, milestones };
}
