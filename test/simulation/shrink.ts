/** Leaves out of a story what its failure does not need: step by step, then trouble by trouble. */
import type { Played } from "./play-story.ts";
import type { Story, Trouble } from "./story.ts";

type Play = (story: Story) => Promise<Pick<Played, "violations">>;

export async function shrinkStory(story: Story, play: Play): Promise<Story> {
  let least = story;
  const fails = async (smaller: Story) => (await play(smaller)).violations.length > 0;
  for (let index = story.steps.length - 1; index >= 0; index -= 1) {
    const smaller = { ...least, steps: withoutStep(least.steps, index) };
    if (await fails(smaller)) least = smaller;
  }
  for (const name of Object.keys(story.trouble)) {
    const trouble: Trouble = { ...least.trouble, [name]: 0 };
    if (await fails({ ...least, trouble })) least = { ...least, trouble };
  }
  return least;
}

/** The others happen when they did. */
function withoutStep(steps: Story["steps"], index: number): Story["steps"] {
  const waited = steps[index]?.after ?? 0;
  return steps.flatMap((step, place) => {
    if (place === index) return [];
    return place === index + 1 ? [{ ...step, after: step.after + waited }] : [step];
  });
}
