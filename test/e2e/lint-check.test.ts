import { describe, expect, test } from "#test";
import type { Playground } from "../../src/cli/play/playground.ts";
import { bytes, withPlayground } from "./model-playground.ts";

const configPath = ".github/milepost.yml";
const document = "docs/plan.md";
const right = "# Plan\n\n## Parser (3/3)\n- [x] #4 Tokens\n- [x] #5 Tree\n- [x] #6 Errors\n";
const wrong = right.replace("3/3", "2/3");
const offline = "<!-- milepost-lint off state-differs, dangling-ref, count-differs -->\n";
const files = {
  [configPath]: bytes(`documents: [${document}]\n`),
  [document]: bytes(offline + right),
};

interface Run {
  readonly id: number;
  readonly external_id: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly annotations_count: number;
  };
}

interface Annotation {
  readonly title: string;
  readonly start_line: number;
}

/** As a reader of the repository sees them, the newest first. */
function reading(playground: Playground) {
  const { sandbox, seeded } = playground;
  const app = sandbox.registerApp({
    ...{ slug: "reader", webhookUrl: "", webhookSecret: "s", permissions: { checks: "read" } },
  });
  const installation = sandbox.install(app, { account: "example", repositories: "all" });
  const headers = { authorization: `token ${sandbox.createToken(installation)}` };
  const get = async <Answer>(path: string): Promise<Answer> => {
    const answer = await fetch(`${sandbox.url}/repos/${seeded.nameWithOwner}/${path}`, { headers });
    return (await answer.json()) as Answer;
  };
  return {
    runs: async (ref: string) =>
      (
        await get<{ check_runs: readonly Run[] }>(
          `commits/${encodeURIComponent(ref)}/check-runs?filter=all`,
        )
      ).check_runs,
    annotations: (id: number) =>
      get<readonly Annotation[]>(`check-runs/${id}/annotations?per_page=100`),
  };
}

const push = (playground: Playground, changed: Record<string, string>, branch = "change") =>
  playground.sandbox.world
    .as("maintainer")
    .push(playground.seeded.nameWithOwner, changed, "change", branch);

const propose = (playground: Playground, changed: Record<string, string>, branch = "change") => {
  const { sha } = push(playground, changed, branch);
  const { number } = playground.sandbox.world
    .as("maintainer")
    .createPullRequest(playground.seeded.nameWithOwner, {
      ...{ title: "Change the plan", head: branch, base: "main" },
    });
  return { sha, number };
};

const checkCalls = (playground: Playground, mark: number) =>
  playground.sandbox.calls.since(mark).filter(({ name }) => name.includes("check-runs"));

