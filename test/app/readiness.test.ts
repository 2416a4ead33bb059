import { expect, test } from "#test";
import { createReadiness } from "../../src/app/readiness.ts";

test("every part must answer", async () => {
  const checks = { GitHub: async () => true, Redis: async () => false };
  expect(await createReadiness({ checks })()).toEqual({
    isReady: false,
    parts: { GitHub: "ok", Redis: "unreachable" },
  });
});

test("a part that never answers, or fails, is unreachable", async () => {
  const checks = {
    GitHub: () => new Promise<boolean>(() => {}),
    Redis: async () => Promise.reject(new Error("away")),
  };
  expect(await createReadiness({ checks, timeoutMilliseconds: 1 })()).toEqual({
    isReady: false,
    parts: { GitHub: "unreachable", Redis: "unreachable" },
  });
});

test("is asked anew once its time has passed", async () => {
  const answers = [true, false];
  const checks = { GitHub: async () => answers.shift() ?? false };
  const readiness = createReadiness({ checks, rememberedMilliseconds: -1 });
  expect((await readiness()).isReady).toBe(true);
  expect((await readiness()).isReady).toBe(false);
});
