/**
 * Carries a call through its faults: first it waits, then hooks run, then it is performed or not,
 * then its answer arrives, is replaced or is lost. Between the hooks and the performing nothing waits.
 */

import { type Scheduler, sleep } from "../scheduler.ts";
import type { CallEffect, CallFaults } from "./call-faults.ts";
import type { IncomingCall } from "./call-match.ts";

type Spoiling = Extract<CallEffect, { readonly isPerformed: boolean }>;

/** What becomes of a call: its own answer, or what a fault puts in its place. */
export type CallOutcome<Reply> =
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "spoiled"; readonly effect: Spoiling };

/** Performs a call at most once; the first fault that spoils its answer wins. */
export async function performCall<Reply>(
  { callFaults, schedule }: { readonly callFaults: CallFaults; readonly schedule: Scheduler },
  call: IncomingCall,
  perform: () => Reply | Promise<Reply>,
): Promise<CallOutcome<Reply>> {
  const effects = callFaults.strike(call);
  for (const effect of effects) {
    if (effect.kind === "wait") await pause(schedule, effect.until);
  }
  const spoiling = effects.find((effect): effect is Spoiling => "isPerformed" in effect);
  if (spoiling !== undefined && !spoiling.isPerformed) return { kind: "spoiled", effect: spoiling };
  for (const effect of effects) if (effect.kind === "hook") effect.run();
  const reply = await perform();
  return spoiling === undefined ? { kind: "reply", reply } : { kind: "spoiled", effect: spoiling };
}

function pause(schedule: Scheduler, until: Promise<void> | number): Promise<void> {
  return typeof until === "number" ? sleep(schedule, until) : until;
}
