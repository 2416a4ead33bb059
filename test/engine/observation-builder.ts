import type {
  ObservedIssue,
  ObservedMilestone,
  ObservedRepository,
} from "../../src/domain/observation.ts";
import type { RepositoryMemory } from "../../src/engine/repository-memory.ts";

/** An open issue of 2025-11-10 about nothing in particular. */
export function observedIssue(number: number, more: Partial<ObservedIssue> = {}): ObservedIssue {
  return {
    id: `I_${number}`,
    number,
    title: `Issue ${number}`,
    body: "",
    url: `https://github.com/o/r/issues/${number}`,
    state: "open",
    stateReason: null,
    isOurs: false,
    ownEditAt: null,
    author: null,
    isPinned: false,
    createdAt: "2025-11-10T09:00:00Z",
    updatedAt: "2025-11-10T09:00:00Z",
    closedAt: null,
    milestone: null,
    labels: [],
    assignees: [],
    issueType: null,
    parent: null,
    subIssueCount: 0,
    duplicateOf: null,
    blockedBy: [],
    hiddenBlockers: 0,
    linkedPullRequests: [],
    milestoneHistory: [],
    ...more,
  };
}

export function observedMilestone(
  number: number,
  more: Partial<ObservedMilestone> = {},
): ObservedMilestone {
  return {
    number,
    title: `M${number}`,
    description: "",
    url: `https://github.com/o/r/milestone/${number}`,
    state: "open",
    dueOn: null,
    closedAt: null,
    nativeOpen: 0,
    nativeClosed: 0,
    ...more,
  };
}

export function observedRepository(more: Partial<ObservedRepository> = {}): ObservedRepository {
  return {
    id: "R_1",
    nameWithOwner: "o/r",
    url: "https://github.com/o/r",
    isPrivate: false,
    isArchived: false,
    hasIssuesEnabled: true,
    defaultBranch: { name: "main", headOid: "head-1" },
    lastCommitAt: null,
    proposal: null,
    issueCount: 0,
    pinnedIssues: [],
    milestones: [],
    ...more,
  };
}

export function memoryOf(
  issues: readonly ObservedIssue[],
  more: Partial<RepositoryMemory> = {},
): RepositoryMemory {
  return {
    repository: observedRepository({ issueCount: issues.length }),
    issues: new Map(issues.map((issue) => [issue.number, issue])),
    cursor: "2025-11-10T09:00:00Z",
    unreadIssues: 0,
    files: new Map(),
    inherited: null,
    matched: null,
    answered: [],
    ran: [],
    unnoted: [],
    isSyncDue: false,
    told: [],
    committed: null,
    refusals: [],
    proposed: null,
    ...more,
  };
}
