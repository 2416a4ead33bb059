/** A visitor commits a file. */
import { bytesAt, textOf } from "../documents.ts";
import { versionOf } from "../pages/edit-page.ts";
import { commitAt } from "../pages/file-page.ts";
import { personOf, refusalOf, type Visit } from "../visit.ts";
import type { Form } from "./form.ts";

export type Commit =
  | { readonly kind: "done" }
  /** The visitor's text is not lost: it is shown again with this. */
  | { readonly kind: "refused"; readonly because: string; readonly text: string };

export function commitFile(visit: Visit, branch: string, path: string, form: Form): Commit {
  const head = commitAt(visit, branch);
  const present = (head && bytesAt(head, path)) ?? new Uint8Array();
  const text = withItsLineEnds(form.text("text"), textOf(present) ?? "");
  if (versionOf(present) !== form.text("base")) {
    const because = `${path} was changed by somebody else meanwhile. Your text is below, not saved: compare it with the file, and commit it again to put it in the file's place.`;
    return { kind: "refused", because, text };
  }
  try {
    const message = form.text("message").trim() || `Change ${path}`;
    personOf(visit).push(visit.repository, { [path]: text }, message, branch);
    return { kind: "done" };
  } catch (error) {
    return { kind: "refused", because: refusalOf(error), text };
  }
}

/** A browser sends every line end as CR LF and leaves a byte order mark away. */
function withItsLineEnds(sent: string, earlier: string): string {
  const text = earlier.includes("\r\n") ? sent : sent.replaceAll("\r\n", "\n");
  return earlier.startsWith("\uFEFF") && !text.startsWith("\uFEFF") ? `\uFEFF${text}` : text;
}
