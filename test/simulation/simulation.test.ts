/** Many small worlds in which everything goes wrong: see CONTRIBUTING.md on how to look into one. */
import { describe, expect, test } from "#test";
import { playSeeds } from "./play-seeds.ts";
import { playStory } from "./play-story.ts";
import { shrinkStory } from "./shrink.ts";
import { writeStory } from "./story.ts";

/** The gate plays 2,000, by `npm run simulate`. */
const worlds = Number(process.env.WORLDS ?? 100);

test(
  `in ${worlds} worlds the surfaces become true, each command has run once, and nobody's text is lost`,
  async () => {
    expect(await playSeeds({ first: 1, count: worlds })).toEqual([]);
  },
  30 * 60_000,
);

describe("a seed", () => {
  test("plays the same way each time, and another one another way", async () => {
    const once = await playStory(writeStory(4));
    const twice = await playStory(writeStory(4));
    const other = await playStory(writeStory(5));
    expect(twice).toEqual(once);
    expect(other.fingerprint).not.toBe(once.fingerprint);
  });

  test("that fails is told with no more steps than its failure needs", async () => {
    const story = writeStory(4);
    const isMeant = ({ act }: (typeof story.steps)[number]) => act === story.steps[1]?.act;
    const least = await shrinkStory(story, async ({ steps }) => ({
      violations: steps.some(isMeant) ? ["it is there"] : [],
    }));
    expect(least.steps.map(({ act }) => act)).toEqual([story.steps[1]?.act]);
    const begin = (steps: typeof story.steps) => steps.reduce((sum, { after }) => sum + after, 0);
    expect(begin(least.steps)).toBe(begin(story.steps.slice(0, 2)));
    expect(new Set(Object.values(least.trouble))).toEqual(new Set([0]));
  });
});
