import { describe, expect, test } from "#test";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { modelDocument, modelFiles, withPlayground } from "./model-playground.ts";

const close = (issue: number): PlayedEvent => ({ do: "close", issue });
const commits = { operation: "CommitFiles" } as const;

async function play(playground: Playground, ...events: readonly PlayedEvent[]): Promise<void> {
  for (const event of events) applyEvent(playground.sandbox, playground.seeded, event);
  await playground.settle();
}

function surfacesOf(playground: Playground): { status: string; document: string } {
  const { statusIssue, documents } = readSurfaces(playground);
  const document = new TextDecoder().decode(documents.get(modelDocument));
  return { status: statusIssue?.body ?? "", document };
}

function expectCount(playground: Playground, done: number, percent: number): void {
  const { status, document } = surfacesOf(playground);
  expect(status).toContain(`${done} of 50 (${percent}%)`);
  expect(document).toContain(`${done}/50 (${percent}%)`);
}

describe("a branch that moves between reading and writing", () => {
  test("is read again, and both the person's words and ours are there", async () => {
    await withPlayground({}, async (playground, complaints) => {
      const { sandbox, seeded } = playground;
      const writer = sandbox.world.as("writer");
      const words = () => {
        const { document } = surfacesOf(playground);
        const text = document.replace("# M2", "# Our M2");
        writer.push(seeded.nameWithOwner, { [modelDocument]: text }, "Our words");
      };
      const fault = sandbox.faults.before(commits, words);
      await play(playground, close(408));
      expect(fault.struck).toBe(1);
      expectCount(playground, 40, 80);
      expect(surfacesOf(playground).document).toContain("# Our M2");
      expect(complaints).toEqual([]);
    });
  });

  test("every time is given up for a while, and made true later", async () => {
    await withPlayground({}, async (playground) => {
      const { sandbox, seeded } = playground;
      const writer = sandbox.world.as("writer");
      let pushes = 0;
      const push = () => {
        pushes += 1;
        writer.push(seeded.nameWithOwner, { "other.txt": `${pushes}` }, "Busy");
      };
      sandbox.faults.before(commits, push, { times: 4 });
      await play(playground, close(408));
      expect(pushes).toBe(4);
      expectCount(playground, 40, 80);
    });
  });
});

describe("a host that fails for a moment", () => {
  test.each([
    ["a 502 to a read", { operation: "ReadRepository" }],
    ["a 502 to the re-read of the status issue", { operation: "ReadBody" }],
    ["a 503 to the commit", commits],
    ["a 502 to the edit of the status issue", { operation: "EditIssueBody" }],
  ] as const)("%s leaves everything true in the end", async (_name, match) => {
    await withPlayground({}, async (playground) => {
      const fault = playground.sandbox.faults.fail(match, { status: 502 });
      await play(playground, close(408));
      expect(fault.struck).toBe(1);
      expectCount(playground, 40, 80);
    });
  });

  test("an answer that is lost after the commit was made leads to no second commit", async () => {
    await withPlayground({}, async (playground) => {
      const { sandbox, seeded } = playground;
      const made = () => sandbox.world.commits(seeded.nameWithOwner).length;
      const before = made();
      sandbox.faults.drop(commits, "after");
      await play(playground, close(408));
      expect(made()).toBe(before + 1);
      expectCount(playground, 40, 80);
    });
  });
});

describe("webhooks", () => {
  test("that come twice, late or in another order end in the same bytes", async () => {
    const steps = [408, 404, 405].map(close);
    const inOrder: { status: string; document: string }[] = [];
    await withPlayground({ files: modelFiles }, async (playground) => {
      await play(playground, ...steps);
      inOrder.push(surfacesOf(playground));
    });
    await withPlayground({ files: modelFiles }, async (playground) => {
      playground.sandbox.faults.doubleDeliveries({ event: "issues" });
      playground.sandbox.faults.reorderDeliveries({ event: "issues" }, 3);
      await play(playground, ...steps);
      expect(surfacesOf(playground)).toEqual(inOrder[0]);
    });
  });
});
