/** The live log: what happened, what the App was told, what it asked and wrote, and why it wrote nothing. */
import { html } from "hono/html";
import { resultWords } from "../components/app-state.ts";
import type { HtmlPart, MaybePart } from "../components/html-part.ts";
import type { Page } from "../components/layout.ts";
import { moment } from "../components/moment.ts";
import type { CallEntry, Round, WebhookEntry } from "../live-log/round.ts";
import type { Visit } from "../visit.ts";

const roundsShown = 50;

export function logPage({ exhibit }: Visit): Page {
  const { app, live } = exhibit;
  const rounds = live.rounds.slice(-roundsShown).reverse();
  const body = html`<div class="page-head"><h1>Live log</h1><p class="soft">What ${app.name} is told, what that causes, and what it costs. Newest first.</p></div>
${rounds.length === 0 ? html`<p class="empty">Nothing has happened yet.</p>` : html`<ol class="plain">${rounds.map((round, index) => roundCard(round, index === 0))}</ol>`}`;
  return { title: "Live log", room: "log", body };
}

function roundCard(round: Round, isNewest: boolean): HtmlPart {
  const { id, cause, at, end, webhooks, calls } = round;
  const kind = end?.result.kind ?? "busy";
  const parts = webhooks.length + calls.length;
  return html`<li class="card round ${kind}" data-key="round-${id}">
    <h2 class="card-head"><span>${cause}</span> <span class="soft small nowrap">${moment(at)}</span></h2>
    ${kind === "life" ? "" : html`<p class="outcome">${end === undefined ? "At work …" : sentence(resultWords(end.result))}${sums(round)}</p>`}
    ${parts === 0 ? "" : html`<details ${isNewest ? "open" : ""}><summary>${counted(webhooks.length, "webhook")}, ${counted(calls.length, "API call")}</summary>${webhookTable(webhooks)}${callTable(calls)}</details>`}
  </li>`;
}

function sums({ calls, end }: Round): MaybePart {
  if (calls.length === 0) return "";
  const of = (kind: string) => calls.filter(({ call }) => call.kind === kind).length;
  const points = calls.reduce((sum, { call }) => sum + call.cost, 0);
  const time = end === undefined ? "" : ` · ${Math.round(end.after)} ms`;
  return html` <span class="soft nowrap">${counted(of("read"), "read")}, ${counted(of("write"), "write")} · ${counted(points, "point")}${time}</span>`;
}

function webhookTable(webhooks: readonly WebhookEntry[]): MaybePart {
  if (webhooks.length === 0) return "";
  const rows = webhooks.map(
    (entry) =>
      html`<tr><td><code>${entry.name}</code></td><td>${entry.sender}</td><td>${verdictWords(entry)}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Webhooks"><table><thead><tr><th>Webhook</th><th>By</th><th>What came of it</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function verdictWords({ delivery, verdict }: WebhookEntry): string {
  if (delivery === undefined) return "lost on its way";
  if (verdict?.kind === "ignored") return `ignored: ${verdict.because}`;
  if (verdict?.kind === "taken") return verdict.causes;
  return delivery.status === 0 ? "nobody answered" : "under way";
}

function callTable(calls: readonly CallEntry[]): MaybePart {
  if (calls.length === 0) return "";
  const rows = calls.map(
    ({ call, after }) =>
      html`<tr class="${call.status >= 400 || call.status === 0 ? "bad" : ""}"><td><code>${call.name}</code></td><td>${call.status === 0 ? "cut off" : call.status}</td><td class="figure">${call.cost}</td><td class="figure">${Math.round(after)}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="API calls"><table><thead><tr><th>API call</th><th>Answer</th><th class="figure">Points</th><th class="figure">After ms</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function sentence(words: string): string {
  const text = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return text.endsWith(".") ? text : `${text}.`;
}
