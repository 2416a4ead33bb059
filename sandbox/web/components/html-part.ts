/** A piece of HTML; made by Hono's template, which escapes whatever is put in. */
import type { html } from "hono/html";

export type HtmlPart = ReturnType<typeof html>;
/** What may stand in a template where there may be nothing. */
export type MaybePart = HtmlPart | "";
