import { describe, expect, test } from "#test";
import { readLayer } from "../../src/config/settings-layer.ts";
import type { RepositoryReader } from "../../src/engine/ports.ts";
import { readSettings } from "../../src/engine/read-settings.ts";
import type { InheritedSettings } from "../../src/engine/repository-memory.ts";
import { memoryOf, observedRepository } from "./observation-builder.ts";

const address = { installation: 1, owner: "acme", name: "plan" };
const path = ".github/milepost.yml";

interface World {
  /** The repository's own file; null if there is none. */
  readonly own: string | null;
  /** Other files by "owner/name:path"; a text that starts with "private!" is of a private repository. */
  readonly others?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly isPrivate?: boolean;
  readonly inherited?: InheritedSettings | null;
  readonly oid?: string;
}

async function settingsIn(world: World) {
  const { own, others = {}, name = "plan", isPrivate = false, oid = "blob-1" } = world;
  const asked: string[] = [];
  const readTextFile: RepositoryReader["readTextFile"] = async (_address, file) => {
    asked.push(`${file.repository}:${file.path}`);
    const text = others[`${file.repository}:${file.path}`];
    if (text === undefined) return null;
    return { text: text.replace("private!", ""), isPrivate: text.startsWith("private!") };
  };
  const file = { path, oid, byteSize: 1, kind: "file" } as const;
  const memory = memoryOf([], {
    repository: observedRepository({ nameWithOwner: `acme/${name}`, isPrivate }),
    files: new Map([[path, own === null ? null : file]]),
    inherited: world.inherited ?? null,
  });
  const layer = own === null ? null : readLayer(own);
  const reader = { readTextFile } as RepositoryReader;
  const { config, errors, inherited } = await readSettings(reader, address, memory, layer);
  const said = errors.map(
    ({ file: of = "own", line, key, message }) => `${of}:${line} [${key}] ${message}`,
  );
  return { config, said, inherited, asked };
}

const standards = `acme/standards:${path}`;
const owners = `acme/.github:${path}`;

describe("what a file extends", () => {
  test("is another repository's file, and may extend on", async () => {
    const { config, said, asked } = await settingsIn({
      own: "_extends: standards\nunit: tasks",
      others: {
        [standards]: "_extends: other/base:plans/milepost.yml\ntimezone: Asia/Tokyo",
        "other/base:plans/milepost.yml": "_extends: :more.yml\nunit: hours\njson: far.json",
        "other/base:more.yml": "json: farthest.json\nepics: {label: big}",
      },
    });
    expect(said).toEqual([]);
    expect(config).toMatchObject({
      unit: "tasks",
      timezone: "Asia/Tokyo",
      json: "far.json",
      epics: { label: "big" },
    });
    expect(asked).toHaveLength(3);
  });

  test("is not looked for where nothing is extended, nor at the owner's", async () => {
    const { asked, inherited } = await settingsIn({ own: "unit: tasks" });
    expect(asked).toEqual([]);
    expect(inherited).toEqual({ forOid: "blob-1", files: new Map() });
  });

  test("that is not there or not readable is an error at the line that names it", async () => {
    const { config, said } = await settingsIn({ own: "unit: tasks\n_extends: standrds\n" });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^own:2 \[_extends\] "_extends" names acme\/standrds:\.github\/milepost\.yml, which Milepost can't read: .+ Correct the name/,
    );
    expect(config.unit).toBe("issues");
  });

  test("in a circle is an error where the circle closes", async () => {
    const others = { [standards]: "unit: tasks\n_extends: Acme/Plan" };
    const { said } = await settingsIn({ own: "_extends: standards", others });
    expect(said).toEqual([
      `${standards}:2 [_extends] "_extends" leads back to Acme/Plan:${path}, so the files extend each other without end: remove one "_extends".`,
    ]);
    const itself = await settingsIn({ own: "_extends: plan" });
    expect(itself.said).toEqual([expect.stringContaining("leads back to acme/plan:")]);
    expect(itself.asked).toEqual([]);
  });

  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => {
        const next = index + 1 < length ? `_extends: r${index + 1}\n` : "";
        return [`acme/r${index}:${path}`, `${next}json: ${index}.json`];
      }),
    );

  test("may be five files in a row, and no more", async () => {
    const five = await settingsIn({ own: "_extends: r0", others: chain(5) });
    expect([five.said, five.asked.length]).toEqual([[], 5]);
    const six = await settingsIn({ own: "_extends: r0", others: chain(6) });
    expect(six.asked).toHaveLength(5);
    expect(six.said).toEqual([
      expect.stringMatching(/^acme\/r4:.+:1 \[_extends\] .+ at most 5 files/),
    ]);
  });

  test("has its own errors named by file and line, and is then of no effect at all", async () => {
    const others = { [standards]: "unit: hours\nstates:\n  onhold: x\n" };
    const { config, said } = await settingsIn({ own: "_extends: standards\njson: a.json", others });
    expect(said).toEqual([
      `${standards}:3 [states.onhold] Unknown key "onhold". Did you mean "onHold"? Allowed here: inProgress, onHold, blocked.`,
    ]);
    expect([config.unit, config.json]).toEqual(["issues", undefined]);
  });

  test("may ask to write nothing, and that holds also while something is wrong", async () => {
    const others = { [standards]: "mode: observe\nunit: hour" };
    expect((await settingsIn({ own: "_extends: standards", others })).config.mode).toBe("observe");
    const live = await settingsIn({ own: "_extends: standards\nmode: live", others });
    expect([live.config.mode, live.said.length]).toEqual(["live", 1]);
    expect((await settingsIn({ own: "mode: observe\nunits: x" })).config.mode).toBe("observe");
  });

  test("is not followed from a link that is no link", async () => {
    const { said, asked } = await settingsIn({ own: "_extends: https://x.y/z" });
    expect(said).toEqual([expect.stringContaining("own:1 [_extends] ")]);
    expect(asked).toEqual([]);
  });
});

