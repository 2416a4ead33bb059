/** Branches that took no commit of late. A rule may be lifted any time, so each is tried again once a day. */
import { addMinutes } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import type { BranchRefusal } from "./repository-memory.ts";

type Refusals = readonly BranchRefusal[];

const rememberedMinutes = 24 * 60;

export function isRefused(refusals: Refusals, branch: string, now: Instant): boolean {
  return refusals.some(
    (one) => one.branch === branch && now < addMinutes(one.at, rememberedMinutes),
  );
}

export function noteRefusal(refusals: Refusals, refusal: BranchRefusal): Refusals {
  return [...forgetRefusal(refusals, refusal.branch), refusal];
}

export function forgetRefusal(refusals: Refusals, branch: string): Refusals {
  return refusals.filter((one) => one.branch !== branch);
}
