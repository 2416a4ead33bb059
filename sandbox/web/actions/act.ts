/**
 * What a form does: it acts as the visitor, then sends them to a page to look at. What the host refuses
 * is said there in its words. Works without scripts: post, then redirect.
 */
import type { Context } from "hono";
import type { Site } from "../site.ts";
import { refusalOf, type Visit, visitOf } from "../visit.ts";
import { type Form, readForm } from "./form.ts";

export interface Deed {
  readonly visit: Visit;
  readonly form: Form;
  readonly context: Context;
}

/** What came of it: the page to show, the present one unless given, and what to say there. */
export interface Outcome {
  readonly to?: string;
  readonly remark?: string;
  readonly refusal?: string;
}

export type Action = (deed: Deed) => Outcome | undefined | Promise<Outcome | undefined>;

export function act(site: Site, action: Action) {
  return async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const visit = visitOf(site, context);
    if (visit === undefined) {
      await next();
      return undefined;
    }
    const form = await readForm(context);
    return leadOn(site, context, await performed(action, { visit, form, context }));
  };
}

/** Redirects to where the outcome says. */
export function leadOn(site: Site, context: Context, outcome: Outcome): Response {
  const to = new URL(outcome.to ?? cameFrom(context), context.req.url);
  to.searchParams.delete("notice");
  const { refusal, remark } = outcome;
  if (refusal !== undefined) {
    to.searchParams.set("notice", site.notices.add({ kind: "refused", text: refusal }));
  } else if (remark !== undefined) {
    to.searchParams.set("notice", site.notices.add({ kind: "remark", text: remark }));
  }
  return context.redirect(`${to.pathname}${to.search}${to.hash}`, 303);
}

async function performed(action: Action, deed: Deed): Promise<Outcome> {
  try {
    return (await action(deed)) ?? {};
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** Only a page of this site; the first page where a browser does not say. */
function cameFrom(context: Context): string {
  const referrer = context.req.header("referer") ?? "";
  const here = new URL(context.req.url);
  if (!URL.canParse(referrer)) return "/";
  const { host, pathname, search } = new URL(referrer);
  return host === here.host ? `${pathname}${search}` : "/";
}
