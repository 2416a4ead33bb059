/** A history in which every event the sandbox knows happens at least once. */
import { REPO, type Workshop } from "../app-client.ts";

const LIB = "acme/lib";

/** Everything that happens to issues. */
export function liveIssues({ world }: Workshop): void {
  const owner = world.as("acme");
  owner.createMilestone(REPO, { title: "M1", description: "First", dueOn: "2025-12-01" });
  owner.createIssue(LIB, { title: "In the library" });
  const input = { title: "One", body: "Text", milestone: 1, labels: ["bug"] };
  owner.createIssue(REPO, { ...input, assignees: ["writer"], type: "Task" });
  owner.createIssue(REPO, { title: "Two" });
  owner.editIssue(REPO, 1, { title: "First", body: "" });
  owner.editIssue(REPO, 1, { body: "Text again" });
  owner.setType(REPO, 1, null);
  owner.unassign(REPO, 1, "writer");
  owner.assign(REPO, 1, "reader");
  owner.removeLabel(REPO, 1, "bug");
  owner.setMilestone(REPO, 1, null);
  owner.closeIssue(REPO, 2, "duplicate", 1);
  owner.reopenIssue(REPO, 2);
  owner.pinIssue(REPO, 1);
  owner.unpinIssue(REPO, 1);
  owner.lockIssue(REPO, 1);
  owner.unlockIssue(REPO, 1);
  const { id } = owner.comment(REPO, 1, "Said");
  owner.editComment(REPO, id, "Said better");
  owner.deleteComment(REPO, id);
  liveEdges({ world });
  owner.addLabels(REPO, 1, ["documentation"]);
  owner.deleteLabel(REPO, "documentation");
  owner.transferIssue(REPO, 1, LIB);
  owner.deleteIssue(REPO, 2);
}

function liveEdges({ world }: Pick<Workshop, "world">): void {
  const owner = world.as("acme");
  owner.addBlockedBy(REPO, 1, 2);
  owner.removeBlockedBy(REPO, 1, 2);
  owner.addBlockedBy(REPO, 1, { repo: LIB, number: 1 });
  owner.addSubIssue(REPO, 1, 2);
  owner.removeSubIssue(REPO, 1, 2);
  owner.addSubIssue(REPO, 1, { repo: LIB, number: 1 });
}

/** Everything that happens to a repository's catalogues, branches and pull requests. */
export function liveRepository({ world }: Workshop): void {
  const owner = world.as("acme");
  owner.createLabel(REPO, { name: "new", color: "ff0000", description: "Words" });
  owner.editLabel(REPO, "new", { name: "newer", color: "00ff00", description: "More" });
  owner.deleteLabel(REPO, "newer");
  const { number } = owner.createMilestone(REPO, { title: "Second" });
  owner.editMilestone(REPO, number, { title: "2", description: "Words", dueOn: "2026-01-01" });
  owner.editMilestone(REPO, number, { state: "closed" });
  owner.editMilestone(REPO, number, { state: "open", dueOn: null });
  livePulls({ world }, number);
  owner.deleteMilestone(REPO, number);
  owner.push(REPO, { "README.md": null, "b.md": "B" }, "Change");
  owner.deleteBranch(REPO, "topic");
}

function livePulls({ world }: Pick<Workshop, "world">, milestone: number): void {
  const owner = world.as("acme");
  owner.push(REPO, { "a.md": "A" }, "Work", "topic");
  const { number } = owner.createPullRequest(REPO, { title: "P", head: "topic", base: "main" });
  owner.editIssue(REPO, number, { title: "Pull", body: "Text" });
  owner.addLabels(REPO, number, ["bug"]);
  owner.removeLabel(REPO, number, "bug");
  owner.setMilestone(REPO, number, milestone);
  owner.setMilestone(REPO, number, null);
  owner.assign(REPO, number, "writer");
  owner.unassign(REPO, number, "writer");
  owner.comment(REPO, number, "On a pull request");
  owner.closeIssue(REPO, number);
  owner.reopenIssue(REPO, number);
  owner.push(REPO, { "a.md": "AA" }, "More work", "topic");
  owner.mergePullRequest(REPO, number);
}

/** Everything that happens to checks, while the App may write them. */
export async function liveChecks({ world, sandbox, installation, rest }: Workshop): Promise<void> {
  sandbox.setPermissions(installation, { checks: "write" });
  const { sha } = world.as("acme").push(REPO, { "checked.md": "C" }, "Checked", "checked");
  world.as("acme").createPullRequest(REPO, { title: "Check", head: "checked", base: "main" });
  const path = `/repos/${REPO}/check-runs`;
  const { json } = await rest("POST", path, { name: "Plan", head_sha: sha });
  const output = { title: "T", summary: "S" };
  await rest("PATCH", `${path}/${json.id}`, { conclusion: "failure", output });
  world.as("acme").rerequestCheckRun(json.id);
  world.as("acme").rerequestCheckSuite(json.id);
  sandbox.setPermissions(installation, { checks: "none" });
}

/** Everything that happens to repositories and installations as a whole. */
export function liveSettings({ world, sandbox, app, installation }: Workshop): void {
  const owner = world.as("acme");
  world.createRepository({ owner: "acme", name: "extra" });
  sandbox.addRepository(installation, "extra");
  sandbox.removeRepository(installation, "extra");
  owner.push(REPO, { "c.md": "C" }, "Other", "other");
  owner.setDefaultBranch(REPO, "other");
  owner.privatizeRepository(REPO);
  owner.publicizeRepository(REPO);
  owner.archiveRepository(REPO);
  owner.unarchiveRepository(REPO);
  world.as("acme").createIssue("acme/extra", { title: "Goes along" });
  sandbox.install(app, { account: "umbrella", repositories: "all" });
  owner.transferRepository("acme/extra", "umbrella");
  owner.renameRepository(REPO, "application");
  owner.deleteRepository("acme/application");
  sandbox.suspend(installation);
  sandbox.unsuspend(installation);
  sandbox.setPermissions(installation, { checks: "write" });
  sandbox.uninstall(installation);
}

/** An App on all repositories hears of its own installation and of a new repository. */
export function liveEverywhere({ world, sandbox, app }: Workshop): void {
  sandbox.install(app, { account: "acme", repositories: "all" });
  world.createRepository({ owner: "acme", name: "fresh" });
}
