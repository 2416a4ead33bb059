/** Every page of a repository and its address, as on GitHub where GitHub has such a page. */
import type { Context, Handler, Hono } from "hono";
import { layout, type Page } from "../components/layout.ts";
import { documentsPage } from "../pages/documents-page.ts";
import { editPage } from "../pages/edit-page.ts";
import { filePage } from "../pages/file-page.ts";
import { findingsPage } from "../pages/findings-page.ts";
import { commitPage, commitsPage, fileHistoryPage } from "../pages/history-pages.ts";
import { issuePage } from "../pages/issue-page.ts";
import { issuesPage } from "../pages/issues-page.ts";
import { logPage } from "../pages/log-page.ts";
import { milestonePage, milestonesPage } from "../pages/milestones-page.ts";
import { newIssuePage } from "../pages/new-issue-page.ts";
import { planPage } from "../pages/plan-page.ts";
import { playPage } from "../pages/play-page.ts";
import { rawFile } from "../raw-file.ts";
import type { Site } from "../site.ts";
import { type Visit, visitOf } from "../visit.ts";

/** Undefined where there is nothing to show. */
type Show = (visit: Visit, parameters: Readonly<Record<string, string>>) => Page | undefined;

const PAGES: Readonly<Record<string, Show>> = {
  "": planPage,
  "/issues": issuesPage,
  "/issues/:number{[0-9]+}": (visit, { number }) => issuePage(visit, number),
  "/new": newIssuePage,
  "/milestones": milestonesPage,
  "/milestone/:number": (visit, { number }) => milestonePage(visit, number),
  "/documents": documentsPage,
  "/findings": findingsPage,
  "/blob/:branch/:path{.+}": (visit, { branch = "", path = "" }) => filePage(visit, branch, path),
  "/edit/:branch": (visit, { branch = "" }) =>
    editPage(visit, { branch, path: visit.address.searchParams.get("path") ?? "" }),
  "/edit/:branch/:path{.+}": (visit, { branch = "", path = "" }) =>
    editPage(visit, { branch, path }),
  "/commits": commitsPage,
  "/commits/:branch/:path{.+}": (visit, { branch = "", path = "" }) =>
    fileHistoryPage(visit, branch, path),
  "/commit/:sha": (visit, { sha }) => commitPage(visit, sha),
  "/log": logPage,
  "/play": playPage,
};

export function addPages(server: Hono, site: Site): void {
  for (const [path, show] of Object.entries(PAGES)) {
    server.get(`/:owner/:name${path}`, page(site, show));
  }
  server.get("/:owner/:name/raw/:branch/:path{.+}", async (context, next) => {
    const visit = visitOf(site, context);
    const { branch = "", path = "" } = context.req.param();
    const file = visit && rawFile(visit, branch, path);
    return file ?? next();
  });
}

function page(site: Site, show: Show): Handler {
  return async (context: Context, next) => {
    const visit = visitOf(site, context);
    const shown = visit && show(visit, context.req.param());
    if (visit === undefined || shown === undefined) return next();
    return context.html(layout(visit, shown));
  };
}
