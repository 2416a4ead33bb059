import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Day } from "../../src/domain/calendar.ts";
import { STAMP, stamped } from "../../src/render/stamp.ts";

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
const text = fc.string().map((value) => value.replaceAll(STAMP, ""));
const template = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(STAMP));

describe("the stamped day", () => {
  test("stays as it is while nothing else changes", () => {
    expect(stamped(`a ${STAMP}.`, "a 2025-01-02.", "2025-11-10")).toBe("a 2025-01-02.");
  });

  test("is today when anything else changed", () => {
    expect(stamped(`b ${STAMP}.`, "a 2025-01-02.", "2025-11-10")).toBe("b 2025-11-10.");
    expect(stamped(`a ${STAMP}.`, null, "2025-11-10")).toBe("a 2025-11-10.");
  });

  test("is replaced when what stands there is no day, or not the same day in all places", () => {
    expect(stamped(`a ${STAMP}.`, "a 2025-13-02.", "2025-11-10")).toBe("a 2025-11-10.");
    const mixed = "2025-01-02 and 2025-01-03";
    expect(stamped(`${STAMP} and ${STAMP}`, mixed, "2025-11-10")).toBe("2025-11-10 and 2025-11-10");
  });

  test("the day alone never causes a write, and a second rendering changes nothing", () => {
    fc.assert(
      fc.property(template, day, day, (wanted, first, second) => {
        const written = stamped(wanted, null, first);
        expect(stamped(wanted, written, second)).toBe(written);
        expect(written).not.toContain(STAMP);
      }),
    );
  });

  test("another template never keeps the old text", () => {
    fc.assert(
      fc.property(template, text, day, day, (wanted, other, first, second) => {
        const present = stamped(wanted, null, first) + other;
        const result = stamped(wanted, present, second);
        expect(result).toBe(other === "" ? present : stamped(wanted, null, second));
      }),
    );
  });
});
