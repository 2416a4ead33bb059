import { describe, expect, test } from "#test";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { bytes, withPlayground } from "./model-playground.ts";

const region = "<!-- milepost:totals milestone=M2 -->\n<!-- milepost:end -->\n";
const settings =
  "commits: {every: 0}\ndocuments: [docs/named.md, {path: 'plans/**/*.md', live: true}]\n";
const files = {
  ".github/milepost.yml": bytes(settings),
  "docs/named.md": bytes(region),
  "plans/m2/a.md": bytes(region),
  "plans/m2/notes.txt": bytes(region),
};

const read = "query ReadRepository";
const listing = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";

/** Names of the calls that these events cost, and how it ends. */
async function play(playground: Playground, ...events: readonly PlayedEvent[]) {
  const mark = playground.sandbox.calls.mark();
  for (const event of events) applyEvent(playground.sandbox, playground.seeded, event);
  await playground.settle();
  return playground.sandbox.calls.since(mark).map(({ name }) => name);
}

function textAt(playground: Playground, path: string): string | undefined {
  const [head] = playground.sandbox.world.commits(playground.seeded.nameWithOwner);
  const sha = head?.files.get(path)?.sha;
  const blobs = playground.sandbox.world.repository(playground.seeded.nameWithOwner).blobs;
  return sha === undefined ? undefined : new TextDecoder().decode(blobs.get(sha));
}

const statusOf = (playground: Playground) => readSurfaces(playground).statusIssue?.body ?? "";

describe("documents that a pattern finds", () => {
  test("are kept like those that are named, and no other file is touched", async () => {
    await withPlayground({ files }, async (playground, complaints) => {
      expect(textAt(playground, "plans/m2/a.md")).toContain("39");
      expect(textAt(playground, "docs/named.md")).toContain("39");
      expect(textAt(playground, "plans/m2/notes.txt")).toBe(region);
      await play(playground, { do: "close", issue: 408 });
      expect(textAt(playground, "plans/m2/a.md")).toContain("40");
      expect(complaints).toEqual([]);
    });
  });

  test("are kept as soon as they appear, and are no finding when they are removed", async () => {
    await withPlayground({ files }, async (playground) => {
      const before = statusOf(playground);
      await play(playground, { do: "push", files: { "plans/new.md": `# New\n\n${region}` } });
      expect(textAt(playground, "plans/new.md")).toContain("39");
      await play(playground, {
        ...{ do: "push", files: { "plans/new.md": null, "plans/m2/b.md": "No region.\n" } },
      });
      expect(textAt(playground, "plans/new.md")).toBeUndefined();
      expect(statusOf(playground)).toBe(before);
    });
  });

  test("that are none are said in the status issue, and what to do", async () => {
    await withPlayground({ files }, async (playground) => {
      await play(playground, { do: "push", files: { "plans/m2/a.md": null } });
      expect(statusOf(playground)).toContain("but no Markdown file on the default branch fits it");
    });
  });

  test("cost one call more where somebody else has moved the head, none else", async () => {
    await withPlayground({ files }, async (playground) => {
      const push: PlayedEvent = { do: "push", files: { "src/a.ts": "x" } };
      expect(await play(playground, push)).toEqual([read, listing]);
      const label: PlayedEvent = { do: "label", issue: 10, label: "help wanted" };
      expect(await play(playground, label)).toEqual([read]);
      const close: PlayedEvent = { do: "close", issue: 408 };
      expect(await play(playground, close)).toEqual([
        ...[read, "mutation CommitFiles", "query ReadBody", "mutation EditIssueBody"],
      ]);
      const edit: PlayedEvent = { do: "edit", issue: 10, body: "After a commit of Milepost's." };
      expect(await play(playground, edit)).toEqual([read]);
    });
  });
});
