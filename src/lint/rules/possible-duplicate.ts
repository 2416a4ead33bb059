// Tasks of two entries that seem to be one: the words of one are in the other, which begins and ends alike.

import { contradiction } from "../reading/contradiction.ts";
import { readKeyedEntries } from "../reading/keyed-entries.ts";
import { outlineOf } from "../reading/outline.ts";
import { isSameWord, wordsOf } from "../reading/words.ts";
import type { Rule } from "../rule.ts";

export const possibleDuplicate: Rule = {
  id: "possible-duplicate",
  severity: "info",
  meaning: "Two entries have a task of nearly the same words.",
  example:
    "1. **API-001**: Define the routes\n   - Rollout script\n2. **API-002**: Deploy\n   - Rollout gateway script\n",
  offline: true,
  fixes: false,
  check(subject) {
    const tasks = readKeyedEntries(outlineOf(subject).lines).flatMap(({ key, tasks }) =>
      tasks.map((task) => ({ ...task, key, words: wordsOf(task.text) })),
    );
    return tasks.flatMap((one, index) =>
      tasks
        .slice(index + 1)
        .filter((other) => other.key !== one.key && isNearly(one.words, other.words))
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

/** One has exactly one word more, between the first and the last. */
function isNearly(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isClose = short.length >= 2 && long.length - short.length <= 1;
  const endsAlike = [0, -1].every((at) => isSameWord(short.at(at) ?? "", long.at(at) ?? " "));
  return (
    isClose && endsAlike && short.every((word) => long.some((other) => isSameWord(word, other)))
  );
}
