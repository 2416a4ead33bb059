/** The line above every page of an exhibit: the story's next step, and what the App is doing. */
import { html } from "hono/html";
import { TROUBLES, troubleOf } from "../trouble.ts";
import type { Visit } from "../visit.ts";
import { appState } from "./app-state.ts";
import type { HtmlPart, MaybePart } from "./html-part.ts";

export function stageStrip(visit: Visit): HtmlPart {
  const { exhibit, home } = visit;
  const { mood, words } = appState(exhibit);
  return html`<section class="strip" aria-label="What happens here">
    <div class="strip-story">${story(visit)}</div>
    ${trouble(visit)}
    <a class="strip-app ${mood}" href="${home}/log" data-quiet><span class="lamp" aria-hidden="true"></span><span role="status">${words}</span></a>
  </section>`;
}

/** What is switched on and may be forgotten. */
function trouble({ exhibit, home }: Visit): MaybePart {
  const active = troubleOf(exhibit.sandbox);
  const names = TROUBLES.filter(({ id }) => active.has(id)).map(({ words }) => words);
  return names.length === 0
    ? ""
    : html`<a class="strip-trouble" href="${home}/play">Trouble: ${names.join(", ")}</a>`;
}

function story({ exhibit: { story }, home }: Visit): HtmlPart {
  const { steps, played, isPlaying } = story;
  const next = steps[played];
  if (steps.length === 0) {
    return html`<span class="soft">This plan has no steps of its own: close an issue and see what follows.</span>`;
  }
  if (next === undefined) {
    return html`<span>All ${steps.length} steps were played.</span> <a href="${home}/play">Play again</a>`;
  }
  const [act, words] = isPlaying ? ["pause", "Pause"] : ["play", "Play by itself"];
  return html`<form class="inline" method="post" action="${home}/play">
    <button class="button primary" name="act" value="next">Play a step</button>
    <button class="button" name="act" value="${act}">${words}</button>
  </form> <span>Next of ${steps.length - played}: <strong>${next}</strong></span>`;
}
