// What `.github/milepost.yml` may hold. Each key's description feeds the documentation. A message says
// what a value must be; parse-config.ts adds where and what it is.

import { z } from "zod";
import { didYouMean } from "../domain/nearest-word.ts";
import { findPrefixFault, prefixPattern, prefixRule } from "./command-prefix.ts";
import {
  documentEndings,
  findPathFault,
  longestPath,
  type PathKind,
  pathPattern,
} from "./paths.ts";
import { dimensionPattern } from "./rules.ts";
import { checkedText, durationText, labelText, settings } from "./schema-parts.ts";
import { mostDocuments } from "./select-documents.ts";
import { extendsPattern, extendsRule, findExtendsFault, longestExtends } from "./settings-file.ts";
import { findTimezoneFault } from "./timezone.ts";

const units = ["issues", "tasks", "points", "hours"] as const;
const modes = ["live", "observe"] as const;
const notices = ["once", "off"] as const;

const documentPath = pathText(documentEndings, "pattern");

const milestoneError =
  "must be a milestone's number or its title; put a title that looks like a number in quotes";

const milestone = z.union([z.int().positive(), z.string().trim().min(1)], {
  error: milestoneError,
});

const documentEntry = z.union(
  [
    documentPath,
    settings({
      path: documentPath.describe(
        "Path of a Markdown file from the root of the repository, or a pattern for several.",
      ),
      milestone: milestone
        .optional()
        .describe(
          "Number, title or unique prefix of the title of the milestone that the document is about.",
        ),
      live: z
        .boolean({ error: "must be true or false" })
        .optional()
        .describe(
          "Whether Milepost also keeps the boxes, marks and counts true that people wrote outside of regions (false by default).",
        ),
      titles: z
        .boolean({ error: "must be true or false" })
        .optional()
        .describe(
          "Whether in a live document a box whose own words are the whole title of one issue follows that issue, too (false by default).",
        ),
    }),
  ],
  { error: 'must be a path, or "path:" with "milestone:" or "live:"' },
);

const labelName = labelText("must be the name of a label");

function pathText(endings: readonly string[], kind: PathKind = "file") {
  const rules = { pattern: pathPattern(endings, kind), maxLength: longestPath };
  return checkedText("must be a path", (path) => findPathFault(path, endings, kind), rules);
}

/** The file's settings, as written. */
export const configSchema = settings({
  unit: z
    .enum(units, {
      error: ({ input }) =>
        `must be one of ${units.join(", ")}.${typeof input === "string" ? didYouMean(input, units) : ""}`,
    })
    .optional()
    .describe("What is counted to say how much is done: issues (default), tasks, points or hours."),
  documents: z
    .array(documentEntry, { error: "must be a list of Markdown files" })
    .max(mostDocuments, { error: `must have at most ${mostDocuments} entries` })
    .meta({ uniqueItems: true })
    .optional()
    .describe(
      "Markdown files whose regions Milepost keeps up to date; none by default. In a pattern such as `docs/**/*-plan.md`, `*` stands for any characters but a slash, `?` for one of them, `**` for any folders.",
    ),
  labels: z
    .record(
      z.string().meta({ pattern: dimensionPattern }),
      z.union([labelText("must be the start of label names"), z.literal(false), z.null()], {
        error: "must be the start of label names, or false for none",
      }),
      { error: "must be a list of names, each with the start of its labels" },
    )
    .optional()
    .describe(
      'Which labels group issues: a name and how its labels start. Added to cluster: "cluster: ", phase: "phase: " and priority: "priority: "; false removes one.',
    ),
  states: settings({
    inProgress: labelName
      .optional()
      .describe('The label of issues that are being worked on ("in progress" by default).'),
    onHold: labelName
      .optional()
      .describe('The label of issues that are set aside ("on hold" by default).'),
    blocked: labelName
      .optional()
      .describe(
        "A label that Milepost sets on issues with an open blocker, and takes off when they are free; none by default.",
      ),
  })
    .optional()
    .describe("Labels that say what becomes of an open issue."),
  epics: settings({
    label: labelName
      .optional()
      .describe('The label that marks an epic ("epic" by default), besides the issue type Epic.'),
  })
    .optional()
    .describe("How epics are recognised where there are no issue types."),
  count: settings({
    epics: z
      .boolean({ error: "must be true or false" })
      .optional()
      .describe("Whether epics count as issues of their own (true by default)."),
  })
    .optional()
    .describe("What counts."),
  commits: settings({
    every: z
      .union([z.literal(0), durationText], {
        error: "must be a duration: 0, 30m, 1h or 1d",
      })
      .optional()
      .describe("Least time between two commits to documents: 0, 30m, 1h (default) or 1d."),
  })
    .optional()
    .describe("When documents are committed."),
  commands: settings({
    prefix: checkedText(prefixRule, findPrefixFault, { pattern: prefixPattern })
      .optional()
      .describe(
        'What a command begins with ("/" by default), such as "/mp-" beside other bots. "/milepost" and the command\'s name always works.',
      ),
    disable: z
      .array(z.string({ error: "must be the name of a command" }), {
        error: "must be a list of names of commands",
      })
      .meta({ uniqueItems: true })
      .optional()
      .describe("Commands that do not run in this repository; none by default."),
  })
    .optional()
    .describe("Commands in comments."),
  notify: settings({
    unblocked: z
      .enum(notices, { error: "must be once or off" })
      .optional()
      .describe(
        "Whether Milepost comments on a closed issue, once, which issues it was the last to block (once by default) or not (off).",
      ),
  })
    .optional()
    .describe("Comments that Milepost makes unasked."),
  mode: z
    .enum(modes, {
      error: ({ input }) =>
        `must be one of ${modes.join(", ")}.${typeof input === "string" ? didYouMean(input, modes) : ""}`,
    })
    .optional()
    .describe(
      "live (default) writes the surfaces; observe computes and logs what it would write, and writes nothing.",
    ),
  onboarding: z
    .boolean({ error: "must be true or false" })
    .optional()
    .describe(
      "Whether Milepost offers plan documents to start with, in one pull request, where the settings name none (false by default).",
    ),
  timezone: checkedText("must be the IANA name of a time zone", findTimezoneFault, {
    pattern: "^[A-Za-z]",
  })
    .optional()
    .describe("IANA name of the time zone in which a day begins and ends (UTC by default)."),
  json: pathText([".json"])
    .optional()
    .describe("Path of a file for the plan as JSON; none by default."),
  _extends: checkedText(extendsRule, findExtendsFault, {
    pattern: extendsPattern,
    maxLength: longestExtends,
  })
    .optional()
    .describe(
      "Another repository, or a file in one, whose settings hold where this file says nothing: other-repo, owner/repo, owner/repo:path/to/file.yml or :path/to/file.yml.",
    ),
});

export type Settings = z.infer<typeof configSchema>;
