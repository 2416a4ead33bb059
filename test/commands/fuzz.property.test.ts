/** Whatever a comment holds, reading it ends, and a command is found only where a reader sees one. */

import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Command, CommandOutcome, ThreadContext } from "../../src/commands/command.ts";
import { describeEdits } from "../../src/commands/describe-edit.ts";
import { findInvocations, type Invocation, mayHoldCommand } from "../../src/commands/invocation.ts";
import { readLine } from "../../src/commands/read-line.ts";
import { createRegistry } from "../../src/commands/registry.ts";
import { composeReply, type LineResult, reactionTo } from "../../src/commands/reply.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { createLinks } from "../../src/render/links.ts";
import { modelPlan } from "../render/model-plan.ts";
import { longComment, longestComment, randomComment } from "./random-comments.ts";
import { findShown } from "./rendered-comment.ts";

/** `npm run fuzz` takes 100,000, for some minutes. */
const comments = Number(process.env.COMMENTS ?? 5_000);

/** Around a command that a reader sees as such. */
const harmless = new Set(["p", "em", "strong", "del", "b", "i", "div", "span", "html", "body"]);

/** Unlike anything else in a comment, and no part of Markdown. */
const mark = "zq7";

function withMarks(comment: string, found: readonly Invocation[]): string {
  const lines = comment.split(/(\r\n|\n|\r)/);
  for (const { line, name } of found) {
    const index = 2 * (line - 1);
    const text = lines[index] ?? "";
    const [start] = new RegExp(`^ {0,3}(?:/milepost[ \\t]+|/)${name}`, "i").exec(text) ?? [];
    if (start === undefined) throw new Error(`No ${name} at the start of line ${line}`);
    lines[index] = `${start}${mark}${line}z${text.slice(start.length)}`;
  }
  return lines.join("");
}

function expectShown(comment: string): void {
  const found = findInvocations(comment, "/").slice(0, 20);
  if (found.length === 0 || isDeep(comment)) return;
  const shown = findShown(withMarks(comment, found), /zq7\d+z/g);
  for (const { line } of found) {
    const word = shown.get(`${mark}${line}z`);
    const others = word?.elements.filter((element) => !harmless.has(element));
    expect({ comment, line, others }).toEqual({ comment, line, others: [] });
    expect(word?.before).toMatch(/(?:^|\n)\s*(?:\/milepost[ \t]+|\/)[a-z0-9-]+$/i);
  }
}

/** Rendering takes one call within another for each level. */
function isDeep(comment: string): boolean {
  return /(?:[>*+-][ \t]*){200}/.test(comment);
}

const registry = createRegistry(defaultConfig);
const plan = modelPlan;
const number = 404;

function threadContext(): ThreadContext {
  return {
    plan,
    config: defaultConfig,
    actor: { login: "ada", access: "write" },
    today: "2025-11-10",
    links: createLinks("status-issue", plan),
    bodyOf: () => "- [ ] a\n- [x] b\n\nBlocked by #408",
    needsOf: () => "M2, #407",
    lastSteps: null,
    stillHolds: () => true,
  };
}

function runOn(command: Command, text: string, context: ThreadContext): CommandOutcome {
  const issue = plan.items.get(number);
  if (!issue) throw new Error(`No issue ${number}`);
  return command.aim === "thread"
    ? command.run(text, context)
    : command.run(text, { ...context, issue });
}

/** As many as a comment may have. */
const mostCommands = 50;

/** Runs what a comment asks for, dry, and composes the answer. */
function answer(comment: string): string | null {
  const context = threadContext();
  const results = findInvocations(comment, "/")
    .slice(0, mostCommands)
    .flatMap((invocation): LineResult[] => {
      const line = readLine(invocation, registry, plan, defaultConfig);
      if (line.kind === "foreign") return [];
      const { source } = invocation;
      if (line.kind !== "command") {
        const result = { kind: "refused", says: line.says } as const;
        return [{ source, isDryRun: false, targets: [{ issue: null, result }] }];
      }
      const result = runOn(line.command, line.aim.text, context);
      const dry = [true, false].map((isDryRun) => ({
        source,
        isDryRun,
        targets: [{ issue: null, result }],
      }));
      return dry;
    });
  reactionTo(results);
  const { links } = context;
  return composeReply(results, { links, describe: (edits) => describeEdits(plan, links, edits) });
}

describe(`${comments} comments`, () => {
  test("give commands only where a reader sees a line of plain text begin with one", () => {
    let found = 0;
    fc.assert(
      fc.property(randomComment, (comment) => {
        if (findInvocations(comment, "/").length > 0) found += 1;
        expectShown(comment);
      }),
      { numRuns: comments },
    );
    expect(found).toBeGreaterThan(comments / 10);
  }, 300_000);

  test("are answered without an exception", () => {
    let answered = 0;
    fc.assert(
      fc.property(randomComment, (comment) => {
        const text = answer(comment);
        if (text !== null) answered += 1;
        expect(text).not.toBe("");
        expect(text ?? "").not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
      }),
      { numRuns: comments / 10 },
    );
    expect(answered).toBeGreaterThan(comments / 100);
  }, 300_000);
});

describe("a long comment", () => {
  test("gives commands only where a reader sees one", () => {
    fc.assert(
      fc.property(longComment(6000), (comment) => {
        expectShown(comment);
      }),
      { numRuns: comments / 200 },
    );
  }, 300_000);

  test("is answered, though it is as long as GitHub takes", () => {
    fc.assert(
      fc.property(longComment(longestComment), (comment) => {
        expect(comment).toHaveLength(longestComment);
        expect(answer(comment)?.length ?? 0).toBeLessThan(longestComment);
      }),
      { numRuns: comments / 2500 },
    );
  }, 300_000);

  test("of nothing but commands gives every one of them", () => {
    const many = "/start\n".repeat(Math.floor(longestComment / 7));
    expect(findInvocations(many, "/")).toHaveLength(Math.floor(longestComment / 7));
  });
});

test("no command is missed by the quick look before a text is parsed", () => {
  fc.assert(
    fc.property(randomComment, fc.constantFrom("/", "!", "/mp-"), (comment, prefix) => {
      const text = comment.replaceAll("/", prefix);
      if (findInvocations(text, prefix).length > 0) expect(mayHoldCommand(text, prefix)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
