// Tasks of two entries that seem to be one: the words of one are in the other, which begins and ends alike.

import { contradiction } from "../reading/contradiction.ts";
import { readKeyedEntries } from "../reading/keyed-entries.ts";
import { outlineOf } from "../reading/outline.ts";
import { isSameWord, wordsOf } from "../reading/words.ts";
import type { Rule } from "../rule.ts";

interface Task {
  readonly text: string;
  /** The words of the entry that it stands under. */
  readonly about: readonly string[];
  readonly words: readonly string[];
}

export const possibleDuplicate: Rule = {
  id: "possible-duplicate",
  severity: "info",
  meaning: "Two entries have a task of nearly the same words.",
  example:
    "1. **API-001**: Define the gateway\n   - Rollout script\n2. **API-002**: Deploy\n   - Rollout gateway script\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const tasks = readKeyedEntries(outlineOf(subject).lines).flatMap(({ key, title, tasks }) =>
      tasks.map((task) => ({ ...task, key, about: wordsOf(title), words: wordsOf(task.text) })),
    );
    return tasks.flatMap((one, index) =>
      tasks
        .slice(index + 1)
        .filter((other) => other.key !== one.key && isNearly(one, other))
        .map((other) =>
          contradiction(
            [one.line, other.line],
            `${one.key} (line ${one.line}) and ${other.key} (line ${other.line}) seem to have a task in common. Keep it in one of them, or say what is different.`,
            [`${one.text} (line ${one.line})`, `${other.text} (line ${other.line})`],
          ),
        ),
    );
  },
};

/** Tasks that every piece of work has are no duplicates. */
const routine = /\b(?:tests?|review|merge|documentation|docs|deploy(?:ment)?)\b/i;

/** One has exactly one word more, between the first and the last, which the other's entry says for it. */
function isNearly(one: Task, other: Task): boolean {
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one];
  const isClose = short.words.length >= 2 && long.words.length === short.words.length + 1;
  const endsAlike = [0, -1].every((at) =>
    isSameWord(short.words.at(at) ?? "", long.words.at(at) ?? " "),
  );
  const isWithin = short.words.every((word) => long.words.some((next) => isSameWord(word, next)));
  const isIn = (words: readonly string[], word: string) =>
    words.some((one) => isSameWord(one, word));
  const isImplied = long.words.every((word) => isIn(short.words, word) || isIn(short.about, word));
  return isClose && endsAlike && isWithin && isImplied && !routine.test(short.text);
}
