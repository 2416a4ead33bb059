// A part that says it is complete, and a box further down that says what it depended on is not there.

import { type Chapter, saysComplete } from "../reading/chapters.ts";
import { contradiction, lineWords } from "../reading/contradiction.ts";
import type { DocumentLine } from "../reading/document-lines.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import { plainWords, sharedWords, wordsOf } from "../reading/words.ts";
import type { Rule } from "../rule.ts";

interface Met {
  readonly line: number;
  readonly text: string;
  readonly box: DocumentLine;
}

export const completeWithOpenDependency: Rule = {
  id: "complete-with-open-dependency",
  severity: "warning",
  meaning:
    "Something is complete and names what it depended on, but a list of dependencies has that unticked.",
  example:
    "## Milestone 1: Cache ✅\n- **Status**: Complete\n- **Dependencies**: Broker licence approved ✅\n\n## External Dependencies\n- [ ] Broker licence approved by legal\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const boxes = openDependencies(outline);
    const met = outline.chapters.filter(saysComplete).flatMap((one) => metBy(one, boxes));
    return connect(met).map((group) => {
      const lines = group.flatMap(({ line, box }) => [line, box.line]);
      const first = group[0];
      return contradiction(
        lines,
        `What is complete on ${lineWords(group.map(({ line }) => line))} depended on something that is still unticked on ${lineWords(group.map(({ box }) => box.line))}. Tick what is met, or reopen what is not complete.`,
        [
          `${first?.text} (line ${first?.line})`,
          `${first?.box.text.trim()} (line ${first?.box.line})`,
        ],
      );
    });
  },
};

function openDependencies({ chapters }: Outline): readonly DocumentLine[] {
  return chapters
    .filter(({ title, parent }) => /\bdependenc/i.test(`${title} ${parent?.title ?? ""}`))
    .flatMap(({ lines }) => lines.filter(({ text }) => /^\s*[-*+]\s+\[ \]\s/.test(text)));
}

function metBy(chapter: Chapter, boxes: readonly DocumentLine[]): readonly Met[] {
  return chapter.fields
    .filter(({ name }) => /^(?:dependenc(?:y|ies)|depends on|requires)$/i.test(name))
    .flatMap(({ line, value }) =>
      value.split(/[,;]/).flatMap((text) => {
        const box = findBox(text, boxes);
        return box ? [{ line, text: text.trim(), box }] : [];
      }),
    );
}

/** The box that names the same thing first, and shares most with it. */
function findBox(text: string, boxes: readonly DocumentLine[]): DocumentLine | undefined {
  const words = wordsOf(plainWords(text));
  const sameThing = boxes
    .filter((box) => boxWords(box)[0] === words[0] && words[0] !== undefined)
    .filter((box) => numbersIn(words).every((number) => boxWords(box).includes(number)));
  const shared = (box: DocumentLine) => sharedWords(words, boxWords(box));
  const best = sameThing.toSorted((a, b) => shared(b) - shared(a))[0];
  if (!best) return undefined;
  const isDoubtful = /\((?:mock|stub|fake|assumed)/i.test(text) && sameThing.length === 1;
  return shared(best) >= 2 || isDoubtful ? best : undefined;
}

/** Phase 1 is not phase 2. */
function numbersIn(words: readonly string[]): readonly string[] {
  return words.filter((word) => /^\d+$/.test(word));
}

function boxWords({ text }: DocumentLine): readonly string[] {
  return wordsOf(plainWords(text.replace(/^\s*[-*+]\s+\[ \]/, "")));
}

/** Those that share a line are one contradiction. */
function connect(met: readonly Met[]): readonly (readonly Met[])[] {
  const groups: Met[][] = [];
  for (const one of met) {
    const touching = groups.filter((group) =>
      group.some(({ line, box }) => line === one.line || box === one.box),
    );
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), one]);
  }
  return groups;
}
