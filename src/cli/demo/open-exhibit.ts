/** A plan at work, as the sandbox's pages show it. */
import type { AppBeside, Exhibit, Hint } from "../../../sandbox/web/exhibit.ts";
import { LiveLog } from "../../../sandbox/web/live-log/live-log.ts";
import type { AppNews } from "../../../sandbox/web/live-log/round.ts";
import type { Day } from "../../domain/calendar.ts";
import type { LintSource } from "../../lint/lint-document.ts";
import type { PlayedEvent } from "../play/event-schema.ts";
import type { PlayedApp } from "../play/played-app.ts";
import { openPlayground } from "../play/playground.ts";
import type { Spec } from "../spec/spec-schema.ts";
import { commandOffers } from "./command-offers.ts";
import { createDocumentCheck } from "./document-check.ts";
import { newsLog, reportNews } from "./live-news.ts";
import { createStory } from "./story.ts";

export interface ExhibitInput {
  readonly title: string;
  readonly spec: Spec;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly events: readonly PlayedEvent[];
  readonly hints: readonly Hint[];
  readonly today?: Day;
  /** A document as somebody brought it, to be linted. */
  readonly brought?: LintSource;
}

/** Resolves when Milepost listens; its first sync goes on. */
export async function openExhibit(
  { title, spec, files, events, hints, today, brought }: ExhibitInput,
  print: (line: string) => void,
): Promise<Exhibit> {
  let live: LiveLog | undefined;
  const tell = (news: AppNews) => live?.tell(news);
  const playground = await openPlayground({
    ...{ spec, files, today },
    log: newsLog(tell, print),
    onSeeded: (sandbox) => {
      live = new LiveLog(sandbox);
    },
    onSynced: (report) => tell(reportNews(report)),
  });
  const { sandbox, seeded, app } = playground;
  const recorded = live ?? new LiveLog(sandbox);
  const story = createStory(playground, events, () => recorded.stir("world"));
  return {
    repository: seeded.nameWithOwner,
    ...{ title, hints, sandbox, story },
    live: recorded,
    app: appBeside(app, tell),
    check: brought && createDocumentCheck(brought, playground),
    async stop() {
      story.end();
      await playground.stop();
    },
  };
}

function appBeside(app: PlayedApp, tell: (news: AppNews) => void): AppBeside {
  return {
    name: "Milepost",
    get isRunning() {
      return app.isRunning;
    },
    commands: commandOffers,
    kill() {
      if (!app.isRunning) return;
      app.kill();
      tell({ about: "life", what: "Milepost was killed" });
    },
    async start() {
      if (app.isRunning) return;
      tell({ about: "life", what: "Milepost starts and remembers nothing" });
      await app.start();
    },
    lookAtClock: () => app.tick(),
  };
}
