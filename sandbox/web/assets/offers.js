/** Offers the App's commands while a line begins with "/". */

export function offerCommands() {
  document.addEventListener("input", ({ target }) => {
    if (target.matches?.("textarea[data-offers]")) show(target);
  });
  document.addEventListener("keydown", (event) => {
    const list = listOf(event.target);
    if (list) steer(event, event.target, list);
  });
  document.addEventListener("focusout", ({ target }) => hide(target));
}

function show(textarea) {
  const typed = lineBefore(textarea);
  const offers = /^\/\S*$/.test(typed) ? offersFor(typed) : [];
  hide(textarea);
  if (offers.length === 0) return;
  const list = document.createElement("ul");
  list.className = "offers";
  list.id = "offers-shown";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Commands");
  list.append(...offers.map((offer, index) => item(textarea, offer, index)));
  textarea.after(list);
  textarea.setAttribute("aria-controls", list.id);
  choose(textarea, list, 0);
}

function offersFor(typed) {
  const all = [...document.querySelectorAll("#offers > li")].map(({ dataset }) => dataset);
  return all.filter(({ usage }) => usage.startsWith(typed.toLowerCase()));
}

function item(textarea, { usage, summary }, index) {
  const line = document.createElement("li");
  line.id = `offer-${index}`;
  line.setAttribute("role", "option");
  line.dataset.usage = usage;
  const name = document.createElement("code");
  name.textContent = usage;
  line.append(name, ` ${summary}`);
  // Not "click": by then the text has lost the focus and the list is gone.
  line.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(textarea, usage);
  });
  return line;
}

function steer(event, textarea, list) {
  const index = Number(list.dataset.chosen);
  const last = list.children.length - 1;
  const acts = {
    ArrowDown: () => choose(textarea, list, index === last ? 0 : index + 1),
    ArrowUp: () => choose(textarea, list, index === 0 ? last : index - 1),
    Enter: () => take(textarea, list.children[index].dataset.usage),
    Tab: () => take(textarea, list.children[index].dataset.usage),
    Escape: () => hide(textarea),
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function choose(textarea, list, index) {
  list.dataset.chosen = index;
  for (const [place, line] of [...list.children].entries()) {
    line.setAttribute("aria-selected", String(place === index));
  }
  list.children[index].scrollIntoView({ block: "nearest" });
  textarea.setAttribute("aria-activedescendant", `offer-${index}`);
}

/** Writes the command's name; what follows it is the person's to write. */
function take(textarea, usage) {
  const [name] = usage.split(" ");
  const end = textarea.selectionStart;
  const start = end - lineBefore(textarea).length;
  const hasMore = usage !== name;
  textarea.setRangeText(hasMore ? `${name} ` : name, start, end, "end");
  hide(textarea);
}

function hide(textarea) {
  listOf(textarea)?.remove();
  textarea.removeAttribute?.("aria-activedescendant");
}

function listOf(textarea) {
  const next = textarea.nextElementSibling;
  return next?.matches(".offers") ? next : undefined;
}

function lineBefore({ value, selectionStart }) {
  return value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
}
