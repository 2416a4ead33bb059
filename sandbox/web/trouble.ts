/** Trouble that a visitor can switch on and off in an exhibit. */
import type { Fault } from "../faults/schedule.ts";
import type { Sandbox } from "../start-sandbox.ts";

export interface Trouble {
  readonly id: string;
  readonly words: string;
  /** What it does, as a sentence. */
  readonly effect: string;
}

interface Switch extends Trouble {
  readonly begin: (sandbox: Sandbox) => Fault;
}

const SWITCHES: readonly Switch[] = [
  {
    id: "lose-webhooks",
    words: "Lose webhooks",
    effect:
      "Nothing that happens is told. The next webhook that gets through is enough to catch up.",
    begin: ({ faults }) => faults.loseDeliveries({}, "always"),
  },
  {
    id: "fail-some-calls",
    words: "Fail every third API call",
    effect:
      "It is answered with 502. What only reads is asked again at once, the rest a little later.",
    begin: ({ faults }) => faults.fail({}, { status: 502 }, { every: 3 }),
  },
  {
    id: "fail-calls",
    words: "Fail all API calls",
    effect: "All are answered with 502, and tried again less and less often.",
    begin: ({ faults }) => faults.fail({}, { status: 502 }, "always"),
  },
  {
    id: "limit-calls",
    words: "Exceed the rate limit",
    effect: "Every call is refused with the advice to wait 5 seconds.",
    begin: ({ faults }) => faults.limit({}, { kind: "secondary", retryAfterSeconds: 5 }, "always"),
  },
];

export const TROUBLES: readonly Trouble[] = SWITCHES;

const active = new WeakMap<Sandbox, Map<string, Fault>>();

/** Ids of what is switched on. */
export function troubleOf(sandbox: Sandbox): ReadonlySet<string> {
  return new Set(active.get(sandbox)?.keys());
}

/** Switching on what is on, or off what is off, changes nothing; nor does an unknown id. */
export function switchTrouble(sandbox: Sandbox, id: string, isOn: boolean): void {
  const faults = active.get(sandbox) ?? new Map<string, Fault>();
  active.set(sandbox, faults);
  const found = SWITCHES.find((one) => one.id === id);
  if (found === undefined || faults.has(id) === isOn) return;
  if (isOn) {
    faults.set(id, found.begin(sandbox));
    return;
  }
  faults.get(id)?.remove();
  faults.delete(id);
}
