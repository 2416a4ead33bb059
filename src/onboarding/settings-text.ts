/** The text of `.github/milepost.yml` that names starting documents. What a person wrote in it stays. */
import { stringify } from "yaml";

/** A document as the settings name it. */
export interface NamedDocument {
  readonly path: string;
  /** The number of the milestone it is about; null where it is about all. */
  readonly milestone: number | null;
  /** In a few words, for whoever reads the settings. */
  readonly about: string;
}

export interface StartingSettings {
  /** The text so far, which names no documents; null where there is none. */
  readonly present: string | null;
  /** Its owner's settings hold, and are to hold on. */
  readonly extendsOwners: boolean;
  readonly documents: readonly NamedDocument[];
  /** Dimension → prefix, for those that do not hold already. */
  readonly labels: ReadonlyMap<string, string>;
}

const longestComment = 80;

export function writeSettings({ present, ...wanted }: StartingSettings): string {
  const start = present === null ? introduction(wanted) : withLineEnd(present);
  return `${start}${documentLines(wanted)}${labelLines(wanted)}`;
}

function introduction({ extendsOwners }: Pick<StartingSettings, "extendsOwners">): string {
  const what = "# What Milepost keeps true in this repository.\n";
  return extendsOwners ? `${what}_extends: .github\n` : what;
}

function documentLines({ documents }: Pick<StartingSettings, "documents">): string {
  const entries = documents.map(({ path, milestone, about }) => {
    const line = `  - path: ${path} # ${commentText(about)}\n`;
    return milestone === null ? line : `${line}    milestone: ${milestone}\n`;
  });
  return `documents:\n${entries.join("")}`;
}

function labelLines({ labels }: Pick<StartingSettings, "labels">): string {
  return labels.size === 0 ? "" : stringify({ labels: Object.fromEntries(labels) });
}

/** A title may hold anything; a comment ends with its line. */
function commentText(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, " ");
  return plain.slice(0, longestComment).trim();
}

function withLineEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
