/** One REST write, with its faults sorted. */
import { RefusedError } from "../engine/errors.ts";
import { translateError } from "./translate-error.ts";

/**
 * `whenGone` is what to say where GitHub does not find what the write is about: a repeated try would not
 * find it either. Without it, it is the repository that is gone.
 */
export async function writeRest<Answer>(
  send: () => Promise<Answer>,
  whenGone?: string,
): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (whenGone !== undefined && isGone(error)) throw new RefusedError(whenGone);
    throw translateError(error, "write");
  }
}

export function goneIssue(number: number): string {
  return `#${number} is gone from this repository, or Milepost may not change it.`;
}

export function goneMilestone(number: number): string {
  return `Milestone ${number} is gone from this repository.`;
}

/** Whether GitHub answered a call with this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof Error && "status" in error && error.status === status;
}

/** 410 also says that the repository has no issues at all. */
function isGone(error: unknown): boolean {
  if (hasStatus(error, 404)) return true;
  return hasStatus(error, 410) && !/disabled/i.test(String(error));
}
