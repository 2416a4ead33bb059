// Small edits of the plan documents, each of which mends one contradiction or makes one.

export interface PlanEdit {
  readonly plan: string;
  /** What is mended, or made; a title for the test. */
  readonly what: string;
  /** Line, what stands there, what is to stand there. */
  readonly edits: readonly (readonly [line: number, from: string, to: string])[];
  /** "rule @line" of the one finding that goes, or comes. */
  readonly gone?: string;
  readonly come?: string;
}

const m2 = "m2-data-foundations";
const phase5 = "phase-5-status";
const database = "database-roadmap";

const mended: readonly PlanEdit[] = [
  {
    plan: m2,
    what: "the parts no longer exceed the whole",
    edits: [[17, "39/39", "36/36"]],
    gone: "part-exceeds-whole @17",
  },
  {
    plan: m2,
    what: "the second copy gives no count",
    edits: [[46, " (4 issues)", ""]],
    gone: "duplicate-section-disagrees @31",
  },
  {
    plan: m2,
    what: "the whole is the sum of its parts",
    edits: [[190, "78% (39/50)", "75% (39/52)"]],
    gone: "totals-do-not-add @190",
  },
  {
    plan: m2,
    what: "the list holds as many as it says",
    edits: [
      [180, "#33, ", ""],
      [180, "#71, ", ""],
      [180, "#108, ", ""],
    ],
    gone: "count-vs-list @180",
  },
  {
    plan: m2,
    what: "an open box is no longer ticked elsewhere",
    edits: [
      [60, "[x] #310 Epic: Telemetry Consolidation & Event Enrichment (parent tracking issue)", ""],
    ],
    gone: "state-conflict @35",
  },
  {
    plan: m2,
    what: "done and remaining are no longer the whole",
    edits: [[31, "11 issues (9", "12 issues (10"]],
    gone: "double-count @35",
  },
  {
    plan: m2,
    what: "a done issue is not done in its part",
    edits: [[59, "[x] #353 timing", "timing"]],
    gone: "missing-from-list @59",
  },
  {
    plan: m2,
    what: "the first phase is counted once",
    edits: [
      [57, "✅ COMPLETE (5/5 + Epic #310 + 1 deprecation)", "(6/7)"],
      [194, "11/11 ✅", "6/7"],
    ],
    gone: "count-vs-list @57",
  },
  {
    plan: m2,
    what: "the second phase lists what it counts",
    edits: [
      [195, "10/10", "12/12"],
      [65, "9/9", "12/12"],
      [68, "#309 audit", "#309 audit | [x] #299 a | [x] #300 b | [x] #301 c"],
    ],
    gone: "count-vs-list @20",
  },
  {
    plan: m2,
    what: "the alerts are counted by their marks",
    edits: [[73, "4/5", "3/4"]],
    gone: "count-vs-list @73",
  },
  {
    plan: m2,
    what: "a range no longer takes in what is in progress",
    edits: [
      [21, "#289-298", "#289-292, #294-298"],
      [43, "#289-298", "#289-292, #294-298"],
    ],
    gone: "state-conflict @21",
  },
  {
    plan: m2,
    what: "what waits is not counted in two phases",
    edits: [[84, "#297 ", "the "]],
    gone: "state-conflict @21",
  },
  {
    plan: m2,
    what: "the list of all that is done has the dashboards",
    edits: [[180, "#290,", "#283, #289-292, #294, #295,"]],
    gone: "missing-from-list @21",
  },
  {
    plan: m2,
    what: "every issue that is done is in a part",
    edits: [
      [180, "#33, ", ""],
      [180, "#71, ", ""],
      [180, "#108, #111, ", ""],
      [180, "#228-233, #257, ", ""],
    ],
    gone: "unclustered @180",
  },
  {
    plan: m2,
    what: "integrity is counted in one place",
    edits: [[78, " (1/1)", ""]],
    gone: "count-vs-list @25",
  },
  {
    plan: m2,
    what: "all was moved to one milestone",
    edits: [
      [86, " (0/3 - moved to M4)", ""],
      [88, "moved to M4", "postponed"],
    ],
    gone: "moved-to-two-places @38",
  },
  {
    plan: m2,
    what: "the lists of what was moved are the same",
    edits: [
      [51, "#284-285", "#284-286"],
      [51, "deprecation)", "deprecation), #256, #318, #347, #393"],
    ],
    gone: "list-drift @38",
  },
  {
    plan: m2,
    what: "the partition work is in one milestone",
    edits: [[139, "Issue #411 → M3", "its issue → M3"]],
    gone: "issue-in-two-milestones @15",
  },
  {
    plan: m2,
    what: "the chains have one order",
    edits: [[3, "#409→#410", "#410→#409"]],
    gone: "dependency-order @3",
  },
  {
    plan: m2,
    what: "the documents are counted in one part",
    edits: [[198, "#403", "its first"]],
    gone: "double-count @22",
  },
  {
    plan: m2,
    what: "the phases are in order",
    edits: [[86, "Phase 10", "Phase 5"]],
    gone: "number-series @98",
  },
  {
    plan: m2,
    what: "nothing is optional that was moved",
    edits: [[63, "; #318 optional if capacity", ""]],
    gone: "scope-conflict @63",
  },
  {
    plan: m2,
    what: "one issue blocks the next milestone",
    edits: [
      [7, ", blocks M3", ""],
      [12, " **[BLOCKS M3]**", ""],
    ],
    gone: "marker-scope @7",
  },
  {
    plan: m2,
    what: "an issue has one name",
    edits: [
      [113, "World Event Type-Specific Payload Handlers", "Dead-Letter Handlers for World Events"],
    ],
    gone: "title-drift @84",
  },
  {
    plan: m2,
    what: "another issue has one name",
    edits: [
      [
        123,
        "Docs: Update Telemetry Catalog & Navigation Events",
        "Observability Docs Consolidation",
      ],
    ],
    gone: "title-drift @84",
  },
  {
    plan: m2,
    what: "lines no longer run together",
    edits: [[38, "(humor telemetry)", "(humor telemetry)  "]],
    gone: "broken-markdown @38",
  },
  {
    plan: m2,
    what: "lists begin on lines of their own",
    edits: [
      [149, " 2. #404", " #404"],
      [151, " 6. #410", " #410"],
      [153, " 7. #409", " #409"],
    ],
    gone: "broken-markdown @149",
  },
  {
    plan: m2,
    what: "nothing says that the children of an epic are gone",
    edits: [[63, "child issues", "relatives"]],
    gone: "epic-closable @63",
  },
  {
    plan: m2,
    what: "the summary no longer says that all telemetry is done",
    edits: [[3, "Telemetry ✅", "Telemetry 📋"]],
    gone: "summary-vs-detail @3",
  },
  {
    plan: m2,
    what: "nothing is said to be in progress of what is not",
    edits: [
      [3, "Persistence 🔨", "Persistence 📋"],
      [199, "🔨 ", ""],
    ],
    gone: "state-conflict @3",
  },
  {
    plan: phase5,
    what: "the risk is about something else",
    edits: [[148, "Milestone 5.3", "the store"]],
    gone: "active-risk-on-complete-milestone @44",
  },
  {
    plan: phase5,
    what: "the row is filled in",
    edits: [[164, "<!-- Description -->", "Old code"]],
    gone: "placeholder-row @164",
  },
  {
    plan: phase5,
    what: "one milestone took a day longer",
    edits: [[30, "07-26", "07-27"]],
    gone: "all-same-day @30",
  },
  {
    plan: phase5,
    what: "a dependency has a name",
    edits: [[125, "All previous milestones", "Milestone 5.10"]],
    gone: "dependency-on-everything @125",
  },
  {
    plan: phase5,
    what: "what was needed is there",
    edits: [
      [187, "[ ]", "[x]"],
      [189, "[ ]", "[x]"],
    ],
    gone: "complete-with-open-dependency @47",
  },
  {
    plan: database,
    what: "a milestone has one title",
    edits: [[148, "Contracts and Lineage", "Contracts"]],
    gone: "title-drift @50",
  },
  {
    plan: database,
    what: "the tasks are different",
    edits: [[144, "Apply schema script", "Deploy tool"]],
    gone: "possible-duplicate @131",
  },
  {
    plan: database,
    what: "a document is not named",
    edits: [[151, " (DCON-001)", ""]],
    gone: "missing-doc @151",
  },
  {
    plan: database,
    what: "another document is not named",
    edits: [[156, " (LIN-001)", ""]],
    gone: "missing-doc @156",
  },
];

