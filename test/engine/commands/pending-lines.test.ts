import { describe, expect, test } from "#test";
import { findPendingLines } from "../../../src/engine/commands/pending-lines.ts";
import { commandText } from "./command-text-builder.ts";

const started = "2025-11-01T00:00:00Z";
const sources = (pending: ReturnType<typeof findPendingLines>) =>
  pending && {
    fresh: pending.fresh.map(({ source }) => source),
    standing: pending.standing.map(({ source }) => source),
  };

describe("which lines of a text are still to be run", () => {
  test("all of a comment that has no receipt", () => {
    const text = commandText({ text: "Hello\n/start\n/blocked-by #2" });
    const pending = findPendingLines(text, "/", started, null);
    expect(sources(pending)).toEqual({ fresh: ["/start", "/blocked-by #2"], standing: [] });
    expect(pending?.givenAt).toBe("2025-11-10T09:00:00Z");
  });

  test("none of a comment that has one", () => {
    const receipt = { at: "2025-11-10T09:00:05Z", contents: ["rocket"] };
    expect(findPendingLines(commandText({ receipt }), "/", started, null)).toBeNull();
  });

  test("none of a comment without commands", () => {
    expect(findPendingLines(commandText({ text: "Thank you" }), "/", started, null)).toBeNull();
  });

  const edited = {
    receipt: { at: "2025-11-10T09:00:05Z", contents: ["rocket"] },
    versions: [{ at: "2025-11-10T09:00:00Z", editor: null, text: "/start\n/points 3" }],
    lastEditedAt: "2025-11-10T09:10:00Z",
  };

  test("of an edited comment what the edit added, in the time of the edit", () => {
    const text = commandText({ ...edited, text: "/points 3\n/points 5\n/start" });
    const pending = findPendingLines(text, "/", started, null);
    expect(sources(pending)).toEqual({ fresh: ["/points 5"], standing: ["/points 3", "/start"] });
    expect(pending?.givenAt).toBe("2025-11-10T09:10:00Z");
  });

  test("a line that now stands there twice runs once more", () => {
    const text = commandText({ ...edited, text: "/start\n/points 3\n/points 3" });
    expect(sources(findPendingLines(text, "/", started, null))?.fresh).toEqual(["/points 3"]);
  });

  test("an edit that only takes a line away is looked at, because of the reply to it", () => {
    const text = commandText({ ...edited, text: "/start" });
    expect(sources(findPendingLines(text, "/", started, null))).toEqual({
      fresh: [],
      standing: ["/start"],
    });
  });

  test("an edit that was seen already is not looked at again", () => {
    const receipt = { at: "2025-11-10T09:10:05Z", contents: ["rocket"] };
    const ranAt = edited.lastEditedAt;
    expect(findPendingLines(commandText({ ...edited, receipt }), "/", started, ranAt)).toBeNull();
  });

  test("nor is one whose receipt seems older, as another bot has reacted before the edit", () => {
    const text = commandText({ ...edited, text: "/start\n/points 5" });
    expect(findPendingLines(text, "/", started, edited.lastEditedAt)).toBeNull();
    const again = { ...text, lastEditedAt: "2025-11-10T09:20:00Z", text: "/points 5\n/points 8" };
    const versions = [
      ...edited.versions,
      { at: edited.lastEditedAt, editor: null, text: text.text },
      { at: again.lastEditedAt, editor: null, text: again.text },
    ];
    const pending = findPendingLines({ ...again, versions }, "/", started, edited.lastEditedAt);
    expect(sources(pending)?.fresh).toEqual(["/points 8"]);
  });

  test("nor is one that ran within its second, also where something is added later", () => {
    const receipt = { at: edited.lastEditedAt, contents: ["rocket"] };
    const ranAt = edited.lastEditedAt;
    const text = commandText({ ...edited, receipt, text: "/start\n/points 5" });
    expect(findPendingLines(text, "/", started, ranAt)).toBeNull();
    const lastEditedAt = "2025-11-10T09:12:00Z";
    const again = { ...text, lastEditedAt, text: "/start\n/points 5\n/points 8" };
    const versions = [...edited.versions, { at: ranAt, editor: null, text: text.text }];
    const pending = findPendingLines({ ...again, versions }, "/", started, ranAt);
    expect(sources(pending)).toEqual({ fresh: ["/points 8"], standing: ["/start", "/points 5"] });
  });

  test("nor is one that was made long before its receipt", () => {
    const receipt = { at: "2025-11-10T09:30:00Z", contents: ["rocket"] };
    expect(findPendingLines(commandText({ ...edited, receipt }), "/", started, null)).toBeNull();
  });

  describe("where nobody knows whether the run has read an edit that is a little older than its receipt", () => {
    const receipt = { at: "2025-11-10T09:10:05Z", contents: ["rocket"] };
    const versions = [
      ...edited.versions,
      { at: "2025-11-10T09:09:00Z", editor: null, text: "/start\n/points 3\n/points 5" },
      { at: edited.lastEditedAt, editor: null, text: "/start\n/points 5\n/points 8" },
    ];
    const text = commandText({
      ...edited,
      receipt,
      versions,
      text: "/start\n/points 5\n/points 8",
    });
    const doubtful = (pending: ReturnType<typeof findPendingLines>) =>
      [...(pending?.doubtful ?? [])].map(([{ source }, at]) => [source, at]);

    test("what was added to the first text runs, each line as given when it was added", () => {
      const pending = findPendingLines(text, "/", started, null);
      expect(sources(pending)).toEqual({ fresh: ["/points 5", "/points 8"], standing: ["/start"] });
      expect(doubtful(pending)).toEqual([
        ["/points 5", "2025-11-10T09:09:00Z"],
        ["/points 8", "2025-11-10T09:10:00Z"],
      ]);
    });

    test("what was added to the version that is known to have run runs", () => {
      const pending = findPendingLines(text, "/", started, "2025-11-10T09:09:00Z");
      expect(sources(pending)?.fresh).toEqual(["/points 8"]);
    });

    test("what was added after the receipt, too, is given later", () => {
      const lastEditedAt = "2025-11-10T09:12:00Z";
      const later = { ...text, lastEditedAt, text: "/start\n/points 8\n/points 13" };
      const pending = findPendingLines(later, "/", started, "2025-11-10T09:09:00Z");
      expect(sources(pending)?.fresh).toEqual(["/points 8", "/points 13"]);
      expect(pending?.givenAt).toBe(lastEditedAt);
      expect(doubtful(pending)).toEqual([["/points 8", edited.lastEditedAt]]);
    });

    test("all of it runs where its first version was edited in the very second", () => {
      const [first, second] = ["/start", "/start\n/points 3"].map((one) => ({
        ...{ at: text.createdAt, editor: null, text: one },
      }));
      const soon = {
        ...{ ...text, lastEditedAt: text.createdAt, text: "/start\n/points 3" },
        receipt: { at: "2025-11-10T09:00:05Z", contents: ["rocket"] },
        versions: [first, second].filter((one) => one !== undefined),
      };
      const pending = findPendingLines(soon, "/", started, null);
      expect(sources(pending)?.fresh).toEqual(["/start", "/points 3"]);
    });

    test("all of it runs where its first version is not told", () => {
      const pending = findPendingLines(
        { ...text, versions: versions.slice(2) },
        "/",
        started,
        null,
      );
      expect(sources(pending)?.fresh).toEqual(["/start", "/points 5", "/points 8"]);
    });
  });

  test("an edit in the second of its receipt may have come after it", () => {
    const receipt = { at: "2025-11-10T09:10:00Z", contents: ["rocket"] };
    const text = commandText({ ...edited, receipt, text: "/start\n/points 8" });
    expect(sources(findPendingLines(text, "/", started, null))?.fresh).toEqual(["/points 8"]);
  });

  test("nothing that was said before Milepost came, but what was added to it since", () => {
    const later = "2025-11-10T10:00:00Z";
    expect(findPendingLines(commandText(), "/", later, null)).toBeNull();
    const text = commandText({
      text: "/blocked-by #2\n/start",
      versions: [{ at: "2025-11-10T09:00:00Z", editor: null, text: "/blocked-by #2" }],
      lastEditedAt: "2025-11-10T11:00:00Z",
    });
    expect(sources(findPendingLines(text, "/", later, null))?.fresh).toEqual(["/start"]);
  });
});