describe("a repository without a file", () => {
  test("has its owner's", async () => {
    const others = { [owners]: "unit: hours\n_extends: standards", [standards]: "json: a.json" };
    const { config, said, asked } = await settingsIn({ own: null, others });
    expect([config.unit, config.json, said]).toEqual(["hours", "a.json", []]);
    expect(asked).toEqual([owners, standards]);
  });

  test("has the defaults where its owner has none, and where it is the owner's itself", async () => {
    expect(await settingsIn({ own: null })).toMatchObject({ said: [], asked: [owners] });
    expect(await settingsIn({ own: null, name: ".github" })).toMatchObject({ said: [], asked: [] });
  });
});

describe("what is remembered", () => {
  const others = { [standards]: "unit: hours" };

  test("is not asked for again while the own file is the same", async () => {
    const { inherited } = await settingsIn({ own: "_extends: standards", others });
    const again = await settingsIn({ own: "_extends: standards", inherited });
    expect([again.config.unit, again.asked]).toEqual(["hours", []]);
    const changed = await settingsIn({ own: "_extends: standards", others, inherited, oid: "b" });
    expect(changed.asked).toEqual([standards]);
  });

  test("is also that an owner has no file", async () => {
    const { inherited } = await settingsIn({ own: null });
    expect((await settingsIn({ own: null, inherited })).asked).toEqual([]);
  });

  test("is nothing while something is wrong", async () => {
    expect((await settingsIn({ own: "_extends: nowhere" })).inherited).toBeNull();
  });
});

describe("a private repository's file", () => {
  const secret = "private!unit: hours";

  test("is for a public repository as if it were not there", async () => {
    const missing = await settingsIn({ own: "_extends: standards" });
    const hidden = await settingsIn({
      own: "_extends: standards",
      others: { [standards]: secret },
    });
    expect(hidden.said).toEqual(missing.said);
    const inherited = await settingsIn({ own: null, others: { [owners]: secret } });
    expect([inherited.config.unit, inherited.said]).toEqual(["issues", []]);
  });

  test("holds in a private one", async () => {
    const world = { own: "_extends: standards", others: { [standards]: secret }, isPrivate: true };
    expect((await settingsIn(world)).config.unit).toBe("hours");
  });

  test("that may not be meant for Milepost shows nothing of itself in errors", async () => {
    const text = "private!token: hunter2\n_extends: acme/hidden\n";
    const others = { "acme/vault:keys.yml": text, [standards]: "private!token: x" };
    const vault = await settingsIn({ own: "_extends: vault:keys.yml", others, isPrivate: true });
    expect(vault.said).toHaveLength(2);
    expect(vault.said.join()).toMatch(/^acme\/vault:keys\.yml:1 \[\] This line is wrong\. /);
    expect(vault.said.join()).not.toMatch(/token|hunter2|hidden/);
    const twice = { "acme/vault:keys.yml": "private!documents: [secret.md, secret.md]" };
    const rule = { own: "_extends: vault:keys.yml", others: twice, isPrivate: true };
    expect((await settingsIn(rule)).said).toEqual([expect.stringMatching(/:1 \[\] This line/)]);
    const meant = await settingsIn({ own: "_extends: standards", others, isPrivate: true });
    expect(meant.said[0]).toContain("token");
  });
});
