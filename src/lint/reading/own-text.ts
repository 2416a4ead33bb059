// What of a document people keep in step with GitHub themselves: not Milepost's regions, which the next sync
// renders, and not what `<!-- milepost:keep -->` says to leave as it stands.

import type { DocumentClaims, Place } from "../../claims/document-claims.ts";
import { readClaims } from "../../claims/read-claims.ts";
import { withoutRegions } from "../../live/live-text.ts";
import { encodeText } from "../../markdown/bytes.ts";
import { findRegions } from "../../markdown/regions.ts";
import type { LintSubject } from "../rule.ts";
import { onceInARow } from "./once-per.ts";
import { outlineOf } from "./outline.ts";
import type { Mention } from "./parts.ts";

interface OwnText {
  /** As long as the document, with spaces for what stands in regions. */
  readonly text: string;
  readonly claims: DocumentClaims;
  /** With broken markers it is not known what a region is. */
  readonly isBroken: boolean;
  /** Of what is read at these offsets. */
  readonly isOwn: (place: Pick<Place, "start" | "end">) => boolean;
}

export const ownTextOf = onceInARow(readOwnText);

/** All that is listed in the document, but for what is in regions or to be kept. */
export function ownMentions(subject: LintSubject): readonly Mention[] {
  const { isOwn } = ownTextOf(subject);
  return outlineOf(subject).mentions.filter(({ reference }) => isOwn(reference.place));
}

function readOwnText(subject: LintSubject): OwnText {
  const document = encodeText(subject.text);
  const { regions, problems } = findRegions(document);
  const text = withoutRegions(subject.text, document, regions);
  const claims = regions.length === 0 ? subject.claims : readClaims(text);
  const isOwn: OwnText["isOwn"] = ({ start, end }) =>
    text.startsWith(subject.text.slice(start, end), start) &&
    claims.kept.every((kept) => end <= kept.start || kept.end <= start);
  return { text, claims, isBroken: problems.length > 0, isOwn };
}
