/** A site without Milepost: a sandbox, an App that is told and does nothing, and a story of two steps. */

import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { startSandbox } from "../../sandbox/start-sandbox.ts";
import type { AppBeside, Exhibit, PlanShelf, Story } from "../../sandbox/web/exhibit.ts";
import { LiveLog } from "../../sandbox/web/live-log/live-log.ts";
import { type RunningSite, startSite } from "../../sandbox/web/start-site.ts";

export interface PlainSite {
  readonly site: RunningSite;
  readonly sandbox: Sandbox;
  readonly exhibit: Exhibit;
  /** Of the repository's pages. */
  readonly home: string;
}

export const repository = "example/garden";

/** A repository with a milestone, two issues, one of which waits for the other, and two files. */
export async function startPlainSite(): Promise<PlainSite> {
  const sandbox = await startSandbox();
  const person = sandbox.world.as("maintainer");
  sandbox.world.createRepository({
    ...{ owner: "example", name: "garden" },
    files: { "docs/plan.md": "# Plan\n\n- [ ] #1\n", "notes.txt": "one\r\ntwo\r\n" },
  });
  const { number: milestone } = person.createMilestone(repository, { title: "Spring" });
  person.createIssue(repository, { title: "Dig", body: "- [ ] deep", milestone });
  person.createIssue(repository, { title: "Sow", milestone, labels: ["bug"] });
  person.addBlockedBy(repository, 2, 1);
  const exhibit = exhibitOf(sandbox);
  const site = await startSite({ shelf: shelfOf(exhibit) });
  await site.show(exhibit);
  return { site, sandbox, exhibit, home: `${site.url}/${repository}` };
}

function exhibitOf(sandbox: Sandbox): Exhibit {
  const live = new LiveLog(sandbox);
  return {
    ...{ repository, title: "Garden", sandbox, live, app: appOf(), story: storyOf(sandbox) },
    hints: [{ text: "Look at the first issue", path: "issues/1" }],
    stop: () => sandbox.stop(),
  };
}

function appOf(): AppBeside {
  let isRunning = true;
  return {
    name: "Helper",
    get isRunning() {
      return isRunning;
    },
    commands: [{ usage: "/move MILESTONE", summary: "Moves the issue." }],
    kill() {
      isRunning = false;
    },
    async start() {
      isRunning = true;
    },
    lookAtClock: () => Promise.resolve(),
  };
}

function storyOf({ world }: Sandbox): Story {
  let played = 0;
  const steps = ["close #1", "close #2"];
  return {
    steps,
    isPlaying: false,
    get played() {
      return played;
    },
    playNext() {
      played += 1;
      world.as("maintainer").closeIssue(repository, played);
      return [];
    },
    play: () => undefined,
    pause: () => undefined,
  };
}

function shelfOf(exhibit: Exhibit): PlanShelf {
  return {
    plans: [{ id: "garden", title: "Garden", summary: "Two issues." }],
    open: async (id) => (id === "garden" ? exhibit : undefined),
    openOwn: async ({ name, text }) => ({
      kind: "refused",
      because: `${name}: ${text} is no plan`,
    }),
    openAgain: async () => exhibit,
  };
}

export interface Sent {
  readonly status: number;
  readonly location: string;
  /** Of the page that the act led to. */
  readonly page: string;
}

/** Sends a form as a browser does, as somebody, and follows where it leads. */
export async function send(
  address: string,
  fields: Readonly<Record<string, string>>,
  { as = "maintainer", from = address }: { as?: string; from?: string } = {},
): Promise<Sent> {
  const cookie = `viewer=${as}`;
  const { origin } = new URL(address);
  const answer = await fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie, origin, referer: from },
    redirect: "manual",
  });
  const location = answer.headers.get("location") ?? "";
  if (location === "") return { status: answer.status, location, page: await answer.text() };
  const page = await fetch(new URL(location, address), { headers: { cookie } });
  return { status: answer.status, location, page: await page.text() };
}

export async function read(address: string, as = "maintainer"): Promise<string> {
  const answer = await fetch(address, { headers: { cookie: `viewer=${as}` } });
  return answer.text();
}
