// Contradictions that people find in plan documents and that no rule decides, each with the reason: what would
// find them would find as much that is right.

export interface Undecidable {
  readonly example: string;
  readonly reason: string;
}

export const undecidable: readonly Undecidable[] = [
  {
    example:
      "“The milestone is now entirely about storage”, where two of its open issues are epics.",
    reason:
      "A sentence in free words makes a claim about what issues are about. To check it takes an understanding of the sentence and of each issue.",
  },
  {
    example:
      "“Issues get their proper labels”, and no document of the project says which labels these are.",
    reason:
      "What is missing is missing everywhere: the document contradicts nothing, and what would be proper is known only to its authors.",
  },
  {
    example:
      "A task of week 7 follows a specification that a task of week 13 is going to bring in line with the rest.",
    reason:
      "Whether “align” changes the specification or only reads it is a matter of meaning. Where it is a dependency, a chain or a dependency on GitHub says so, and then the order is checked.",
  },
];