const made: readonly PlanEdit[] = [
  {
    plan: m2,
    what: "an issue moved away is still worked on",
    edits: [[37, "#258 (handlers), ", "#258 (handlers), #404 (state), "]],
    come: "issue-in-two-milestones @12",
  },
  {
    plan: m2,
    what: "an open issue has a check mark elsewhere",
    edits: [[158, "#412", "✅ #412"]],
    come: "state-conflict @15",
  },
  {
    plan: m2,
    what: "an issue is in two parts of the breakdown",
    edits: [[198, "#412)", "#412, #41)"]],
    come: "double-count @19",
  },
  {
    plan: m2,
    what: "an issue is moved to two milestones",
    edits: [[175, "#393 humor telemetry", "#393 humor telemetry, #313 queue correlation"]],
    come: "moved-to-two-places @37",
  },
  {
    plan: m2,
    what: "a done issue is missing among all that is done",
    edits: [[60, "[x] #310", "[x] #1000 later | [x] #310"]],
    come: "missing-from-list @60",
  },
  {
    plan: m2,
    what: "an issue has another name",
    edits: [[100, "#256 Relative Direction Support", "#256 Direction signs on the logo"]],
    come: "title-drift @48",
  },
  {
    plan: m2,
    what: "figures in brackets do not add up",
    edits: [[182, "2 infrastructure", "3 infrastructure"]],
    come: "totals-do-not-add @182",
  },
  {
    plan: m2,
    what: "a list is shorter than it says",
    edits: [[33, "(7 issues)", "(8 issues)"]],
    come: "count-vs-list @33",
  },
  {
    plan: m2,
    what: "a stage is shorter than it says",
    edits: [[145, "(1 issue)", "(2 issues)"]],
    come: "count-vs-list @145",
  },
  {
    plan: m2,
    what: "a phase is shorter than it says",
    edits: [[98, "(0/4)", "(0/5)"]],
    come: "count-vs-list @98",
  },
  {
    plan: m2,
    what: "a percentage is not that of its count",
    edits: [[190, "78%", "87%"]],
    come: "arithmetic @190",
  },
  {
    plan: phase5,
    what: "a milestone depends on everything before it",
    edits: [[85, "Milestones 5.1-5.3 complete", "All previous milestones complete"]],
    come: "dependency-on-everything @85",
  },
  {
    plan: phase5,
    what: "a percentage is not that of its count",
    edits: [[27, "9/9 items (100%)", "9/10 items (100%)"]],
    come: "arithmetic @27",
  },
  {
    plan: database,
    what: "a title carries a warning",
    edits: [[77, "DDL", "DDL ⚠️ URGENT"]],
    come: "decoration-in-title @77",
  },
  {
    plan: database,
    what: "a milestone has two titles",
    edits: [[102, "Iceberg Layout", "Iceberg Layout and Tools"]],
    come: "title-drift @48",
  },
  {
    plan: database,
    what: "a document without a path is named",
    edits: [[62, "multi-tenant classification", "multi-tenant classification (SEC-001)"]],
    come: "missing-doc @62",
  },
];

export const editsOfPlans: readonly PlanEdit[] = [...mended, ...made];
