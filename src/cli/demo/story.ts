/** What happened to a plan, to be played step by step or by itself. */
import type { Story } from "../../../sandbox/web/exhibit.ts";
import { applyEvent } from "../play/apply-event.ts";
import { describeEvent } from "../play/describe-event.ts";
import type { PlayedEvent } from "../play/event-schema.ts";
import type { Playground } from "../play/playground.ts";

/** Long enough to see what a step changed. */
const stepMilliseconds = 3_000;

export interface PlayableStory extends Story {
  /** Plays no more. */
  end(): void;
}

/** `onStep` is called after each step that was played by itself. */
export function createStory(
  { sandbox, seeded }: Playground,
  events: readonly PlayedEvent[],
  onStep: () => void,
): PlayableStory {
  let played = 0;
  let changes = 0;
  sandbox.world.listen(() => {
    changes += 1;
  });
  let timer: NodeJS.Timeout | undefined;
  const pause = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const playNext = (): readonly string[] => {
    for (;;) {
      const event = events[played];
      if (event === undefined) return [];
      played += 1;
      if (played === events.length) pause();
      const before = changes;
      const refusals = applyEvent(sandbox, seeded, event);
      // What somebody has done by hand already is no step to look at.
      if (refusals.length > 0 || changes > before || event.do === "advance") return refusals;
    }
  };
  const playByItself = () => {
    playNext();
    onStep();
  };
  return {
    steps: events.map(describeEvent),
    get played() {
      return played;
    },
    get isPlaying() {
      return timer !== undefined;
    },
    playNext,
    play() {
      if (timer !== undefined || played >= events.length) return;
      timer = setInterval(playByItself, stepMilliseconds);
      playByItself();
    },
    ...{ pause, end: pause },
  };
}
