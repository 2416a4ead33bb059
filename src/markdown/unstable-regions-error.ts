// Thrown instead of writing a document whose markers would then be read otherwise.

/**
 * A text would hide a marker (an open code fence), or the document reads a marker only because of the text that
 * is to be replaced (an HTML block that is open where the region ends). The message is for people.
 */
export class UnstableRegionsError extends Error {
  override readonly name = "UnstableRegionsError";

  constructor() {
    super(
      "Writing Milepost's regions would change which markers of the document are seen: put a blank line before and after each region, and close all HTML and code inside and before them.",
    );
  }
}