describe("a pull request that touches a plan document", () => {
  test("gets a check with the findings on their lines", async () => {
    await withPlayground({ files }, async (playground, complaints) => {
      const { runs, annotations } = reading(playground);
      const { sha } = propose(playground, { [document]: offline + wrong });
      await playground.settle();
      const [run, ...others] = await runs(sha);
      expect(others).toEqual([]);
      expect(run).toMatchObject({
        ...{ name: "Plan documents", status: "completed", conclusion: "failure", head_sha: sha },
        output: { title: "1 error", summary: expect.stringContaining("docs/plan.md: 1 error") },
      });
      expect(await annotations(run?.id ?? 0)).toEqual([
        expect.objectContaining({
          ...{ path: document, start_line: 4, end_line: 4, annotation_level: "failure" },
          ...{ title: "count-vs-list", message: expect.stringContaining("2/3 (line 4)") },
        }),
      ]);
      expect(complaints).toEqual([]);
    });
  });

  test("gets one for a document that it adds, where a pattern finds it", async () => {
    const byPattern = { ...files, [configPath]: bytes("documents: [docs/*.md]\n") };
    await withPlayground({ files: byPattern }, async (playground) => {
      const { runs } = reading(playground);
      const added = { "docs/added.md": offline + wrong, "other/added.md": offline + wrong };
      const { sha } = propose(playground, added);
      await playground.settle();
      expect(await runs(sha)).toMatchObject([
        { output: { summary: expect.stringContaining("docs/added.md: 1 error") } },
      ]);
    });
  });

  test("passes as soon as a further commit mends it", async () => {
    await withPlayground({ files }, async (playground) => {
      const { runs } = reading(playground);
      propose(playground, { [document]: offline + wrong });
      await playground.settle();
      const { sha } = push(playground, { [document]: `${offline}${right}\nMore words.\n` });
      await playground.settle();
      expect(await runs(sha)).toMatchObject([
        { conclusion: "success", output: { title: "No findings", annotations_count: 0 } },
      ]);
    });
  });

  test("is compared with the plan as it is on GitHub", async () => {
    await withPlayground({ files }, async (playground) => {
      const { runs, annotations } = reading(playground);
      const { sha } = propose(playground, { [document]: "# Plan\n- [x] #408 Container factory\n" });
      await playground.settle();
      const [run] = await runs(sha);
      const rules = (await annotations(run?.id ?? 0)).map(({ title }) => title);
      expect(rules).toContain("state-differs");
    });
  });

  test("is told the same only once, however often the event arrives", async () => {
    await withPlayground({ files }, async (playground) => {
      const { runs } = reading(playground);
      const { sha, number } = propose(playground, { [document]: offline + wrong });
      await playground.settle();
      const { sandbox } = playground;
      const mark = sandbox.calls.mark();
      const sent = sandbox.deliveries.filter(({ event }) => event === "pull_request");
      expect(sent).not.toEqual([]);
      for (const delivery of sent) sandbox.redeliver(delivery);
      await playground.settle();
      expect(checkCalls(playground, mark).map(({ name }) => name)).toEqual([
        expect.stringContaining("GET"),
      ]);
      expect(await runs(sha)).toHaveLength(1);
      expect(number).toBeGreaterThan(0);
    });
  });

  test("with more findings than a call takes has them all, even where a call fails between", async () => {
    await withPlayground({ files }, async (playground) => {
      const { runs, annotations } = reading(playground);
      const route = "/repos/{owner}/{repo}/check-runs/{check_run_id}";
      const fault = playground.sandbox.faults.drop({ method: "PATCH", route }, "after");
      const parts = Array.from({ length: 60 }, (_, index) => {
        const first = 1000 + index * 10;
        return `## Part ${index}a (2/3)\n- [x] #${first} A\n- [x] #${first + 1} B\n- [x] #${first + 2} C\n`;
      });
      const { sha } = propose(playground, {
        [document]: `${offline}# Plan\n\n${parts.join("\n")}`,
      });
      await playground.settle();
      expect(fault.struck).toBe(1);
      const [run, ...others] = await runs(sha);
      expect(others).toEqual([]);
      expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
      const all = await annotations(run?.id ?? 0);
      const errors = all.filter(({ title }) => title === "count-vs-list");
      expect(errors.length).toBeGreaterThanOrEqual(60);
      const places = all.map(({ start_line, title }) => `${start_line} ${title}`);
      expect(new Set(places).size).toBe(places.length);
    });
  });

  test("can't say by its own configuration what a plan document is", async () => {
    await withPlayground({ files }, async (playground) => {
      const { runs } = reading(playground);
      const config = "documents: [docs/other.md]\n";
      const { sha } = propose(playground, { [configPath]: config, "docs/other.md": wrong });
      await playground.settle();
      expect(await runs(sha)).toEqual([]);
    });
  });

  test("gets no check where it touches other files only, and that costs one call", async () => {
    await withPlayground({ files }, async (playground) => {
      const { runs } = reading(playground);
      const mark = playground.sandbox.calls.mark();
      const { sha } = propose(playground, { "README.md": wrong });
      await playground.settle();
      const calls = playground.sandbox.calls.since(mark).map(({ name }) => name);
      expect(calls.filter((name) => /ReadPullRequest|ReadFilesAt|check-runs/.test(name))).toEqual([
        expect.stringContaining("ReadPullRequest"),
      ]);
      expect(await runs(sha)).toEqual([]);
    });
  });

  test("is passed over, and everything else goes on, where the permission is missing", async () => {
    await withPlayground({ files }, async (playground, complaints) => {
      playground.app.grant({ checks: "none" });
      await playground.settle();
      propose(playground, { [document]: offline + wrong });
      await playground.settle();
      expect(complaints).toEqual([
        { level: "warn", message: expect.stringContaining("permission to write checks") },
      ]);
    });
  });
});
