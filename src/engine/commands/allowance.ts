/** How many replies one person gets in an hour: enough to work, too few to make noise. Pure. */
import { addMinutes } from "../../domain/calendar.ts";
import type { Instant } from "../../domain/observation.ts";
import type { Answered } from "../repository-memory.ts";

const repliesPerHour = 30;

export interface Allowance {
  /** No reply now: the reaction has to say it. */
  readonly isOver: boolean;
  /** With one more reply to this person. */
  readonly after: readonly Answered[];
  /** The last reply before the pause says so. */
  phrase(text: string | null): string | null;
}

export function allowance(answered: readonly Answered[], login: string, now: Instant): Allowance {
  const recent = answered.filter(({ at }) => at > addMinutes(now, -60));
  const count = recent.filter((one) => one.login === login).length;
  return {
    isOver: count >= repliesPerHour,
    after: [...recent, { login, at: now }],
    phrase(text) {
      if (text === null || count < repliesPerHour - 1) return text;
      return `${text}\n\nThat was reply ${repliesPerHour} to you within an hour. For the rest of it I only react: a rocket means done, a confused face that something is wrong.`;
    },
  };
}
