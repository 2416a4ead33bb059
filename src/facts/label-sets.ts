/** What the labels of issues say. Many issues carry the same ones, so each set of them is read once. */
import type { Config } from "../config/config.ts";
import type { ObservedLabel } from "../domain/observation.ts";
import { type LabelFacts, readLabels } from "./label-facts.ts";

export interface LabelSet {
  readonly names: readonly string[];
  readonly facts: LabelFacts;
}

/** What is known of a list of labels, and of the lists that go on from there. */
interface Known {
  set: LabelSet | null;
  readonly further: Map<string, Known>;
}

export interface LabelReader {
  /** Equal lists give the very same set. */
  read(labels: readonly ObservedLabel[]): LabelSet;
}

export function createLabelReader(config: Config): LabelReader {
  const none: Known = { set: null, further: new Map() };
  return {
    read(labels) {
      let known = none;
      for (const { name } of labels) known = furtherFrom(known, name);
      known.set ??= readSet(labels, config);
      return known.set;
    },
  };
}

function furtherFrom({ further }: Known, name: string): Known {
  const known = further.get(name) ?? { set: null, further: new Map() };
  further.set(name, known);
  return known;
}

function readSet(labels: readonly ObservedLabel[], config: Config): LabelSet {
  const names = labels.map((label) => label.name);
  return { names, facts: readLabels(names, config) };
}
