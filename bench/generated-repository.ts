/** A repository of any size as observed, the same on every run: milestones, epics, groups, dependencies. */
import type {
  ObservedIssue,
  ObservedMilestone,
  ObservedRepository,
} from "../src/domain/observation.ts";
import { bodyOf } from "./issue-bodies.ts";

const milestoneSize = 500;
const epicSize = 30;
const clusters = 12;
const priorities = ["high", "medium", "low"];
const people = ["alba", "bo", "chidi", "dana", "ewa"];
const moment = "2025-11-10T09:00:00Z";

/** Most issues wait for near ones, often of the milestone before; one blocker in ten is far away. */
const near = 200;
const far = 5_000;

export interface Shape {
  readonly size: number;
  /** So many milestones need each other one by one; then another row begins. */
  readonly milestonesInARow: number;
}

export const usualRow = 10;

/** What `generateRepository` makes, in words. */
export const workload = `Two blockers for each issue, at most ${near} numbers before it, for one in ten ${far}, so a quarter of
them crosses milestones; one in twenty is said in words. A milestone for each ${milestoneSize} issues, which needs the
one before it and an issue, ${usualRow} in a row. Half of the issues are closed, one in ${epicSize} is an epic with
sub-issues, one in twenty came from another milestone. Bodies have 14 lines on average: prose, task lists,
fences, comments, quotes, tables.`;

/** Pseudo-random numbers from 0 to 1, by a linear congruence, so that runs are comparable. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export function generateRepository({ size, milestonesInARow }: Shape): {
  repository: ObservedRepository;
  issues: ReadonlyMap<number, ObservedIssue>;
} {
  const random = numbers(size);
  const issues = Array.from({ length: size }, (_, index) => generateIssue(index + 1, random));
  const milestones = Array.from({ length: Math.ceil(size / milestoneSize) }, (_, index) =>
    generateMilestone(index + 1, milestonesInARow),
  );
  const repository: ObservedRepository = {
    id: "R_1",
    nameWithOwner: "o/r",
    url: "https://github.com/o/r",
    isPrivate: false,
    isArchived: false,
    hasIssuesEnabled: true,
    defaultBranch: { name: "main", headOid: "0" },
    lastCommitAt: null,
    proposal: null,
    issueCount: size,
    pinnedIssues: [],
    milestones,
  };
  return { repository, issues: new Map(issues.map((issue) => [issue.number, issue])) };
}

function generateMilestone(number: number, inARow: number): ObservedMilestone {
  const isFirst = (number - 1) % inARow === 0;
  return {
    number,
    title: `M${number} Part ${number}`,
    description: isFirst ? "" : `Needs: M${number - 1}, #${(number - 1) * milestoneSize - 7}`,
    url: `https://github.com/o/r/milestone/${number}`,
    state: "open",
    dueOn: null,
    closedAt: null,
    nativeOpen: milestoneSize / 2,
    nativeClosed: milestoneSize / 2,
  };
}

function generateIssue(number: number, random: () => number): ObservedIssue {
  const isClosed = random() < 0.5;
  const isEpic = number % epicSize === 0;
  const milestone = Math.ceil(number / milestoneSize);
  const { native, inWords } = generateBlockers(number, random);
  return {
    id: `I_${number}`,
    number,
    title: `Issue ${number} about something that takes a few words to say`,
    body: [bodyOf(number, random()), ...inWords.map((one) => `Depends on #${one}`)].join("\n"),
    url: `https://github.com/o/r/issues/${number}`,
    state: isClosed ? "closed" : "open",
    stateReason: isClosed ? "completed" : null,
    isOurs: false,
    author: pick(people, random),
    ownEditAt: null,
    isPinned: false,
    createdAt: moment,
    updatedAt: moment,
    closedAt: isClosed ? moment : null,
    milestone,
    labels: generateLabels(number, random),
    assignees: random() < 0.3 ? [pick(people, random)] : [],
    issueType: isEpic ? "Epic" : "Task",
    parent: isEpic || number < epicSize ? null : number - (number % epicSize),
    subIssueCount: isEpic ? epicSize - 1 : 0,
    duplicateOf: null,
    blockedBy: native.map((reference) => ({ reference })),
    hiddenBlockers: 0,
    linkedPullRequests: random() < 0.05 ? [1_000_000 + number] : [],
    milestoneHistory: movedOnce(milestone, random),
  };
}

/** Two earlier issues, as far as there are any. */
function generateBlockers(number: number, random: () => number) {
  const earlier = () => {
    const most = Math.min(number - 1, random() < 0.1 ? far : near);
    return number - 1 - Math.floor(random() * most);
  };
  const blockers = number > 1 ? [...new Set([earlier(), earlier()])] : [];
  const said = random() < 0.1 ? 1 : 0;
  return { native: blockers.slice(said), inWords: blockers.slice(0, said) };
}

function generateLabels(number: number, random: () => number): ObservedIssue["labels"] {
  const cluster = { id: `C${number % clusters}`, name: `cluster: Part ${number % clusters}` };
  const priority = pick(priorities, random);
  return random() < 0.4
    ? [cluster, { id: `P${priority}`, name: `priority: ${priority}` }]
    : [cluster];
}

/** One in twenty was planned for the milestone before. */
function movedOnce(milestone: number, random: () => number): ObservedIssue["milestoneHistory"] {
  if (milestone === 1 || random() > 0.05) return [];
  const title = (number: number) => `M${number} Part ${number}`;
  return [
    { at: "2025-10-01T09:00:00Z", kind: "added", title: title(milestone - 1) },
    { at: "2025-11-01T09:00:00Z", kind: "removed", title: title(milestone - 1) },
    { at: "2025-11-01T09:00:00Z", kind: "added", title: title(milestone) },
  ];
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? "";
}
