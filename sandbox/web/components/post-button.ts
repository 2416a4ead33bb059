/** A form that is only a button. */
import { html } from "hono/html";
import type { HtmlPart } from "./html-part.ts";

interface PostButton {
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly words: string;
  /** Read instead of the words, where they alone do not say what is meant. */
  readonly label?: string;
  readonly style?: string;
}

export function postButton({ action, name, value, words, label, style }: PostButton): HtmlPart {
  return html`<form method="post" action="${action}" class="inline"><button class="${style ?? "button"}" name="${name}" value="${value}" aria-label="${label ?? words}">${words}</button></form>`;
}
