import { expect, test } from "#test";
import { differences } from "../../src/cli/demo/figures.ts";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import type { Spec } from "../../src/cli/spec/spec-schema.ts";
import { type Talk, talkIn } from "../conversations/talk.ts";
import {
  modelDocument,
  modelEvents,
  modelFigures,
  modelFiles,
  modelSpec,
  withPlayground,
} from "./model-playground.ts";
import { previewOf } from "./preview-at-sandbox.ts";

/** What comments are to say: neither dependencies nor clusters are there. */
const bareSpec: Spec = {
  ...modelSpec,
  issues: modelSpec.issues.map((issue) => ({
    ...issue,
    ...{ blocked_by: [], blocks_milestones: [], cluster: null },
  })),
};

const aliases = modelSpec.issues.flatMap(({ number_in_document, short }) =>
  short && short.length <= 40 ? [[number_in_document ?? 0, short] as const] : [],
);

const clusters = Map.groupBy(
  modelSpec.issues.filter(({ cluster }) => cluster),
  ({ cluster }) => cluster,
);

function statusIssue(playground: Playground): number {
  const { statusIssue: found } = readSurfaces(playground);
  if (!found) throw new Error("there is no status issue");
  return found.number;
}

/** Each is a comment in the status issue; what comes back, where something does. */
async function layOut(talk: Talk, status: number): Promise<readonly string[]> {
  const replies: string[] = [];
  const say = async (on: number, text: string) => {
    const said = await talk.say(on, "triager", text);
    expect([text, talk.reaction(said)]).toEqual([text, "rocket"]);
    const reply = talk.reply(said);
    if (reply !== null) replies.push(reply);
  };
  await say(status, "/chain #408 → (#404-407) → #410 → #409");
  const lines = [...clusters].map(([cluster, issues]) => {
    const numbers = issues.map(({ number_in_document }) => `#${number_in_document}`);
    return `/cluster ${cluster} on ${numbers.join(", ")}`;
  });
  await say(status, lines.join("\n"));
  await say(status, aliases.map(([issue, name]) => `/alias on #${issue} ${name}`).join("\n"));
  await say(407, "/blocks M3");
  return replies;
}

function wrongAfter(playground: Playground, step: number): readonly string[] {
  const [plan, figures] = [playground.plan(), modelFigures[step]];
  if (!plan || !figures) throw new Error(`no plan or no figures for step ${step}`);
  return differences(figures, plan, readSurfaces(playground));
}

async function take(talk: Talk, event: PlayedEvent): Promise<void> {
  const { playground } = talk;
  if (event.do !== "move") {
    applyEvent(playground.sandbox, playground.seeded, event);
    await playground.settle();
    return;
  }
  const text = `/move ${event.milestone} because the partitions are not slow yet`;
  const said = await talk.say(Number(event.issue), "triager", text);
  expect([talk.reaction(said), talk.reply(said)]).toEqual(["rocket", null]);
}

test("the walk of the M2 plan, all but the closing done by comments, ends in the same figures", async () => {
  await withPlayground({ spec: bareSpec, files: modelFiles }, async (playground, complaints) => {
    const talk = talkIn(playground, complaints);
    expect(wrongAfter(playground, 0)).not.toEqual([]);
    const replies = await layOut(talk, statusIssue(playground));
    expect(replies.join("\n")).toContain("**M3 Core Loop** waits for [#407] now.");
    expect(replies.join("\n")).not.toContain("Done.");
    expect(wrongAfter(playground, 0)).toEqual([]);
    for (const [index, event] of modelEvents.entries()) {
      await take(talk, event);
      expect([index, wrongAfter(playground, index + 1)]).toEqual([index, []]);
    }
    const document = new TextDecoder().decode(
      readSurfaces(playground).documents.get(modelDocument),
    );
    expect(document).toContain("the partitions are not slow yet");
    expect(document).toContain("Partition Monitoring");
    const { text } = await previewOf(playground);
    expect(text).toContain("48 of 49 (98%)");
    expect(text).not.toContain("--- a/");
    expect(complaints).toEqual([]);
  });
}, 60_000);
