/** A repository of any size as observed, the same on every run: milestones, groups, dependencies. */
import type {
  ObservedIssue,
  ObservedMilestone,
  ObservedRepository,
} from "../src/domain/observation.ts";

const milestones = 20;
const clusters = 12;

/** Pseudo-random numbers from 0 to 1, by a linear congruence, so that runs are comparable. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** `size` issues with twice as many dependencies, each on an earlier issue of the milestone. */
export function generateRepository(size: number): {
  repository: ObservedRepository;
  issues: ReadonlyMap<number, ObservedIssue>;
} {
  const random = numbers(size);
  const milestoneSize = Math.ceil(size / milestones);
  const issues = Array.from({ length: size }, (_, index) =>
    generateIssue(index + 1, milestoneSize, random),
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
    issueCount: size,
    pinnedIssues: [],
    milestones: Array.from({ length: milestones }, (_, index) =>
      generateMilestone(index + 1, milestoneSize),
    ),
  };
  return { repository, issues: new Map(issues.map((issue) => [issue.number, issue])) };
}

function generateMilestone(number: number, size: number): ObservedMilestone {
  return {
    number,
    title: `M${number} Part ${number}`,
    description: number > 1 ? `Needs: M${number - 1}` : "",
    url: `https://github.com/o/r/milestone/${number}`,
    state: "open",
    dueOn: null,
    closedAt: null,
    nativeOpen: size / 2,
    nativeClosed: size / 2,
  };
}

function generateIssue(number: number, milestoneSize: number, random: () => number): ObservedIssue {
  const isClosed = random() < 0.5;
  const milestone = Math.ceil(number / milestoneSize);
  const first = (milestone - 1) * milestoneSize + 1;
  const pick = () => first + Math.floor(random() * (number - first));
  const blockers = new Set(number > first ? [pick(), pick()] : []);
  return {
    id: `I_${number}`,
    number,
    title: `Issue ${number} about something that takes a few words to say`,
    body: `What is wrong with part ${number}, and how one sees it.\n\n- [x] reproduce\n- [ ] mend\n`,
    url: `https://github.com/o/r/issues/${number}`,
    state: isClosed ? "closed" : "open",
    stateReason: isClosed ? "completed" : null,
    isOurs: false,
    isPinned: false,
    createdAt: "2025-11-10T09:00:00Z",
    updatedAt: "2025-11-10T09:00:00Z",
    closedAt: isClosed ? "2025-11-10T09:00:00Z" : null,
    milestone,
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
