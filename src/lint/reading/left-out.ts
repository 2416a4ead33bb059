// Whether an entry says of itself that it was left out on purpose, or is for later. It says so at its edges, in
// brackets and behind a dash; elsewhere the same words are of the task: "Migrate the user options table".

const words = String.raw`(?:planned|optional\w*|opcional\w*|facultati\w*|deferred|defer|postponed|later|future|follow-?up|skip\w*|not (?:needed|required|applicable|planned)|n\/a|out of scope|moved|cancell?ed|dropped|superseded|won't|wont|nice[- ]to[- ]have|stretch|phase \d|sprint \d|backlog|post-\w+(?:\.\d+)*)`;

/** Struck through, or optional in languages without spaces or with letters that \b does not know. */
const anywhere = /~~|可选|(?:^|\P{L})اختياري|опционально|необязательно|선택|任意/iu;

const word = new RegExp(String.raw`\b${words}\b`, "i");

const brackets = /[([][^()[\]]*[)\]]/g;
const dash = /\s[–-]+\s|[—→;]\s/;

/** "(if needed)", behind a task, in brackets. */
const ifNeeded = /\((?:(?:if|when|where|as) (?:needed|necessary|required)|bei Bedarf)\)/i;

/** "Measure it. Optional, as tests do so": a sentence of its own. */
const sentence = /[.!?]\s+optional(?:ly)?\b/i;

/** "Later: alerts", "Optional alerts", and not "Skip links for keyboards". */
const atStart = new RegExp(
  String.raw`^\W*(?:optional(?:ly)?\b|${words}\b(?:\s\w+)?\W*[:–—-]\s)`,
  "i",
);

/** "Alerts, later", "Alerts deferred to spring". */
const atEnd = new RegExp(
  String.raw`\b${words}(?:\s+(?:to|until|till|for)(?:\s+\S+){1,3})?\W{0,5}$`,
  "i",
);

/** Behind a task in another script: what it says may be that the task is left out, and we cannot read it. */
const unread = /[(（](?=[^()（）]*\p{L})[^()（）]*[)）][^\p{L}\p{N}]*$/u;

function isUnread(entry: string): boolean {
  const letters = (unread.exec(entry)?.[0] ?? "").match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length * 2 > letters.length;
}

/** @param line A box and what stands behind it. */
export function isLeftOut(line: string): boolean {
  if (anywhere.test(line) || isUnread(line)) return true;
  const entry = line.replace(/^\s*[-*+]\s+\[[ xX]\]\s+/, "").replace(/[*_`]+/g, "");
  if (ifNeeded.test(entry) || sentence.test(entry)) return true;
  const column = entry.search(dash);
  const remarks = [...(entry.match(brackets) ?? []), column < 0 ? "" : entry.slice(column)];
  return atStart.test(entry) || atEnd.test(entry) || remarks.some((remark) => word.test(remark));
}
