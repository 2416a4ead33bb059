/** Sends forms without leaving the page, where the answer is this page again. */
import { takeOver } from "./live.js";

export function sendFormsInPlace() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const isOrdinary = form.method === "post" && form.enctype !== "multipart/form-data";
    if (!isOrdinary) return;
    event.preventDefault();
    // Where nobody answers, the browser says so.
    send(form, event.submitter).catch(() => location.reload());
  });
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-submits]")) target.form.requestSubmit();
  });
}

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body });
  const isHere = new URL(answer.url).pathname === location.pathname;
  if (!isHere) {
    location.assign(answer.url);
    return;
  }
  const text = await answer.text();
  // Sent words are no longer being typed, unless they were refused.
  if (!text.includes('class="notice refused"')) {
    form.reset();
    closeEditor(form);
  }
  takeOver(text);
}

function closeEditor(form) {
  const editor = form.closest("details.edit, details.more-reactions");
  if (editor) editor.open = false;
}
