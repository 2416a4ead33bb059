/** What the pages show and do, without a browser: forms are sent and pages read as text. */
import { afterEach, beforeEach, describe, expect, test } from "#test";
import { type PlainSite, read, repository, send, startPlainSite } from "./sites.ts";

let plain: PlainSite;

beforeEach(async () => {
  plain = await startPlainSite();
});
afterEach(() => plain.site.stop());

const issue = (number: number) => plain.sandbox.world.issue(repository, number);

describe("an issue", () => {
  test("shows what it waits for, who waits for it, and how it came about", async () => {
    const page = await read(`${plain.home}/issues/2`);
    expect(page).toContain("Blocked by");
    expect(page).toContain(`href="/${repository}/issues/1"`);
    expect(page).toContain("marked this as blocked by");
    expect(await read(`${plain.home}/issues/1`)).toContain('<h2 class="card-head">Blocks</h2>');
  });

  test("is closed with a reason, reopened, moved, labelled, assigned and freed", async () => {
    const page = `${plain.home}/issues/2`;
    await send(`${page}/state`, { state: "not_planned" });
    expect(issue(2).stateReason).toBe("not_planned");
    await send(`${page}/state`, { state: "open" });
    expect(issue(2).state).toBe("open");
    await send(`${page}/milestone`, { milestone: "" });
    expect(issue(2).milestone).toBeNull();
    await send(`${page}/labels`, { add: "documentation" });
    await send(`${page}/labels`, { remove: "bug" });
    expect([...issue(2).labels].map(({ name }) => name)).toEqual(["documentation"]);
    await send(`${page}/assignees`, { add: "writer" });
    expect([...issue(2).assignees].map(({ login }) => login)).toEqual(["writer"]);
    await send(`${page}/blocked-by`, { remove: `${repository}#1` });
    expect(issue(2).blockedBy.size).toBe(0);
    await send(`${page}/blocked-by`, { add: "#1" });
    expect([...issue(2).blockedBy]).toEqual([issue(1)]);
  });

  test("has its box ticked in its text", async () => {
    await send(`${plain.home}/issues/1/boxes`, { text: "body", box: "0" });
    expect(issue(1).body).toBe("- [x] deep");
  });

  test("keeps its text's line ends when a browser sends it back", async () => {
    await send(`${plain.home}/issues/1/edit`, { title: "Dig", body: "- [ ] deep\r\nmore" });
    expect(issue(1).body).toBe("- [ ] deep\nmore");
  });

  test("is opened by anyone, and its reactions are given and taken back", async () => {
    const sent = await send(`${plain.home}/issues`, { title: "Rain", body: "?" }, { as: "reader" });
    expect(sent.location).toBe(`/${repository}/issues/3`);
    const react = { text: "body", content: "heart" };
    const from = `${plain.home}/issues/3`;
    const { page } = await send(`${from}/reactions`, react, { from });
    expect(page).toContain('aria-pressed="true"');
    await send(`${from}/reactions`, react);
    expect(issue(3).reactions).toEqual([]);
  });
});

describe("who may not", () => {
  test("is told so in the host's words, and nothing is done", async () => {
    const { location, page } = await send(
      `${plain.home}/issues/1/state`,
      { state: "completed" },
      { as: "reader", from: `${plain.home}/issues/1` },
    );
    expect(location).toBe(`/${repository}/issues/1?notice=1`);
    expect(page).toContain("to close it needs &quot;triage&quot;");
    expect(issue(1).state).toBe("open");
  });

  test("is shown no buttons for it", async () => {
    expect(await read(`${plain.home}/issues/1`, "reader")).not.toContain("Close as completed");
    expect(await read(plain.home, "reader")).not.toContain("Close #1");
    expect(await read(plain.home, "triager")).toContain("Close #1");
  });
});

describe("a comment", () => {
  test("is written, changed and deleted", async () => {
    const page = `${plain.home}/issues/1`;
    await send(`${page}/comments`, { body: "Hello" }, { as: "reader" });
    const [comment] = issue(1).comments;
    expect(comment?.author.login).toBe("reader");
    await send(`${page}/comments/${comment?.id}`, { body: "Bye", act: "save" }, { as: "reader" });
    expect(comment?.body).toBe("Bye");
    await send(`${page}/comments/${comment?.id}`, { act: "delete", body: "" });
    expect(issue(1).comments).toEqual([]);
  });

  test("is offered the App's commands", async () => {
    expect(await read(`${plain.home}/issues/1`)).toContain('data-usage="/move MILESTONE"');
  });
});

