/**
 * The shape in which Redis keeps what is known of a repository: Maps are lists of entries. The compiler
 * holds it to the types of the engine, field by field, and its hash is part of every key, so a release
 * with another shape never reads this one's.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type * as observed from "../../domain/observation.ts";
import type { Count } from "../../domain/plan.ts";
import type { MilestoneSummary, PlanSummary } from "../../domain/plan-summary.ts";
import type { Range, Unit } from "../../domain/project.ts";
import type * as proposed from "../../domain/proposal.ts";
import type {
  BranchRefusal,
  MatchedFiles,
  ProposedFiles,
  RanText,
  RepositoryMemory,
  Unnoted,
} from "../../engine/repository-memory.ts";

/** A schema for each field of `T`, optional ones too, that gives what the field may hold. */
type Fields<T> = { readonly [Field in keyof Required<T>]: z.ZodType<T[Field]> };

/** Each member of a union of texts, none forgotten. */
type Names<T extends string> = { readonly [Name in T]: Name };

const stateReason = z.enum({
  completed: "completed",
  not_planned: "not_planned",
  duplicate: "duplicate",
  reopened: "reopened",
} satisfies Names<observed.StateReason>);

const state = z.enum(["open", "closed"]);

const reference = z.union([
  z.number(),
  z.templateLiteral([z.string(), "/", z.string(), "#", z.number()]),
]);

const label = z.strictObject({
  id: z.string(),
  name: z.string(),
} satisfies Fields<observed.ObservedLabel>);

const blocker = z.strictObject({
  reference,
  seen: z
    .strictObject({
      title: z.string(),
      state,
      stateReason: stateReason.nullable(),
      isPrivate: z.boolean(),
    } satisfies Fields<NonNullable<observed.ObservedBlocker["seen"]>>)
    .optional(),
} satisfies Fields<observed.ObservedBlocker>);

const milestoneChange = z.strictObject({
  at: z.string(),
  kind: z.enum(["added", "removed"]),
  title: z.string(),
} satisfies Fields<observed.MilestoneChange>);

export const storedIssues = z.array(
  z.strictObject({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    body: z.string(),
    url: z.string(),
    state,
    stateReason: stateReason.nullable(),
    isOurs: z.boolean(),
    author: z.string().nullable(),
    ownEditAt: z.string().nullable(),
    isPinned: z.boolean(),
    createdAt: z.string(),
    updatedAt: z.string(),
    closedAt: z.string().nullable(),
    milestone: z.number().nullable(),
    labels: z.array(label),
    assignees: z.array(z.string()),
    issueType: z.string().nullable(),
    parent: reference.nullable(),
    subIssueCount: z.number(),
    duplicateOf: reference.nullable(),
    blockedBy: z.array(blocker),
    hiddenBlockers: z.number(),
    linkedPullRequests: z.array(z.number()),
    milestoneHistory: z.array(milestoneChange),
  } satisfies Fields<observed.ObservedIssue>),
);

const milestone = z.strictObject({
  number: z.number(),
  title: z.string(),
  description: z.string(),
  url: z.string(),
  state,
  dueOn: z.string().nullable(),
  closedAt: z.string().nullable(),
  nativeOpen: z.number(),
  nativeClosed: z.number(),
} satisfies Fields<observed.ObservedMilestone>);

const proposal = z.strictObject({
  branch: z
    .strictObject({
      headOid: z.string(),
      committedAt: z.string(),
      isOurs: z.boolean(),
    } satisfies Fields<proposed.ObservedProposalBranch>)
    .nullable(),
  pullRequest: z
    .strictObject({
      id: z.string(),
      number: z.number(),
      state: z.enum({
        open: "open",
        merged: "merged",
        declined: "declined",
        withdrawn: "withdrawn",
      } satisfies Names<proposed.ProposalPullRequest["state"]>),
    } satisfies Fields<proposed.ProposalPullRequest>)
    .nullable(),
} satisfies Fields<proposed.ObservedProposal>);

