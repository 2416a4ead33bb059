/** The site's server: the guard before everything, what belongs to no repository, then pages and acts. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { leadOn } from "../actions/act.ts";
import { readForm } from "../actions/form.ts";
import { openOwnPlan, openPlan } from "../actions/shelf-actions.ts";
import { mermaidAsset, ownAsset } from "../assets.ts";
import { streamChanges } from "../changes-stream.ts";
import { diagramFrame } from "../diagram-frame.ts";
import { guard } from "../guard.ts";
import { homePage } from "../pages/home-page.ts";
import { lostPage } from "../pages/lost-page.ts";
import type { Site } from "../site.ts";
import { chooseViewer } from "../viewer.ts";
import { visitOf } from "../visit.ts";
import { addActs } from "./act-routes.ts";
import { addPages } from "./page-routes.ts";

const longestForm = 5 * 1024 * 1024;

export function siteRoutes(site: Site): Hono {
  const server = new Hono();
  server.use(guard);
  server.use(bodyLimit({ maxSize: longestForm }));
  addAssets(server);
  addShelf(server, site);
  addPages(server, site);
  addActs(server, site);
  server.notFound((context) => context.html(lostPage(), 404));
  return server;
}

/** No owner is called "-". */
function addAssets(server: Hono): void {
  server.get("/-/assets/:name", async (context, next) => {
    const asset = await ownAsset(context.req.param("name"));
    return asset ?? next();
  });
  server.get("/-/mermaid/:name{.+}", async (context, next) => {
    const asset = await mermaidAsset(context.req.param("name"));
    return asset ?? next();
  });
  server.get("/-/diagram", diagramFrame);
}

function addShelf(server: Hono, site: Site): void {
  server.get("/", (context) =>
    context.html(homePage(site, site.notices.find(context.req.query("notice")))),
  );
  server.get("/-/changes/:owner/:name", async (context, next) => {
    const exhibit = visitOf(site, context)?.exhibit;
    const of = context.req.query("of") === "log" ? "log" : "world";
    return exhibit === undefined ? next() : streamChanges(context, exhibit, of);
  });
  server.post("/-/viewer", async (context) => {
    const form = await readForm(context);
    chooseViewer(context, form.text("login"));
    return leadOn(site, context, {});
  });
  server.post("/-/plans", (context) => openPlan(site, context));
  server.post("/-/own-plan", (context) => openOwnPlan(site, context));
}
