import { describe, expect, test } from "#test";
import { VirtualTime } from "../../sandbox/virtual-time.ts";
import { Life } from "./life.ts";

describe("what a simulated process began", () => {
  function begin() {
    const time = new VirtualTime("2025-11-10T09:00:00Z");
    const life = new Life(time);
    const rung: number[] = [];
    const start = time.now();
    life.schedule(() => rung.push(time.now() - start), 1_000);
    return { time, life, rung };
  }

  test("goes on in its time", async () => {
    const { time, rung } = begin();
    await time.advance(2_000);
    expect(rung).toEqual([1_000]);
  });

  test("never goes on after its death", async () => {
    const { time, life, rung } = begin();
    life.kill();
    await time.advance(2_000);
    expect(rung).toEqual([]);
  });

  test("goes on late where it was frozen", async () => {
    const { time, life, rung } = begin();
    life.freeze(5_000);
    await time.advance(4_999);
    expect(rung).toEqual([]);
    await time.advance(1);
    expect(rung).toEqual([5_000]);
  });

  test("goes on at once where it is woken", async () => {
    const { time, life, rung } = begin();
    life.freeze(5_000);
    await time.advance(2_000);
    life.wake();
    await time.advance(10_000);
    expect(rung).toEqual([2_000]);
  });

  test("may be called off while it is frozen", async () => {
    const { time, life } = begin();
    const rung: string[] = [];
    const cancel = life.schedule(() => rung.push("rung"), 1_000);
    life.freeze(5_000);
    await time.advance(2_000);
    cancel();
    await time.advance(10_000);
    expect(rung).toEqual([]);
  });

  test("ends at the step at which it is to die", () => {
    const { life } = begin();
    const steps: string[] = [];
    life.dieAtStep(2, () => steps.push("dead"));
    for (const name of ["one", "two", "three"]) {
      steps.push(name);
      life.step();
    }
    expect(steps).toEqual(["one", "two", "dead", "three"]);
  });

  test("goes on in its name", async () => {
    const { time, life } = begin();
    const names: unknown[] = [];
    life.schedule(() => names.push(Life.current()), 10);
    await time.advance(10);
    expect(names).toEqual([life]);
    expect(Life.current()).toBeUndefined();
  });

  test("is given what it waits for only while it is awake", async () => {
    const { time, life } = begin();
    const given: string[] = [];
    life.freeze(100);
    void life.hand(Promise.resolve("answer")).then((one) => given.push(one));
    await time.advance(99);
    expect(given).toEqual([]);
    await time.advance(1);
    expect(given).toEqual(["answer"]);
  });
});
