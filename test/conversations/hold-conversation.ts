import { expect } from "#test";
import type { Playground } from "../../src/cli/play/playground.ts";
import type { Expected } from "./conversation-schema.ts";
import { factsOf, statusBody } from "./host.ts";

export interface Said {
  readonly on: number;
  readonly by: string;
  readonly text: string;
}

export type Comment = ReturnType<ReturnType<Playground["sandbox"]["world"]["as"]>["comment"]>;

/** Comments and waits until everything that follows from it has happened. */
export async function say(playground: Playground, { on, by, text }: Said): Promise<Comment> {
  const { sandbox, seeded, settle } = playground;
  const comment = sandbox.world.as(by).comment(seeded.nameWithOwner, on, text);
  await settle();
  return comment;
}

/** Milepost's reaction to a comment. */
export function reactionTo(comment: Comment): string | null {
  const own = comment.reactions.filter(({ user }) => user.type === "Bot");
  expect(own.length).toBeLessThanOrEqual(1);
  return own[0]?.content ?? null;
}

/** Milepost's replies to a comment that are shown. */
export function repliesTo(playground: Playground, comment: Comment): readonly Comment[] {
  return allRepliesTo(playground, comment).filter(
    ({ minimizedReason }) => minimizedReason === null,
  );
}

/** Those that are hidden too. */
export function allRepliesTo({ sandbox, seeded }: Playground, { id, issue }: Comment) {
  const all = sandbox.world.comments(seeded.nameWithOwner, issue.number);
  return all.filter(({ body }) => body.includes(`milepost-reply c:${id} `));
}

export function check(playground: Playground, comment: Comment, expected: Expected): void {
  const { sandbox, seeded } = playground;
  const replies = repliesTo(playground, comment).map(({ body }) => body);
  expect({ reaction: reactionTo(comment), replies: replies.length, text: replies.join() }).toEqual({
    reaction: expected.reaction,
    replies: expected.reply === null ? 0 : 1,
    text: expect.anything(),
  });
  for (const text of expected.reply ?? []) expect(replies[0]).toContain(text);
  for (const text of expected.replyLacks ?? []) expect(replies[0]).not.toContain(text);
  for (const [number, facts] of Object.entries(expected.issues ?? {})) {
    const issue = sandbox.world.issue(seeded.nameWithOwner, Number(number));
    expect({ number, ...factsOf(issue) }).toMatchObject({ number, ...facts });
  }
  for (const [title, text] of Object.entries(expected.milestones ?? {})) {
    const issues = sandbox.world.issues(seeded.nameWithOwner);
    const found = issues.find(({ milestone }) => milestone?.title.startsWith(title))?.milestone;
    expect(found?.description ?? "").toBe(text);
  }
  const status = statusBody(playground).replace(/<!-- milepost-notebook .*-->/, "");
  for (const text of expected.status ?? []) expect(status).toContain(text);
  for (const text of expected.statusLacks ?? []) expect(status).not.toContain(text);
}