const repository = z.strictObject({
  id: z.string(),
  nameWithOwner: z.string(),
  url: z.string(),
  isPrivate: z.boolean(),
  isArchived: z.boolean(),
  hasIssuesEnabled: z.boolean(),
  defaultBranch: z.strictObject({ name: z.string(), headOid: z.string() }).nullable(),
  lastCommitAt: z.string().nullable(),
  proposal: proposal.nullable(),
  issueCount: z.number(),
  pinnedIssues: z.array(z.number()),
  milestones: z.array(milestone),
} satisfies Fields<observed.ObservedRepository>);

const file = z.strictObject({
  path: z.string(),
  oid: z.string(),
  byteSize: z.number(),
  kind: z.enum(["file", "other"]),
} satisfies Fields<observed.ObservedFile>);

const text = z.strictObject({
  text: z.string(),
  isPrivate: z.boolean(),
} satisfies Fields<observed.ObservedText>);

const range = z.strictObject({ low: z.number(), high: z.number() } satisfies Fields<Range>);

const count = z.strictObject({
  done: range,
  total: range,
  percent: z.number().nullable(),
} satisfies Fields<Count>);

const milestoneSummary = z.strictObject({
  number: z.number(),
  title: z.string(),
  count,
  isComplete: z.boolean(),
} satisfies Fields<MilestoneSummary>);

const summary = z.strictObject({
  unit: z.enum({
    issues: "issues",
    tasks: "tasks",
    points: "points",
    hours: "hours",
  } satisfies Names<Unit>),
  milestones: z.array(milestoneSummary),
} satisfies Fields<PlanSummary>);

type Entries<T> = readonly (readonly [string, T | null])[];

/** Everything but the issues. */
type Rest = Omit<RepositoryMemory, "issues" | "files" | "inherited"> & {
  readonly files: Entries<observed.ObservedFile>;
  readonly inherited: {
    readonly forOid: string | null;
    readonly files: Entries<observed.ObservedText>;
  } | null;
  /** So that a lost part is noticed. */
  readonly storedIssueCount: number;
};

export const storedRest = z.strictObject({
  repository,
  cursor: z.string().nullable(),
  unreadIssues: z.number(),
  files: z.array(z.tuple([z.string(), file.nullable()])),
  matched: z
    .strictObject({
      headOid: z.string(),
      patterns: z.array(z.string()),
      paths: z.array(z.string()),
      isTruncated: z.boolean(),
    } satisfies Fields<MatchedFiles>)
    .nullable(),
  inherited: z
    .strictObject({
      forOid: z.string().nullable(),
      files: z.array(z.tuple([z.string(), text.nullable()])),
    })
    .nullable(),
  committed: summary.nullable(),
  refusals: z.array(
    z.strictObject({
      branch: z.string(),
      at: z.string(),
      because: z.string(),
    } satisfies Fields<BranchRefusal>),
  ),
  proposed: z
    .strictObject({
      headOid: z.string(),
      files: z.array(z.strictObject({ path: z.string(), oid: z.string() })),
    } satisfies Fields<ProposedFiles>)
    .nullable(),
  answered: z.array(z.strictObject({ login: z.string(), at: z.string() })),
  ran: z.array(z.strictObject({ id: z.string(), at: z.string() } satisfies Fields<RanText>)),
  unnoted: z.array(
    z.strictObject({ issue: z.number(), record: z.string() } satisfies Fields<Unnoted>),
  ),
  isSyncDue: z.boolean(),
  told: z.array(z.string()),
  storedIssueCount: z.number(),
} satisfies Fields<Rest>);

/** Eight hexadecimal digits. */
export const shapeOfMemory = createHash("sha256")
  .update(JSON.stringify([z.toJSONSchema(storedIssues), z.toJSONSchema(storedRest)]))
  .digest("hex")
  .slice(0, 8);
