/** The limits of texts, in GitHub's words. */
import { invalid } from "./world-error.ts";

/** The longest body of an issue or comment, in characters. */
export const BODY_LIMIT = 65_536;

/** Refuses a body over the limit. */
export function requireBodyFits(resource: string, body: string): void {
  if (body.length > BODY_LIMIT) {
    const message = `body is too long (maximum is ${BODY_LIMIT} characters)`;
    throw invalid(resource, "body", "custom", message);
  }
}

/** Refuses an empty title and one over 256 characters. */
export function requireTitleFits(resource: string, title: string): void {
  if (title.trim() === "")
    throw invalid(resource, "title", "missing_field", "title can't be blank");
  if (title.length > 256) {
    throw invalid(resource, "title", "custom", "title is too long (maximum is 256 characters)");
  }
}
