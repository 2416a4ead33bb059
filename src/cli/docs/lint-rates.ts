/** How often lint rules are wrong about plans of others, counted from the labels that were given by hand. */
import { readFileSync } from "node:fs";

/** Those that the rules had not met, in this order. */
export const metSets = [
  "fresh",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
] as const;
export type MetSet = (typeof metSets)[number];

/** From this on they met the rules bound to forms. */
export const formBoundFrom = metSets.indexOf("seventh");

interface Label {
  /** The plans that the rules were made on, or one of the sets that they had not met. */
  readonly set: "tightened-on" | MetSet;
  readonly rule: string;
  readonly repository: string;
  readonly verdict: "true" | "false";
  /** No longer found, or no longer found like that, since the rules were tightened. */
  readonly mended?: true;
}

interface Source {
  readonly set: Label["set"];
  /** How many of its documents were read. */
  readonly documents: number;
}

/** Findings, and those of them that were false. */
export interface Rate {
  readonly all: number;
  readonly wrong: number;
}

export interface CorpusRates {
  readonly repositories: number;
  /** Of these, with a finding that counts. */
  readonly withFindings: number;
  readonly documents: number;
  readonly before: Rate;
  /** Of these, without broken links and broken paragraphs, which are easily told. */
  readonly ofContent: Rate;
  /** Without what is no longer found. */
  readonly after: Rate;
  /** What is no longer found, and was true. */
  readonly lost: { readonly all: number; readonly ofContent: number };
}

const file = new URL("../../../test/cases/lint/corpus-labels.json", import.meta.url);

const ofForm = new Set(["anchor-broken", "broken-markdown"]);

export function readCorpusRates(set: Label["set"]): CorpusRates {
  const corpus: { readonly sources: readonly Source[]; readonly labels: readonly Label[] } =
    JSON.parse(readFileSync(file, "utf8"));
  const sources = corpus.sources.filter((one) => one.set === set);
  const labels = corpus.labels.filter((one) => one.set === set);
  const lost = labels.filter(({ verdict, mended }) => verdict === "true" && mended);
  return {
    repositories: sources.length,
    withFindings: new Set(labels.map(({ repository }) => repository)).size,
    documents: sources.reduce((sum, one) => sum + one.documents, 0),
    before: rateOf(labels),
    ofContent: rateOf(labels.filter(isOfContent)),
    after: rateOf(labels.filter(({ mended }) => !mended)),
    lost: { all: lost.length, ofContent: lost.filter(isOfContent).length },
  };
}

function isOfContent({ rule }: Label): boolean {
  return !ofForm.has(rule);
}

function rateOf(labels: readonly Label[]): Rate {
  return {
    all: labels.length,
    wrong: labels.filter(({ verdict }) => verdict === "false").length,
  };
}
