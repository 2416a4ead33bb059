/**
 * Makes a piece of the page equal to another version of it, touching only what differs: what a person has
 * opened, typed or focused stays as it is. Parts with a `data-key` are found again wherever they moved to.
 * Ids are no keys: those of headings are made of their words.
 */

/** How far to look for a part that has only moved. */
const reach = 40;

/** Returns the elements that are new or have other words now. */
export function morph(present, wanted) {
  const changed = new Set();
  morphNode(present, wanted, changed);
  return changed;
}

function morphNode(present, wanted, changed) {
  if (present.isEqualNode(wanted)) return;
  if (present.nodeType !== Node.ELEMENT_NODE) {
    present.nodeValue = wanted.nodeValue;
    if (present.nodeValue.trim() !== "") changed.add(present.parentElement);
    return;
  }
  if (present.matches("input, textarea")) {
    morphField(present, wanted);
    return;
  }
  morphAttributes(present, wanted);
  if (present.matches("[data-diagram]") && present.querySelector("iframe")) return;
  morphChildren(present, wanted, changed);
  if (present.matches("select") && present !== document.activeElement) chooseAsWritten(present);
}

/** What a person has typed is theirs. */
function morphField(field, wanted) {
  const isTheirs = field === document.activeElement || field.value !== field.defaultValue;
  morphAttributes(field, wanted);
  if (field.matches("textarea") && field.defaultValue !== wanted.defaultValue) {
    const typed = field.value;
    field.defaultValue = wanted.defaultValue;
    field.value = isTheirs ? typed : wanted.defaultValue;
  }
}

function chooseAsWritten(select) {
  for (const option of select.options) option.selected = option.defaultSelected;
}

function morphAttributes(present, wanted) {
  const isDetails = present.matches("details");
  for (const { name } of [...present.attributes]) {
    if (!wanted.hasAttribute(name) && !(isDetails && name === "open")) {
      present.removeAttribute(name);
    }
  }
  for (const { name, value } of wanted.attributes) {
    if (isDetails && name === "open") continue;
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
}

function morphChildren(present, wanted, changed) {
  const children = [...wanted.childNodes];
  let cursor = present.firstChild;
  for (const [index, child] of children.entries()) {
    const match = findMatch(cursor, child, children.slice(index + 1, index + reach));
    if (!match) {
      present.insertBefore(child, cursor);
      report(child, changed);
    } else {
      if (match === cursor) cursor = cursor.nextSibling;
      else present.insertBefore(match, cursor);
      morphNode(match, child, changed);
    }
  }
  while (cursor) {
    const next = cursor.nextSibling;
    cursor.remove();
    cursor = next;
  }
}

/** The present node that becomes `child`; undefined where it is new. */
function findMatch(cursor, child, followers) {
  const key = keyOf(child);
  const ahead = siblingsFrom(cursor);
  if (key) return ahead.find((node) => keyOf(node) === key);
  const same = ahead.find((node) => node.isEqualNode(child));
  if (same) return same;
  const isFree = cursor && !keyOf(cursor) && isOfSameKind(cursor, child);
  const isWantedLater = isFree && followers.some((follower) => follower.isEqualNode(cursor));
  return isFree && !isWantedLater ? cursor : undefined;
}

function siblingsFrom(cursor) {
  const nodes = [];
  for (let node = cursor; node && nodes.length < reach; node = node.nextSibling) nodes.push(node);
  return nodes;
}

function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  return node.dataset.key ?? node.dataset.diagram ?? "";
}

function isOfSameKind(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName;
}

function report(node, changed) {
  if (node.nodeType === Node.ELEMENT_NODE) changed.add(node);
  else if (node.nodeValue.trim() !== "") changed.add(node.parentElement);
}
