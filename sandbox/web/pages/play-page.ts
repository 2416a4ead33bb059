/** Where a visitor plays: the story's steps, trouble on demand, the clock, and other plans. */
import { html } from "hono/html";
import type { HtmlPart } from "../components/html-part.ts";
import type { Page } from "../components/layout.ts";
import { plansToOpen } from "../components/plans-to-open.ts";
import { postButton } from "../components/post-button.ts";
import { TROUBLES, troubleOf } from "../trouble.ts";
import type { Visit } from "../visit.ts";

export function playPage(visit: Visit): Page {
  const body = html`<div class="page-head"><h1>Play</h1></div>
<div class="columns">
  <div>${story(visit)}</div>
  <div class="aside">${trouble(visit)}${app(visit)}${clock(visit)}</div>
</div>
<h2>Another plan</h2>
${plansToOpen(visit.site.shelf)}`;
  return { title: "Play", room: "play", body };
}

function story({ exhibit, home }: Visit): HtmlPart {
  const { steps, played, isPlaying } = exhibit.story;
  const action = `${home}/play`;
  const items = steps.map((step, index) => {
    const state = index < played ? "past" : index === played ? "next" : "coming";
    return html`<li class="${state}" ${state === "next" ? html`aria-current="step"` : ""} data-key="step-${index}">${step}</li>`;
  });
  const [act, words] = isPlaying ? ["pause", "Pause"] : ["play", "Play by itself"];
  const isOver = played >= steps.length;
  return html`<section class="card"><h2 class="card-head">The story of ${exhibit.title}</h2>
  ${steps.length === 0 ? html`<p class="soft">This plan has no steps of its own. Do what you would do on GitHub.</p>` : html`<ol class="steps">${items}</ol>`}
  <form method="post" action="${action}">
    ${isOver ? "" : html`<button class="button primary" name="act" value="next">Play a step</button> <button class="button" name="act" value="${act}">${words}</button>`}
    <button class="button" name="act" value="again">Start over</button>
  </form></section>`;
}

function trouble({ exhibit, home }: Visit): HtmlPart {
  const active = troubleOf(exhibit.sandbox);
  const switches = TROUBLES.map(({ id, words, effect }) => {
    const isOn = active.has(id);
    return html`<li><form method="post" action="${home}/trouble"><input type="hidden" name="trouble" value="${id}"><button class="switch" role="switch" aria-checked="${String(isOn)}" name="on" value="${isOn ? "no" : "yes"}"><span class="knob" aria-hidden="true"></span>${words}</button></form><p class="soft small">${effect}</p></li>`;
  });
  return html`<section class="card"><h2 class="card-head">Trouble</h2><ul class="plain">${switches}</ul></section>`;
}

function app({ exhibit: { app }, home }: Visit): HtmlPart {
  const action = `${home}/app`;
  const button = app.isRunning
    ? postButton({ action, name: "act", value: "kill", words: `Kill ${app.name}` })
    : postButton({ action, name: "act", value: "start", words: `Start ${app.name} again` });
  const words = app.isRunning
    ? "It runs. Kill it, close an issue or two, and start it again: it keeps nothing of its own and finds what it missed."
    : "It is dead, and webhooks go unanswered.";
  return html`<section class="card"><h2 class="card-head">${app.name}</h2><p>${words}</p>${button}</section>`;
}

function clock({ home }: Visit): HtmlPart {
  const action = `${home}/days`;
  return html`<section class="card"><h2 class="card-head">The clock</h2><p>It stands still between changes. Milestones become late when days pass.</p>${postButton({ action, name: "days", value: "1", words: "A day passes" })} ${postButton({ action, name: "days", value: "7", words: "A week passes" })}</section>`;
}
