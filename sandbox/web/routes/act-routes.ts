/** Every act on a repository and the address that its form is sent to. */
import type { Hono } from "hono";
import { type Action, act, leadOn } from "../actions/act.ts";
import { commitFile } from "../actions/file-actions.ts";
import { readForm } from "../actions/form.ts";
import * as issues from "../actions/issue-actions.ts";
import * as plays from "../actions/play-actions.ts";
import * as talk from "../actions/talk-actions.ts";
import { layout } from "../components/layout.ts";
import { encodePath } from "../documents.ts";
import { editPage } from "../pages/edit-page.ts";
import type { Site } from "../site.ts";
import { visitOf } from "../visit.ts";

const ISSUE = "/issues/:number{[0-9]+}";

const ACTS: Readonly<Record<string, Action>> = {
  "/issues": issues.createIssue,
  [`${ISSUE}/state`]: issues.setState,
  [`${ISSUE}/milestone`]: issues.setMilestone,
  [`${ISSUE}/labels`]: issues.changeLabels,
  [`${ISSUE}/assignees`]: issues.changeAssignees,
  [`${ISSUE}/blocked-by`]: issues.changeBlockers,
  [`${ISSUE}/edit`]: issues.editIssue,
  [`${ISSUE}/boxes`]: issues.turnBox,
  [`${ISSUE}/comments`]: talk.comment,
  [`${ISSUE}/comments/:comment{[0-9]+}`]: talk.changeComment,
  [`${ISSUE}/reactions`]: talk.react,
  "/play": plays.play,
  "/trouble": plays.makeTrouble,
  "/app": plays.steerApp,
  "/days": plays.passDays,
};

export function addActs(server: Hono, site: Site): void {
  for (const [path, action] of Object.entries(ACTS)) {
    server.post(`/:owner/:name${path}`, act(site, action));
  }
  addEditing(server, site);
}

/** Not like the others: what cannot be saved is shown again. */
function addEditing(server: Hono, site: Site): void {
  server.post("/:owner/:name/edit/:branch/:path{.+}", async (context, next) => {
    const visit = visitOf(site, context);
    if (visit === undefined) return next();
    const { branch, path } = context.req.param();
    const commit = commitFile(visit, branch, path, await readForm(context));
    if (commit.kind === "done") {
      return leadOn(site, context, { to: `${visit.home}/blob/${encodePath(`${branch}/${path}`)}` });
    }
    const page = editPage(visit, { branch, path, text: commit.text });
    if (page === undefined) return next();
    const notice = { kind: "refused", text: commit.because } as const;
    return context.html(layout({ ...visit, notice }, page), 409);
  });
}
