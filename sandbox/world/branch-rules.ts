/**
 * Who may not move a branch: classic protection, and rulesets with the rules that concern commits.
 * Both refuse everyone alike, but for those a ruleset lets through.
 */
import type { Account, Repository } from "./model.ts";
import type { BranchRule, Ruleset } from "./ruleset.ts";
import { WorldError } from "./world-error.ts";

/** What somebody wants to do to a branch. */
export interface BranchAct {
  readonly branch: string;
  readonly kind: "create" | "update" | "force" | "delete";
  /** The message of the commit, where one is made. */
  readonly message?: string;
}

const BY_PULL_REQUEST = "Changes must be made through a pull request.";
const NO_DELETION = "Cannot delete this branch";
const NO_FORCE = "Cannot force-push to this branch";

/** Throws "protected" (classic) or "rule-violation" (rulesets) with GitHub's words. */
export function requireAllowed(repository: Repository, actor: Account, act: BranchAct): void {
  if (act.kind !== "create" && repository.protectedBranches.has(act.branch)) {
    const reasons = { update: BY_PULL_REQUEST, force: NO_FORCE, delete: NO_DELETION };
    throw new WorldError("protected", reasons[act.kind]);
  }
  const rulesets = rulesetsFor(repository, act.branch);
  const binding = rulesets.filter(({ bypass }) => !bypass.includes(actor.login));
  const violations = binding.flatMap(({ rules }) => rules.flatMap((rule) => violation(rule, act)));
  if (violations.length === 0) return;
  const message = ["Repository rule violations found", ...new Set(violations), ""].join("\n\n");
  throw new WorldError("rule-violation", message);
}

/** The rulesets that speak of a branch. */
export function rulesetsFor(repository: Repository, branch: string): readonly Ruleset[] {
  return repository.rulesets.filter(({ branches }) =>
    branches.some((pattern) => fits(repository, branch, pattern)),
  );
}

function fits({ defaultBranch }: Repository, branch: string, pattern: string): boolean {
  if (pattern === "~ALL") return true;
  if (pattern === "~DEFAULT_BRANCH") return branch === defaultBranch;
  const parts = pattern.replace(/^refs\/heads\//, "").split("**");
  const source = parts.map((part) => part.split("*").map(literal).join("[^/]*")).join(".*");
  return new RegExp(`^${source}$`).test(branch);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

type PlainRule = Exclude<BranchRule["type"], "commit_message_pattern">;

/** What each rule refuses, and its words. */
const REFUSALS: Readonly<Record<PlainRule, readonly [readonly BranchAct["kind"][], string]>> = {
  creation: [["create"], "Cannot create ref due to creations being restricted."],
  update: [["update", "force"], "Cannot update this protected ref."],
  deletion: [["delete"], NO_DELETION],
  non_fast_forward: [["force"], NO_FORCE],
  pull_request: [["update", "force"], BY_PULL_REQUEST],
};

function violation(rule: BranchRule, { kind, message }: BranchAct): readonly string[] {
  if (rule.type === "commit_message_pattern") {
    const isFit = message === undefined || message.includes(rule.contains);
    return isFit ? [] : [`Commit message must contain a given string: ${rule.contains}`];
  }
  const [kinds, words] = REFUSALS[rule.type];
  return kinds.includes(kind) ? [words] : [];
}
