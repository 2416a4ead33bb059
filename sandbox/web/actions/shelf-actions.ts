/** Opening plans: from the shelf, or one that the visitor brings. */
import type { Context } from "hono";
import type { Exhibit } from "../exhibit.ts";
import type { Site } from "../site.ts";
import { leadOn } from "./act.ts";
import { readForm } from "./form.ts";

export async function openPlan(site: Site, context: Context): Promise<Response> {
  const form = await readForm(context);
  const exhibit = await site.shelf.open(form.text("plan"));
  if (exhibit === undefined) {
    return leadOn(site, context, { to: "/", refusal: "There is no plan of that name." });
  }
  await site.show(exhibit);
  return leadOn(site, context, { to: homeOf(exhibit) });
}

export async function openOwnPlan(site: Site, context: Context): Promise<Response> {
  const form = await readForm(context);
  const text = form.text("text");
  const pasted = text.trim() === "" ? undefined : { name: "", text };
  const file = (await form.file("file")) ?? pasted;
  if (file === undefined) {
    return leadOn(site, context, { to: "/", refusal: "Choose a file or paste its text first." });
  }
  const opening = await site.shelf.openOwn(file);
  if (opening.kind === "refused") {
    return leadOn(site, context, { to: "/", refusal: opening.because });
  }
  await site.show(opening.exhibit);
  const remark = opening.remarks.length === 0 ? undefined : opening.remarks.join(" ");
  const path = opening.path === "" ? "" : `/${opening.path}`;
  return leadOn(site, context, { to: `${homeOf(opening.exhibit)}${path}`, remark });
}

function homeOf({ repository }: Exhibit): string {
  return `/${repository}`;
}
