import { describe, expect, test } from "#test";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { bytes, modelDocument, modelFiles, modelSpec, withPlayground } from "./model-playground.ts";

async function play(playground: Playground, ...events: readonly PlayedEvent[]): Promise<void> {
  for (const event of events) applyEvent(playground.sandbox, playground.seeded, event);
  await playground.settle();
}

const push = (files: Record<string, string | null>): PlayedEvent => ({ do: "push", files });
const close = (issue: number): PlayedEvent => ({ do: "close", issue });
const decode = (file: Uint8Array | undefined) => new TextDecoder().decode(file);
const documentOf = (playground: Playground) =>
  decode(readSurfaces(playground).documents.get(modelDocument));

function statusOf(playground: Playground): { number: number; body: string } {
  const { statusIssue } = readSurfaces(playground);
  if (!statusIssue) throw new Error("there is no status issue");
  return { number: statusIssue.number, body: statusIssue.body };
}

const person = (playground: Playground) => playground.sandbox.world.as("maintainer");
const repositoryOf = (playground: Playground) => playground.seeded.nameWithOwner;

describe("the status issue", () => {
  test("is created once, by the App, and pinned", async () => {
    await withPlayground({}, async (playground) => {
      const pinned = playground.sandbox.world.pinned(repositoryOf(playground));
      expect(pinned.map((issue) => issue.number)).toEqual([statusOf(playground).number]);
      await play(playground, close(408), close(404));
      const issues = playground.sandbox.world.repository(repositoryOf(playground)).issues;
      const byApp = [...issues.values()].filter((issue) => issue.author.type === "Bot");
      expect(byApp).toHaveLength(1);
    });
  });

  test("stays unpinned when a person unpins it", async () => {
    await withPlayground({}, async (playground) => {
      person(playground).unpinIssue(repositoryOf(playground), statusOf(playground).number);
      await play(playground, close(408));
      expect(playground.sandbox.world.pinned(repositoryOf(playground))).toEqual([]);
    });
  });

  test("keeps what people write above and below", async () => {
    await withPlayground({}, async (playground) => {
      const { number, body } = statusOf(playground);
      const edited = `Read this first.\n\n${body}\nAnd this last.\n`;
      person(playground).editIssue(repositoryOf(playground), number, { body: edited });
      await play(playground, close(408));
      const after = statusOf(playground).body;
      expect(after.startsWith("Read this first.\n\n")).toBe(true);
      expect(after.endsWith("\nAnd this last.\n")).toBe(true);
      expect(after).toContain("40 of 50 (80%)");
    });
  });

  test("pauses everything while it is closed, and catches up when it is reopened", async () => {
    await withPlayground({}, async (playground) => {
      const { number } = statusOf(playground);
      await play(playground, close(number));
      const before = { status: statusOf(playground).body, document: documentOf(playground) };
      await play(playground, close(408));
      expect(statusOf(playground).body).toBe(before.status);
      expect(documentOf(playground)).toBe(before.document);
      await play(playground, { do: "reopen", issue: number });
      expect(statusOf(playground).body).toContain("40 of 50 (80%)");
      expect(documentOf(playground)).toContain("40/50 (80%)");
    });
  });

  test("is left alone when one of its markers is gone, while the documents go on", async () => {
    await withPlayground({}, async (playground, complaints) => {
      const { number, body } = statusOf(playground);
      const broken = body.replace("<!-- milepost:status -->\n", "");
      person(playground).editIssue(repositoryOf(playground), number, { body: broken });
      await play(playground, close(408));
      expect(statusOf(playground).body).toBe(broken);
      expect(documentOf(playground)).toContain("40/50 (80%)");
      expect(complaints[0]?.message).toContain("Status issue");
    });
  });
});

describe("plan documents", () => {
  test("with a broken marker are not written, and the status issue says where and what to do", async () => {
    await withPlayground({}, async (playground) => {
      const broken = "# Plan\n\n<!-- milepost:totals -->\nNo end.\n";
      await play(playground, push({ [modelDocument]: broken }), close(408));
      expect(documentOf(playground)).toBe(broken);
      expect(statusOf(playground).body).toContain("docs/M2-plan.md");
      expect(statusOf(playground).body).toMatch(/line 3/);
    });
  });

  test("keep every byte outside of regions: CRLF, a byte order mark, invalid UTF-8", async () => {
    const before = new Uint8Array([
      0xef,
      0xbb,
      0xbf,
      ...bytes("Caf\u00e9\r\n"),
      0xff,
      0xfe,
      0x0d,
      0x0a,
    ]);
    const region = bytes("<!-- milepost:totals -->\r\n<!-- milepost:end -->\r\n");
    const after = new Uint8Array([0x09, 0xc3, 0x28, ...bytes("  trailing  \r\nno end of line")]);
    const file = new Uint8Array([...before, ...region, ...after]);
    const files = { ...modelFiles, [modelDocument]: file };
    await withPlayground({ files }, async (playground) => {
      const written = readSurfaces(playground).documents.get(modelDocument) ?? new Uint8Array();
      expect(written.length).toBeGreaterThan(file.length);
      expect([...written.slice(0, before.length)]).toEqual([...before]);
      expect([...written.slice(-after.length)]).toEqual([...after]);
      expect(decode(written).replaceAll("\r\n", "")).not.toContain("\n");
    });
  });

  test("that are missing are named", async () => {
    await withPlayground({}, async (playground) => {
      await play(playground, push({ [modelDocument]: null }), close(408));
      expect(statusOf(playground).body).toContain("docs/M2-plan.md");
    });
  });

  test("may be the export only where there is nothing else", async () => {
    const files = { ...modelFiles, "docs/plan.json": bytes('{"mine": true}\n') };
    await withPlayground({ files }, async (playground) => {
      expect(decode(readSurfaces(playground).documents.get("docs/plan.json"))).toBe(
        '{"mine": true}\n',
      );
      expect(statusOf(playground).body).toContain("docs/plan.json");
    });
  });

  test("are committed by words that act on nothing", async () => {
    await withPlayground({}, async (playground) => {
      await play(playground, close(408));
      const [commit] = playground.sandbox.world.commits(repositoryOf(playground));
      expect(commit?.message).toBe("docs(plan): M2 39 → 40 of 50");
    });
  });
});

