/** The pages a person can look at: a repository, its issues, its files. Read only; no API calls. */
import { Buffer } from "node:buffer";
import type { Context, Hono } from "hono";
import type { Issue, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import type { WorldState } from "../world/world-state.ts";
import { renderPage } from "./markdown-page.ts";

export function addWebRoutes(server: Hono, state: WorldState): void {
  const find = (context: Context) =>
    state.repository(`${context.req.param("owner")}/${context.req.param("name")}`);
  const page = (show: (repository: Repository, context: Context) => Response | undefined) => {
    return (context: Context, next: () => Promise<void>) => {
      try {
        return Promise.resolve(show(find(context), context) ?? next());
      } catch (error) {
        if (!(error instanceof WorldError)) throw error;
        return next();
      }
    };
  };
  server.get("/:owner/:name", page(overview));
  server.get("/:owner/:name/issues/:number{[0-9]+}", page(issuePage));
  server.get("/:owner/:name/blob/:branch/:path{.+}", page(filePage));
}

function overview(repository: Repository): Response {
  const pinned = repository.pins.map(({ issue }) => `- 📌 ${link(issue)}`);
  const milestones = [...repository.milestones.values()].map(
    ({ title, openIssues, closedIssues }) => `| ${cell(title)} | ${closedIssues} | ${openIssues} |`,
  );
  const files = [...(repository.refs.get(repository.defaultBranch)?.target.files.keys() ?? [])].map(
    (path) => `- [${path}](${repository.name}/blob/${repository.defaultBranch}/${path})`,
  );
  const issues = [...repository.issues.values()].map(
    (issue) => `- ${issue.state === "open" ? "🟢" : "🟣"} ${link(issue)}`,
  );
  const table = ["| Milestone | Closed | Open |", "|---|--:|--:|", ...milestones].join("\n");
  const parts = [...pinned, "", table, "## Files", ...files, "", "## Issues", ...issues];
  return renderPage(repository.nameWithOwner, "Repository", parts.join("\n"));
}

function issuePage(repository: Repository, context: Context): Response | undefined {
  const issue = repository.issues.get(Number(context.req.param("number")));
  if (!issue) return undefined;
  const comments = issue.comments.map(
    ({ author, body }) => `---\n\n**${author.login}**\n\n${body}`,
  );
  const above = `${repository.nameWithOwner} #${issue.number} · ${issue.state} · ${issue.author.login}`;
  const markdown = [`# ${cell(issue.title)}`, issue.body, ...comments].join("\n\n");
  return renderPage(issue.title, above, markdown);
}

function filePage(repository: Repository, context: Context): Response | undefined {
  const { branch = "", path = "" } = context.req.param() as Record<string, string>;
  const entry = repository.refs.get(branch)?.target.files.get(path);
  const bytes = entry && repository.blobs.get(entry.sha);
  if (!bytes) return undefined;
  const text = Buffer.from(bytes).toString("utf8");
  const markdown = path.endsWith(".md") ? text : `\`\`\`\`\n${text}\n\`\`\`\``;
  return renderPage(path, `${repository.nameWithOwner} · ${path}`, markdown);
}

function link(issue: Issue): string {
  return `[#${issue.number}](${issue.repository.name}/issues/${issue.number}) ${cell(issue.title)}`;
}

/** Titles are plain text on GitHub's pages. */
function cell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, "\\$&");
}
