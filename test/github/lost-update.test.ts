import { describe, expect, test } from "#test";
import type { Change } from "../../src/engine/change.ts";
import { type Bench, readIssue, repo, withBench } from "./adapter-at-sandbox.ts";

const edits = { operation: "EditIssueBody" } as const;

/** Writes a line of its own, and leaves all others. */
function ourLine(issueId: string, line: string): Change {
  const edit = (text: string) => `${text.replace(/^ours: .*$\n?/gm, "")}ours: ${line}\n`;
  return { kind: "edit-issue-body", issueId, edit };
}

function bodyOf({ world, issues }: Bench): string {
  return world.issue(repo, issues.first.number).body;
}

function write(bench: Bench, body: string): void {
  bench.world.as("writer").editIssue(repo, bench.issues.first.number, { body });
}

describe("a person's edit between our read and our write", () => {
  test.each([
    ["of a body that was never edited", 0],
    ["of a body with a history", 3],
  ])("%s is kept, and ours with it", async (_name, earlier) => {
    await withBench(async (bench) => {
      const { sandbox, apply, issues } = bench;
      for (let count = 0; count < earlier; count += 1) write(bench, `Version ${count}\n`);
      await apply(ourLine(issues.first.nodeId, "1"));
      const slip = sandbox.faults.before(edits, () => write(bench, "Theirs\nours: 1\n"));
      const applied = await apply(ourLine(issues.first.nodeId, "2"));
      expect(slip.struck).toBe(1);
      expect(bodyOf(bench)).toBe("Theirs\nours: 2\n");
      expect(applied).toEqual({ kind: "issue-edited", body: "Theirs\nours: 2\n" });
    });
  });

  test("is kept when two come at once, the later one as it is", async () => {
    await withBench(async (bench) => {
      const twice = () => {
        write(bench, "Theirs\n");
        write(bench, "Theirs, better\n");
      };
      bench.sandbox.faults.before(edits, twice);
      await bench.apply(ourLine(bench.issues.first.nodeId, "1"));
      expect(bodyOf(bench)).toBe("Theirs, better\nours: 1\n");
    });
  });

  test("is kept when another, who has not seen it, comes between the second time", async () => {
    await withBench(async (bench) => {
      write(bench, "First\nLast\n");
      const slips = [
        () => write(bench, "First\nTheirs\nLast\n"),
        () => write(bench, `${bodyOf(bench)}Also\n`),
      ];
      bench.sandbox.faults.before(edits, () => slips.shift()?.(), { times: 2 });
      await bench.apply(ourLine(bench.issues.first.nodeId, "1"));
      expect(slips).toEqual([]);
      expect(bodyOf(bench)).toBe("First\nTheirs\nLast\nAlso\nours: 1\n");
    });
  });

  test("is kept when another comes between the second time", async () => {
    await withBench(async (bench) => {
      let count = 0;
      const slip = () => {
        count += 1;
        write(bench, `Theirs ${count}\n`);
      };
      bench.sandbox.faults.before(edits, slip, { times: 3 });
      await bench.apply(ourLine(bench.issues.first.nodeId, "1"));
      expect(count).toBe(3);
      expect(bodyOf(bench)).toBe("Theirs 3\nours: 1\n");
    });
  });
});

test("an edit that nobody disturbs is one read and one write", async () => {
  await withBench(async (bench) => {
    for (const line of ["1", "2", "3"]) {
      const mark = bench.sandbox.calls.mark();
      await bench.apply(ourLine(bench.issues.first.nodeId, line));
      const names = bench.sandbox.calls
        .since(mark)
        .flatMap(({ kind, name }) => (kind === "auth" ? [] : [name]));
      expect(names).toEqual(["query ReadBody", "mutation EditIssueBody"]);
    }
    write(bench, "Before\nours: 3\n");
    await bench.apply(ourLine(bench.issues.first.nodeId, "4"));
    expect(bodyOf(bench)).toBe("Before\nours: 4\n");
  });
});

test("the history of texts tells which versions are the App's, the newest first", async () => {
  await withBench(async (bench) => {
    const { first, second } = bench.issues;
    write(bench, "Theirs\n");
    await bench.apply(ourLine(first.nodeId, "1"));
    const versions = await bench.reader.readVersions(bench.address, [
      first.nodeId,
      second.nodeId,
      "I_gone",
    ]);
    expect([...versions]).toEqual([
      [
        first.nodeId,
        [
          { text: "Theirs\nours: 1\n", isOurs: true },
          { text: "Theirs\n", isOurs: false },
          { text: "", isOurs: false },
        ],
      ],
      [second.nodeId, []],
    ]);
  });
});

test("an issue tells when the App edited its text, unless somebody else did so later", async () => {
  await withBench(async (bench) => {
    const { number, nodeId } = bench.issues.first;
    expect((await readIssue(bench, number))?.ownEditAt).toBeNull();
    await bench.apply(ourLine(nodeId, "1"));
    expect((await readIssue(bench, number))?.ownEditAt).toBe(bench.now());
    write(bench, "Theirs\n");
    expect((await readIssue(bench, number))?.ownEditAt).toBeNull();
  });
});