describe("a file", () => {
  test("is shown as a document, as its source and with what each commit changed", async () => {
    const page = `${plain.home}/blob/main/docs/plan.md`;
    expect(await read(page)).toContain('<h1 id="file-plan">Plan</h1>');
    expect(await read(`${page}?source`)).toContain("<code># Plan</code>");
    await commit("docs/plan.md", "# Plan\n\nDone.\n");
    const history = await read(`${plain.home}/commits/main/docs/plan.md`);
    expect(history).toContain("1 lines added, 1 removed");
    expect(history).toContain("<code>Done.</code>");
  });

  test("keeps its CR LF, whatever a browser sends", async () => {
    await commit("notes.txt", "one\r\ntwo\r\nthree\r\n");
    expect(plain.sandbox.world.text(repository, "notes.txt")).toBe("one\r\ntwo\r\nthree\r\n");
    await commit("docs/plan.md", "# Plan\r\n");
    expect(plain.sandbox.world.text(repository, "docs/plan.md")).toBe("# Plan\n");
  });

  test("that was changed meanwhile is not overwritten, and what was written is shown again", async () => {
    const base = await baseOf("docs/plan.md");
    plain.sandbox.world.as("writer").push(repository, { "docs/plan.md": "theirs\n" }, "Change");
    const text = { base, text: "mine & more", message: "" };
    const { status, page } = await send(`${plain.home}/edit/main/docs/plan.md`, text);
    expect(status).toBe(409);
    expect(page).toContain("was changed by somebody else meanwhile");
    expect(page).toContain("mine &amp; more</textarea>");
    expect(plain.sandbox.world.text(repository, "docs/plan.md")).toBe("theirs\n");
  });

  test("with an odd name is found, and one that begins with an empty line keeps it", async () => {
    const path = "docs/50% done? #1 & more.md";
    plain.sandbox.world.as("writer").push(repository, { [path]: "\nWords\n" }, "Add");
    const list = await read(`${plain.home}/documents`);
    const [address = ""] = /[^"]*50%25[^"]*\.md/.exec(list) ?? [];
    expect(await read(`${plain.site.url}${address}`)).toContain("<p>Words</p>");
    const editor = await read(`${plain.site.url}${address.replace("/blob/", "/edit/")}`);
    expect(editor).toContain("data-source>\n\nWords\n</textarea>");
  });

  test("that is not there, or at no branch, is no page", async () => {
    for (const path of ["blob/main/none.md", "blob/none/docs/plan.md", "commits/main/none.md"]) {
      expect((await fetch(`${plain.home}/${path}`)).status).toBe(404);
    }
  });
});

describe("the list of issues", () => {
  test("is filtered by state, milestone, label and words, which its address holds", async () => {
    const shown = async (query: string) => {
      const page = await read(`${plain.home}/issues${query}`);
      return [...page.matchAll(/data-key="issue-(\d+)"/g)].map(([, number]) => Number(number));
    };
    await send(`${plain.home}/issues/1/state`, { state: "completed" });
    expect(await shown("")).toEqual([2]);
    expect(await shown("?state=closed")).toEqual([1]);
    expect(await shown("?state=all&milestone=1")).toEqual([2, 1]);
    expect(await shown("?state=all&milestone=none")).toEqual([]);
    expect(await shown("?state=all&label=Bug")).toEqual([2]);
    expect(await shown("?state=all&text=dig%20%231")).toEqual([1]);
  });

  test("has pages of 25", async () => {
    const person = plain.sandbox.world.as("maintainer");
    for (let count = 0; count < 30; count += 1) person.createIssue(repository, { title: "More" });
    const first = await read(`${plain.home}/issues`);
    expect(first.match(/data-key="issue-/g)).toHaveLength(25);
    expect(first).toContain("Page 1 of 2");
    const last = await read(`${plain.home}/issues?page=9`);
    expect(last.match(/data-key="issue-/g)).toHaveLength(7);
  });
});

describe("playing", () => {
  test("goes a step, begins again and says what is over", async () => {
    const { page } = await send(`${plain.home}/play`, { act: "next" }, { from: plain.home });
    expect(page).toContain("close #2");
    await send(`${plain.home}/play`, { act: "next" });
    expect(await read(plain.home)).toContain("All 2 steps were played.");
  });

  test("lets days pass, but never back and never for years", async () => {
    await send(`${plain.home}/days`, { days: "7" });
    expect(await read(plain.home)).toContain("The day is 17 Nov 2025");
    for (const days of ["-1", "99999", "x"]) {
      const from = `${plain.home}/play`;
      const { page } = await send(`${plain.home}/days`, { days }, { from });
      expect(page).toContain("How many days pass?");
    }
  });

  test("switches trouble on and off", async () => {
    const from = `${plain.home}/play`;
    const on = { trouble: "lose-webhooks", on: "yes" };
    expect((await send(`${plain.home}/trouble`, on, { from })).page).toContain(
      'aria-checked="true"',
    );
    const off = { trouble: "lose-webhooks", on: "no" };
    expect((await send(`${plain.home}/trouble`, off, { from })).page).not.toContain(
      'aria-checked="true"',
    );
  });

  test("refuses what is no plan, with the reason and what was brought as plain text", async () => {
    const { page } = await send(`${plain.site.url}/-/own-plan`, { text: "<b>this</b>" });
    expect(page).toContain("&lt;b&gt;this&lt;/b&gt; is no plan");
  });
});

describe("the stream of changes", () => {
  test("tells of a change of the world, and then of nothing until the next", async () => {
    const answer = await fetch(`${plain.site.url}/-/changes/${repository}?of=world`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const told = async () => (await reader?.read())?.value ?? "";
    const first = await told();
    expect(first).toContain("event: change");
    plain.sandbox.world.as("maintainer").closeIssue(repository, 1);
    expect(await told()).not.toBe(first);
    await reader?.cancel();
  });
});

async function commit(path: string, text: string): Promise<void> {
  const base = await baseOf(path);
  const { status } = await send(`${plain.home}/edit/main/${path}`, { base, text, message: "" });
  expect(status).toBe(303);
}

async function baseOf(path: string): Promise<string> {
  const page = await read(`${plain.home}/edit/main/${path}`);
  return /name="base" value="(\w+)"/.exec(page)?.[1] ?? "";
}
