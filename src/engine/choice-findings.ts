/** What is wrong with the patterns by which the settings name documents. Pure. */
import { mostDocuments } from "../config/select-documents.ts";
import type { Finding } from "../domain/project.ts";
import type { DocumentChoice } from "./find-documents.ts";

/** Where GitHub's listing is cut, nobody knows whether a pattern fits nothing. */
export function choiceFindings(choice: DocumentChoice): readonly Finding[] {
  const { unmatched, leftOut, isTruncated } = choice;
  return [
    ...(isTruncated ? [cut()] : unmatched.map(fitsNothing)),
    ...(leftOut > 0 ? [tooMany(leftOut)] : []),
  ];
}

function fitsNothing(pattern: string): Finding {
  return warning(
    "document-missing",
    `.github/milepost.yml lists ${pattern} as plan documents, but no Markdown file on the default branch fits it. Correct it, or take it out of "documents:". Upper and lower case differ, "*" stops at a slash, "**" stands for folders, and what begins with a dot is found only by a dot.`,
  );
}

function tooMany(leftOut: number): Finding {
  return warning(
    "documents-left-out",
    `More files than ${mostDocuments} fit "documents:" in .github/milepost.yml, so ${leftOut === 1 ? "the last one was" : `the last ${leftOut} were`} left out. Narrow the patterns (docs/plans/*.md finds less than docs/**/*.md), or list the files that matter themselves: these go first.`,
  );
}

function cut(): Finding {
  return warning(
    "documents-not-all-listed",
    `The repository has more files than GitHub lists, so the patterns of "documents:" in .github/milepost.yml may miss some. List the paths of the plan documents themselves in place of patterns.`,
  );
}

function warning(rule: string, message: string): Finding {
  return { rule, severity: "warning", issues: [], milestone: null, message };
}
