/** Commits: all of a branch, those of one file with what each changed, and one by itself. */
import { html } from "hono/html";
import type { Commit } from "../../world/model.ts";
import { commitLine } from "../components/commit-line.ts";
import { fileDiff } from "../components/file-diff.ts";
import type { HtmlPart } from "../components/html-part.ts";
import type { Page } from "../components/layout.ts";
import { moment } from "../components/moment.ts";
import type { Visit } from "../visit.ts";
import { fileHead } from "./file-page.ts";

/** Newest first; older ones are left out, and said to be. */
const commitsShown = 100;
const diffsShown = 20;

export function commitsPage({ exhibit, repository, home }: Visit): Page {
  const all = exhibit.sandbox.world.commits(repository);
  const rows = all
    .slice(0, commitsShown)
    .map(
      (commit) =>
        html`<li class="row" data-key="${commit.sha}"><div class="row-main">${commitLine(commit, home)}</div></li>`,
    );
  const body = html`<div class="page-head"><h1>Commits</h1></div><section class="card flush"><ul class="plain rows">${rows}</ul></section>${leftOut(all.length - commitsShown)}`;
  return { title: "Commits", room: "commits", body };
}

export function fileHistoryPage(visit: Visit, branch: string, path: string): Page | undefined {
  const { exhibit, repository, home } = visit;
  if (!repository.refs.has(branch)) return undefined;
  const commits = exhibit.sandbox.world
    .commits(repository, branch)
    .filter((commit) => touched(commit).includes(path));
  if (commits.length === 0) return undefined;
  const shown = commits
    .slice(0, diffsShown)
    .map(
      (commit, index) =>
        html`<section class="card flush" data-key="${commit.sha}"><h2 class="card-head plain-weight">${commitLine(commit, home)}</h2>${fileDiff(commit, path, index === 0)}</section>`,
    );
  const body = html`${fileHead(visit, { branch, path, view: "history", isText: true })}${shown}${leftOut(commits.length - diffsShown)}`;
  return { title: `History of ${path}`, room: "documents", body };
}

export function commitPage({ repository }: Visit, sha: string | undefined): Page | undefined {
  const commit = repository.commits.get(sha ?? "");
  if (commit === undefined) return undefined;
  const [subject = "", ...rest] = commit.message.split("\n");
  const files = touched(commit).map(
    (path) =>
      html`<section class="card flush"><h2 class="card-head path">${path}</h2>${fileDiff(commit, path, true)}</section>`,
  );
  const body = html`<div class="page-head"><h1>${subject}</h1></div>
<p class="soft">${commit.author.login} · ${moment(commit.committedAt)} · <code>${commit.sha}</code></p>
<p class="lines">${rest.join("\n").trim()}</p>${files}`;
  return { title: subject, room: "commits", body };
}

function touched({ added, modified, removed }: Commit): readonly string[] {
  return [...added, ...modified, ...removed];
}

function leftOut(count: number): HtmlPart | "" {
  return count > 0 ? html`<p class="soft">${count} older ones are not shown.</p>` : "";
}
