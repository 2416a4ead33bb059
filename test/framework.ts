/**
 * What a test is written with: the words of Jest, each test and each hook with an end. The runner, which
 * keeps modules loaded from one file to the next, would wait for one that never settles.
 */
import type * as Jest from "@jest/globals";

type Run = (...values: never[]) => unknown;
type Define = (name: string, run: Run) => void;
type LimitedDefine = (name: string, run: Run, milliseconds?: number) => void;
type Hook = typeof Jest.beforeAll;
type Test = LimitedDefine & Pick<typeof Jest.test, "each">;

const usualLimit = 60_000;
// The runner gives its functions as globals, which its types keep to its own module.
const given = globalThis as unknown as typeof Jest;

export const { describe, expect } = given;
export const beforeAll = limitHook(given.beforeAll);
export const beforeEach = limitHook(given.beforeEach);
export const afterEach = limitHook(given.afterEach);
export const afterAll = limitHook(given.afterAll);
export const test = Object.assign(limit(given.test as Define), {
  each: (table: readonly unknown[]) => limit(given.test.each(table) as unknown as Define),
}) as unknown as Test;

function limit(define: Define): LimitedDefine {
  return (name, run, milliseconds = usualLimit) =>
    define(name, (...values) => within(milliseconds, () => run(...values)));
}

function limitHook(hook: Hook): Hook {
  return (run, milliseconds = usualLimit) => hook(() => within(milliseconds, run as () => unknown));
}

async function within(milliseconds: number, run: () => unknown): Promise<void> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`This has not ended after ${milliseconds} ms.`)),
    milliseconds,
  );
  try {
    await Promise.race([run(), end]);
  } finally {
    clearTimeout(timer);
  }
}
