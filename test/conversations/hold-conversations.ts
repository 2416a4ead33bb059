/** The conversations with the commands of one group: a file for each group, so that groups run side by side. */
import { describe, expect, test } from "#test";
import type { CommandGroup } from "../../src/commands/command.ts";
import { createRegistry } from "../../src/commands/registry.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { withPlayground } from "../e2e/model-playground.ts";
import { type Act, readCommandCases } from "./conversation-schema.ts";
import { check, reactionTo, repliesTo, say } from "./hold-conversation.ts";
import { perform, planOf } from "./host.ts";
import { smallPlan } from "./world.ts";

const cases = readCommandCases();
const registry = createRegistry(defaultConfig);
const world = { spec: smallPlan, files: {} };

export function holdConversations(group: CommandGroup): void {
  const ofGroup = [...cases].filter(([name]) => registry.find(name)?.group === group);
  const all = ofGroup.flatMap(([name, { conversations }]) =>
    conversations.map((one) => [name, one.name, one] as const),
  );

  describe("a comment over HTTP", () => {
    test.each(all)(
      "/%s: %s; dry it changes nothing, and twice no more than once",
      async (_command, _name, { before, on, by, comment, expect: wanted }) => {
        await withPlayground(world, async (playground, complaints) => {
          await performAll(playground, before);
          await sayDry(playground, { on, by, text: comment });
          const said = await say(playground, { on, by, text: comment });
          check(playground, said, wanted);
          const once = planOf(playground);
          expect(await writesOfRedelivery(playground)).toEqual([]);
          await say(playground, { on, by, text: comment });
          expect(planOf(playground)).toEqual(once);
          expect(complaints).toEqual([]);
        });
      },
    );
  });

  const late = ofGroup.flatMap(([name, one]) =>
    one.late === "answers" ? [] : [[name, one.late] as const],
  );

  // Questions have none: what they answer is asked of the present.
  if (late.length === 0) return;
  test.each(late)("/%s late: what a person did meanwhile stands", async (_name, story) => {
    await withPlayground(world, async (playground) => {
      const { sandbox } = playground;
      await performAll(playground, story.before);
      const held = sandbox.faults.delayDeliveries({ event: "issue_comment" }, 1_000, "always");
      const comment = await say(playground, { on: story.on, by: story.by, text: story.comment });
      sandbox.clock.advance({ seconds: 300 });
      await performAll(playground, story.meanwhile);
      held.remove();
      await playground.settle();
      check(playground, comment, story.expect);
    });
  });
}

type Playground = Parameters<typeof planOf>[0];
type Said = Parameters<typeof say>[1];

async function performAll(playground: Playground, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    perform(playground, act);
    await playground.settle();
  }
}

/** The same as a dry run: it says what it would do. */
async function sayDry(playground: Playground, { on, by, text }: Said): Promise<void> {
  const untouched = planOf(playground);
  const dry = text.replace(/^\/.*$/gm, (line) => `${line.trimEnd()} --dry-run`);
  const said = await say(playground, { on, by, text: dry });
  expect(planOf(playground)).toEqual(untouched);
  expect(["eyes", "confused"]).toContain(reactionTo(said));
  expect(repliesTo(playground, said)).toHaveLength(1);
}

/** The last comment's delivery once more. */
async function writesOfRedelivery({ sandbox, settle }: Playground): Promise<readonly string[]> {
  const delivery = sandbox.deliveries.findLast(({ event }) => event === "issue_comment");
  if (!delivery) throw new Error("no comment was delivered");
  const mark = sandbox.calls.mark();
  sandbox.redeliver(delivery);
  await settle();
  const writes = sandbox.calls.since(mark).filter(({ kind }) => kind === "write");
  return writes.map(({ name }) => name);
}