describe("a wrong configuration", () => {
  const wrong = push({ ".github/milepost.yml": "documents:\n  - docs/M2-plan.md\nunits: tasks\n" });

  test("is named on top of the status issue and changes nothing else", async () => {
    await withPlayground({}, async (playground) => {
      const before = { body: statusOf(playground).body, document: documentOf(playground) };
      await play(playground, wrong, close(408));
      const after = statusOf(playground).body;
      expect(after).toContain("Line 3");
      expect(after).toContain("units");
      expect(after).toContain("39 of 50 (78%)");
      expect(documentOf(playground)).toBe(before.document);
      const text = new TextDecoder().decode(modelFiles[".github/milepost.yml"]);
      await play(playground, push({ ".github/milepost.yml": text }));
      expect(statusOf(playground).body).not.toContain("units");
      expect(statusOf(playground).body).toContain("40 of 50 (80%)");
    });
  });
});

describe("a repository", () => {
  test("without milestones and configuration gets nothing", async () => {
    const spec = { ...modelSpec, milestones: [], issues: [] };
    await withPlayground({ spec, files: {} }, async (playground) => {
      expect(readSurfaces(playground).statusIssue).toBeNull();
    });
  });

  test("with a milestone and no issue yet gets a status issue that says how to begin", async () => {
    const spec = { ...modelSpec, issues: [] };
    await withPlayground({ spec }, async (playground) => {
      expect(statusOf(playground).body.length).toBeGreaterThan(100);
    });
  });

  test("where an issue is deleted no longer counts it", async () => {
    await withPlayground({}, async (playground) => {
      playground.sandbox.world.as("admin").deleteIssue(repositoryOf(playground), 412);
      await play(playground);
      expect(statusOf(playground).body).toContain("39 of 49 (80%)");
    });
  });

  test("whose webhooks were lost is true again after the next event", async () => {
    await withPlayground({}, async (playground) => {
      const { world } = playground.sandbox;

      world.withoutWebhooks(() => {
        person(playground).closeIssue(repositoryOf(playground), 408);
        playground.sandbox.world.as("admin").deleteIssue(repositoryOf(playground), 412);
      });
      await play(playground, close(411));
      expect(statusOf(playground).body).toContain("41 of 49 (84%)");
    });
  });

  test("whose milestone is renamed still knows what left it", async () => {
    await withPlayground({}, async (playground) => {
      const rename = { do: "rename-milestone", milestone: "M2", title: "M2 Storage" } as const;
      await play(playground, rename, { do: "move", issue: 411, milestone: "M3" });
      const moved = playground.plan()?.milestones[0]?.moved.map((item) => item.number);
      expect(moved).toHaveLength(15);
      expect(documentOf(playground)).toContain("[#411]");
    });
  });

  test("whose milestone gets overdue says so when the day turns", async () => {
    const milestones = modelSpec.milestones.map((milestone) => ({
      ...milestone,
      due_on: milestone.key === "M2" ? "2025-11-12" : null,
    }));
    await withPlayground({ spec: { ...modelSpec, milestones } }, async (playground) => {
      expect(documentOf(playground)).not.toContain("Overdue");
      await play(playground, { do: "advance", days: 3 });
      expect(documentOf(playground)).toContain("Overdue");
      expect(statusOf(playground).body).toContain("it was due on 2025-11-12");
      expect(statusOf(playground).body).toContain("Last change 2025-11-13");
    });
  });

  test("with a cycle names it, and blocks its members", async () => {
    await withPlayground({}, async (playground) => {
      await play(playground, { do: "block", issue: 410, by: 409 });
      expect(playground.plan()?.findings[0]?.rule).toBe("dependency-cycle");
      expect(statusOf(playground).body).toMatch(/wait for each other/);
    });
  });
});
