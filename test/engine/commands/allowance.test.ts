import { describe, expect, test } from "#test";
import { allowance } from "../../../src/engine/commands/allowance.ts";

const now = "2025-11-10T10:00:00Z";
const answered = (count: number, at = "2025-11-10T09:30:00Z", login = "ada") =>
  Array.from({ length: count }, () => ({ login, at }));

describe("the replies that one person gets in an hour", () => {
  test("are counted by person and by the last hour", () => {
    const others = [...answered(40, now, "bob"), ...answered(40, "2025-11-10T08:59:00Z")];
    expect(allowance([...others, ...answered(28)], "ada", now).isOver).toBe(false);
    expect(allowance([...others, ...answered(30)], "ada", now).isOver).toBe(true);
  });

  test("say with the last one that they end", () => {
    expect(allowance(answered(28), "ada", now).phrase("Done.")).toBe("Done.");
    expect(allowance(answered(29), "ada", now).phrase("Done.")).toMatch(
      /^Done\.\n\nThat was reply 30/,
    );
    expect(allowance(answered(29), "ada", now).phrase(null)).toBeNull();
  });

  test("are forgotten after the hour", () => {
    const { after } = allowance(answered(5, "2025-11-10T08:00:00Z"), "ada", now);
    expect(after).toEqual([{ login: "ada", at: now }]);
  });
});
