import { describe, expect, test } from "#test";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import { describeEvent } from "../../src/cli/play/describe-event.ts";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import {
  bytes,
  modelDocument,
  modelEvents,
  modelFiles,
  withPlayground,
} from "./model-playground.ts";

/** Long enough that what one action sends comes before the job begins, on a busy machine too. */
const settling = { settleMilliseconds: 100 };

interface Cost {
  readonly reads: number;
  readonly writes: readonly string[];
}

/** What Milepost asked of the host because of these events. */
async function costOf(playground: Playground, events: readonly PlayedEvent[]): Promise<Cost> {
  const mark = playground.sandbox.calls.mark();
  for (const event of events) applyEvent(playground.sandbox, playground.seeded, event);
  await playground.settle();
  const calls = playground.sandbox.calls.since(mark);
  return {
    reads: calls.filter((call) => call.kind === "read").length,
    writes: calls.filter((call) => call.kind === "write").map((call) => call.name),
  };
}

function surfaces(playground: Playground) {
  const { statusIssue, documents } = readSurfaces(playground);
  const decoded = [...documents].map(([path, file]) => [path, new TextDecoder().decode(file)]);
  return { status: statusIssue?.body, documents: Object.fromEntries(decoded) };
}

describe("after the first sync", () => {
  test("a step costs one read, and one re-read and one write for each surface that changes", async () => {
    await withPlayground(settling, async (playground) => {
      for (const event of modelEvents) {
        const before = surfaces(playground);
        const cost = await costOf(playground, [event]);
        const after = surfaces(playground);
        const statusChanged = after.status !== before.status;
        const documentsChanged =
          JSON.stringify(after.documents) !== JSON.stringify(before.documents);
        expect({ event: describeEvent(event), ...cost }).toEqual({
          event: describeEvent(event),
          reads: 1 + (statusChanged ? 1 : 0),
          writes: [
            ...(documentsChanged ? ["mutation CommitFiles"] : []),
            ...(statusChanged ? ["mutation EditIssueBody"] : []),
          ],
        });
      }
    });
  });

  test("a step that changes nothing on a surface writes nothing", async () => {
    await withPlayground(settling, async (playground) => {
      const edit: PlayedEvent = { do: "edit", issue: 10, body: "Nobody shows this text." };
      expect(await costOf(playground, [edit])).toEqual({ reads: 1, writes: [] });
      const label: PlayedEvent = { do: "label", issue: 10, label: "help wanted" };
      expect(await costOf(playground, [label])).toEqual({ reads: 1, writes: [] });
    });
  });

  test("a comment costs nothing, a day that passes one read", async () => {
    await withPlayground(settling, async (playground) => {
      const body = "When will this be done?";
      const comment: PlayedEvent = { do: "comment", issue: 408, by: "reader", body };
      expect(await costOf(playground, [comment])).toEqual({ reads: 0, writes: [] });
      const days: PlayedEvent = { do: "advance", days: 3 };
      expect(await costOf(playground, [days])).toEqual({ reads: 1, writes: [] });
    });
  });

  test("a burst is one sync", async () => {
    await withPlayground(settling, async (playground) => {
      const events = [404, 405, 406, 407, 408].map((issue) => ({ do: "close", issue }) as const);
      const cost = await costOf(playground, [{ do: "all", events }]);
      expect(cost.writes).toEqual(["mutation CommitFiles", "mutation EditIssueBody"]);
      expect(cost.reads).toBe(2);
    });
  });

  test("a document that someone else pushed is read once and made true by one commit", async () => {
    await withPlayground(settling, async (playground) => {
      const text = new TextDecoder().decode(modelFiles[modelDocument]);
      const push: PlayedEvent = { do: "push", files: { [modelDocument]: `${text}\nMore.\n` } };
      const cost = await costOf(playground, [push]);
      expect(cost).toEqual({ reads: 2, writes: ["mutation CommitFiles"] });
    });
  });

  test("a document that was added to the configuration is written, and then left alone", async () => {
    await withPlayground(settling, async (playground) => {
      const files = {
        ".github/milepost.yml": "documents: [docs/M2-plan.md, docs/extra.md]\n",
        "docs/extra.md": "<!-- milepost:totals milestone=M2 -->\n<!-- milepost:end -->\n",
      };
      const cost = await costOf(playground, [{ do: "push", files }]);
      expect(cost.writes).toEqual(["mutation CommitFiles"]);
      expect(await costOf(playground, [{ do: "edit", issue: 10, body: "x" }])).toEqual({
        reads: 1,
        writes: [],
      });
    });
  });
});

describe("what Milepost writes", () => {
  test("closes, references and notifies nothing", async () => {
    await withPlayground(settling, async (playground) => {
      const { world } = playground.sandbox;
      const repository = world.repository(playground.seeded.nameWithOwner);
      const notified = world.notifications().length;
      for (const event of modelEvents) await costOf(playground, [event]);
      const byMilepost = [...repository.issues.values()].flatMap((issue) =>
        issue.timeline.filter((event) => event.actor.type === "Bot").map((event) => event.type),
      );
      expect(byMilepost).toEqual(["PinnedEvent"]);
      const later = world.notifications().slice(notified);
      expect(later.filter((one) => one.by.includes("milepost"))).toEqual([]);
    });
  });

  test("says nothing new when an event changes no fact of the plan", async () => {
    await withPlayground(settling, async (playground) => {
      await costOf(playground, [{ do: "close", issue: 408 }]);
      const commits = playground.sandbox.world.commits(playground.seeded.nameWithOwner).length;
      const again = await costOf(playground, [{ do: "edit", issue: 408, body: "unchanged plan" }]);
      expect(again.writes).toEqual([]);
      expect(playground.sandbox.world.commits(playground.seeded.nameWithOwner)).toHaveLength(
        commits,
      );
    });
  });

  test("without a configuration there is the status issue and no commit", async () => {
    await withPlayground(
      { ...settling, files: { "README.md": bytes("# Hello\n") } },
      async (playground) => {
        const { statusIssue } = readSurfaces(playground);
        expect(statusIssue?.body).toContain("39 of 50 (78%)");
        expect(playground.sandbox.world.commits(playground.seeded.nameWithOwner)).toHaveLength(1);
      },
    );
  });
});
