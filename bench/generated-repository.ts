/** A repository of any size as observed, the same on every run: milestones, groups, dependencies. */
import type { ObservedIssue, ObservedRepository } from "../src/domain/observation.ts";

const milestoneSize = 500;
const clusters = 12;

/** Pseudo-random numbers from 0 to 1, by a linear congruence, so that runs are comparable. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** `size` issues with twice as many dependencies, each on an earlier issue. */
export function generateRepository(size: number): {
  repository: ObservedRepository;
  issues: ReadonlyMap<number, ObservedIssue>;
} {
  const random = numbers(size);
  const issues = Array.from({ length: size }, (_, index) => generateIssue(index + 1, random));
  const milestones = Array.from({ length: Math.ceil(size / milestoneSize) }, (_, index) => ({
    number: index + 1,
    title: `M${index + 1} Part ${index + 1}`,
    description: index > 0 ? `Needs: M${index}` : "",
    url: `https://github.com/o/r/milestone/${index + 1}`,
    state: "open" as const,
    dueOn: null,
    closedAt: null,
    nativeOpen: milestoneSize / 2,
    nativeClosed: milestoneSize / 2,
  }));
  const repository: ObservedRepository = {
    id: "R_1",
    nameWithOwner: "o/r",
    url: "https://github.com/o/r",
    isPrivate: false,
    isArchived: false,
    hasIssuesEnabled: true,
    defaultBranch: { name: "main", headOid: "0" },
    lastCommitAt: null,
    issueCount: size,
    pinnedIssues: [],
    milestones,
  };
  return { repository, issues: new Map(issues.map((issue) => [issue.number, issue])) };
}

function generateIssue(number: number, random: () => number): ObservedIssue {
  const isClosed = random() < 0.5;
  const blockers = new Set(number > 1 ? [pick(number, random), pick(number, random)] : []);
  return {
    id: `I_${number}`,
    number,
    title: `Issue ${number} about something that takes a few words to say`,
    body: "What is wrong, and how one sees it.\n\n- [x] reproduce\n- [ ] mend\n",
    url: `https://github.com/o/r/issues/${number}`,
    state: isClosed ? "closed" : "open",
    stateReason: isClosed ? "completed" : null,
    isOurs: false,
    isPinned: false,
    createdAt: "2025-11-10T09:00:00Z",
    updatedAt: "2025-11-10T09:00:00Z",
    closedAt: isClosed ? "2025-11-10T09:00:00Z" : null,
    milestone: Math.ceil(number / milestoneSize),
    labels: [{ id: "L", name: `cluster: Part ${number % clusters}` }],
    assignees: [],
    issueType: null,
    parent: null,
    subIssueCount: 0,
    duplicateOf: null,
    blockedBy: [...blockers].map((reference) => ({ reference })),
    hiddenBlockers: 0,
    linkedPullRequests: [],
    milestoneHistory: [],
  };
}

/** Mostly near issues, as in real plans. */
function pick(number: number, random: () => number): number {
  const distance = 1 + Math.floor(random() * Math.min(number - 1, 200));
  return Math.max(1, number - distance);
}
