import type { Person, World } from "../../sandbox/world/world.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { bytes, type LoggedLine, withPlayground } from "../e2e/model-playground.ts";
import { allRepliesTo, type Comment, reactionTo, repliesTo, say } from "./hold-conversation.ts";
import { factsOf, statusBody } from "./host.ts";
import { smallPlan } from "./world.ts";

/** The small plan, and people who talk about it. */
export interface Talk {
  readonly playground: Playground;
  /** "owner/name" */
  readonly repo: string;
  /** What the App warned of so far. */
  readonly complaints: readonly LoggedLine[];
  say(on: number, by: string, text: string): Promise<Comment>;
  edit(comment: Comment, by: string, text: string): Promise<void>;
  /** What a person does on the web site; waits for what follows. */
  act(by: string, run: (person: Person, repo: string, world: World) => void): Promise<void>;
  facts(issue: number): ReturnType<typeof factsOf>;
  /** What the status issue says to people. */
  status(): string;
  reaction(comment: Comment): string | null;
  /** The one reply that is shown, without the addresses of its links; null for none. */
  reply(comment: Comment): string | null;
  /** Hidden ones too. */
  countReplies(comment: Comment): number;
  /** Kind and name of each call to the API, but for tokens, that comes of what is done. */
  callsOf(run: () => Promise<unknown>): Promise<readonly string[]>;
  /** As a deployment: the process ends, another begins with an empty memory. */
  restart(): Promise<void>;
}

/** `config`: the text of `.github/milepost.yml`. */
export async function withTalk(config: string, run: (talk: Talk) => Promise<void>): Promise<void> {
  const files: Record<string, Uint8Array> = {};
  if (config !== "") files[".github/milepost.yml"] = bytes(config);
  await withPlayground({ spec: smallPlan, files }, (playground, complaints) =>
    run(talkIn(playground, complaints)),
  );
}

export function talkIn(playground: Playground, complaints: readonly LoggedLine[]): Talk {
  const { sandbox, app, seeded, settle } = playground;
  const { world } = sandbox;
  const repo = seeded.nameWithOwner;
  return {
    ...{ playground, repo, complaints },
    say: (on, by, text) => say(playground, { on, by, text }),
    async edit(comment, by, text) {
      world.as(by).editComment(repo, comment.id, text);
      await settle();
    },
    async act(by, run) {
      run(world.as(by), repo, world);
      await settle();
    },
    facts: (issue) => factsOf(world.issue(repo, issue)),
    status: () => statusBody(playground).replace(/<!-- milepost-notebook .*-->/, ""),
    reaction: reactionTo,
    reply(comment) {
      const [shown, second] = repliesTo(playground, comment);
      if (second) throw new Error("there are two replies");
      return shown
        ? shown.body.replace(/\n\n(?:<!-- milepost-reply |\[#\d+\]: )[\s\S]*$/, "")
        : null;
    },
    countReplies: (comment) => allRepliesTo(playground, comment).length,
    async callsOf(run) {
      const mark = sandbox.calls.mark();
      await run();
      const calls = sandbox.calls.since(mark).filter(({ kind }) => kind !== "auth");
      return calls.map(({ kind, name }) => `${kind} ${name}`);
    },
    async restart() {
      await app.stop();
      await app.start();
      await settle();
    },
  };
}
