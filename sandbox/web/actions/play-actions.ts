/** What a visitor does to the exhibit itself: the story, the trouble, the App, the clock. */
import { switchTrouble } from "../trouble.ts";
import type { Action } from "./act.ts";

const mostDays = 366;

export const play: Action = async ({ form, visit }) => {
  const { exhibit, site } = visit;
  const { story, live } = exhibit;
  switch (form.text("act")) {
    case "next": {
      const refusals = story.playNext();
      return refusals.length === 0 ? undefined : { refusal: refusals.join(" ") };
    }
    case "play":
      story.play();
      break;
    case "pause":
      story.pause();
      break;
    case "again":
      await site.show(await site.shelf.openAgain(exhibit));
      return { to: visit.home, remark: "Everything is as it was at the beginning." };
  }
  live.stir("world");
  return undefined;
};

export const makeTrouble: Action = ({ form, visit }) => {
  const { sandbox, live } = visit.exhibit;
  switchTrouble(sandbox, form.text("trouble"), form.text("on") === "yes");
  live.stir("world");
  return undefined;
};

export const steerApp: Action = async ({ form, visit }) => {
  const { app, live } = visit.exhibit;
  if (form.text("act") === "kill") app.kill();
  if (form.text("act") === "start") {
    try {
      await app.start();
    } catch (error) {
      return { refusal: `${app.name} could not start: ${String(error)}` };
    } finally {
      live.stir("world");
    }
  }
  live.stir("world");
  return undefined;
};

export const passDays: Action = async ({ form, visit }) => {
  const { app, live, sandbox } = visit.exhibit;
  const days = form.number("days");
  if (!(days >= 1 && days <= mostDays)) return { refusal: "How many days pass? Give a number." };
  sandbox.clock.advance({ days });
  live.stir("world");
  await app.lookAtClock();
  return undefined;
};
