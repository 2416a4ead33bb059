/** What must hold once the world is quiet: each breach as a sentence. */
import type { Issue } from "../../sandbox/world/model.ts";
import type { Wanted } from "../../src/engine/sync-report.ts";
import { readNotebook } from "../../src/facts/notebook.ts";
import type { Value } from "./command-model.ts";
import type { People } from "./people.ts";
import { issueCount } from "./story.ts";
import {
  documentPath,
  exportPath,
  statusIssue,
  statusIssues,
  type TestedWorld,
} from "./tested-world.ts";

/** "at-once": all but the documents, which may wait for their time. */
export async function checkEnd(
  world: TestedWorld,
  people: People,
  what: "all" | "at-once" = "all",
): Promise<readonly string[]> {
  const { wanted, skipped } = (await world.look()) ?? { wanted: null, skipped: "no report" };
  return [
    ...checkStatusIssue(world),
    ...(wanted === null ? [`nothing is wanted: ${skipped}`] : checkStatusText(wanted)),
    ...(what === "all" ? [...checkDocuments(wanted), ...checkExport(world)] : []),
    ...checkWritten(world, people),
    ...checkFacts(world, people),
    ...checkReceipts(people),
    ...checkComments(world),
    ...checkHistory(world),
    ...checkBlockedLabels(world),
  ];
}

function checkStatusIssue(world: TestedWorld): readonly string[] {
  const { length } = statusIssues(world);
  return length === 1 ? [] : [`there are ${length} status issues`];
}

/** Equal to what a process that knows nothing would write: the render of what GitHub says now. */
function checkDocuments(wanted: Wanted | null): readonly string[] {
  return (wanted?.files ?? []).map(({ path }) => `${path} is not what it should be`);
}

function checkStatusText({ status }: Wanted): readonly string[] {
  if (status !== null && status.before === status.after) return [];
  return [`the status issue is not what it should be${difference(status)}`];
}

function difference(status: { before: string | null; after: string } | null): string {
  if (status === null) return ": its markers are broken";
  const [before, after] = [status.before?.split("\n") ?? [], status.after.split("\n")];
  const lost = before.filter((line) => !after.includes(line));
  const wanted = after.filter((line) => !before.includes(line));
  return `:\n  is:     ${lost.join("\n          ")}\n  wanted: ${wanted.join("\n          ")}`;
}

interface Exported {
  readonly milestones: readonly {
    readonly number: number;
    readonly completed: readonly number[];
    readonly remaining: readonly number[];
  }[];
}

/** By a look at the world that knows nothing of how Milepost reads it. */
function checkExport(world: TestedWorld): readonly string[] {
  const text = world.sandbox.world.text(world.repository, exportPath);
  if (text === undefined) return ["there is no export"];
  const { milestones }: Exported = JSON.parse(text);
  return milestones.flatMap(({ number, completed, remaining }) => {
    const issues = world.sandbox.world
      .issues(world.repository)
      .filter(({ milestone }) => milestone?.number === number);
    const numbers = (isMeant: (issue: Issue) => boolean) =>
      String(issues.filter(isMeant).map((issue) => issue.number));
    const isOpen = ({ state }: Issue) => state === "open";
    const isDone = ({ stateReason, state }: Issue) =>
      state === "closed" && stateReason === "completed";
    return [
      ...differ(`remaining of milestone ${number}`, numbers(isOpen), sorted(remaining)),
      ...differ(`completed of milestone ${number}`, numbers(isDone), sorted(completed)),
    ];
  });
}

function sorted(numbers: readonly number[]): string {
  return String(numbers.toSorted((a, b) => a - b));
}

function differ(what: string, isSo: string, says: string): readonly string[] {
  return isSo === says ? [] : [`${what}: the export says ${says}, but it is ${isSo}`];
}

function checkWritten(world: TestedWorld, { written }: People): readonly string[] {
  const { sandbox, repository } = world;
  return written.flatMap(({ where, line }) => {
    const text =
      where === "document"
        ? sandbox.world.text(repository, documentPath)
        : where === "status"
          ? statusIssue(world)?.body
          : sandbox.world.issue(repository, where).body;
    const count = (text ?? "").split("\n").filter((one) => one === line).length;
    return count === 1 ? [] : [`"${line}" in ${where} is there ${count} times`];
  });
}

function checkFacts(world: TestedWorld, { model }: People): readonly string[] {
  return factNames(model.facts()).flatMap((fact) => {
    const isSo = readFact(world, fact);
    const possible = model.possible(fact, atFirst(fact));
    if (possible.has(isSo) || isTorn(isSo, possible)) return [];
    return [`${fact} is ${isSo}, but should be ${[...possible].join(" or ")}`];
  });
}

/**
 * GitHub knows no labels that exclude each other: where a person sets one in the moment in which a command sets
 * another, both stay, and a finding asks to take one off.
 */
function isTorn(isSo: Value, possible: ReadonlySet<Value>): boolean {
  const values = typeof isSo === "string" ? isSo.split(" and ").map(Number) : [];
  return values.length > 1 && values.every((value) => possible.has(value));
}

/** What nobody spoke of is as it was. */
function factNames(told: readonly string[]): readonly string[] {
  const numbers = Array.from({ length: issueCount }, (_, index) => index + 1);
  const always = numbers.flatMap((number) =>
    ["state", "milestone", "points", "note"].map((kind) => `${kind} ${number}`),
  );
  return [...new Set([...always, ...told])];
}

function atFirst(fact: string): Value {
  const [kind, number] = fact.split(" ");
  switch (kind) {
    case "state":
      return "open";
    case "milestone":
      return 1 + (Number(number) % 2);
    case "blocker":
      return false;
    case "task":
      return 0;
    default:
      return null;
  }
}

function readFact(world: TestedWorld, fact: string): Value {
  const { sandbox, repository } = world;
  const [kind, number = "", ...rest] = fact.split(" ");
  const issue = sandbox.world.issue(repository, Number(number));
  switch (kind) {
    case "state":
      return issue.state === "open" ? "open" : issue.stateReason;
    case "milestone":
      return issue.milestone?.number ?? null;
    case "points": {
      const labels = [...issue.labels].filter(({ name }) => name.startsWith("points: "));
      const values = labels.map(({ name }) => Number(name.slice("points: ".length)));
      return values.length > 1 ? values.join(" and ") : (values[0] ?? null);
    }
    case "note":
      return readNotebook(statusIssue(world)?.body ?? "")?.issues[number]?.note?.text ?? null;
    case "blocker":
      return [...issue.blockedBy].some((one) => one.number === Number(rest[0]));
    default:
      return issue.body.split("\n").filter((line) => line.endsWith(`] ${rest.join(" ")}`)).length;
  }
}

const receipts = new Set(["rocket", "confused", "eyes"]);

function checkReceipts({ said }: People): readonly string[] {
  return said.flatMap(({ comment }) => {
    const own = comment.reactions.filter(
      ({ user, content }) => user.type === "Bot" && receipts.has(content),
    );
    const names = own.map(({ content }) => content).join(", ") || "none";
    const about = `comment ${comment.id} on #${comment.issue.number}`;
    if (own.length !== 1) return [`${about} has the receipts: ${names}`];
    if (comment.author.login !== "reader" || names === "confused") return [];
    return [`${about} is by a reader, and its receipt is ${names}`];
  });
}

/** What Milepost says carries a key, and is said once. */
function checkComments({ sandbox, repository }: TestedWorld): readonly string[] {
  return sandbox.world.issues(repository).flatMap(({ number, comments }) => {
    const own = comments.filter(({ author }) => author.type === "Bot");
    const keys = own.map(({ body }) => /<!-- milepost-[a-z]+ [^>]*-->/.exec(body)?.[0] ?? body);
    const doubled = keys.filter((key, index) => keys.indexOf(key) !== index);
    return doubled.map((key) => `#${number} has two comments with ${key}`);
  });
}

/** No edit and no commit that changes nothing. */
function checkHistory(world: TestedWorld): readonly string[] {
  const { sandbox, repository } = world;
  const bodies = (statusIssue(world)?.edits ?? []).map(({ body }) => body);
  const idle = bodies.filter((body, index) => index > 0 && body === bodies[index - 1]);
  const commits = sandbox.world.commits(repository);
  const empty = commits.filter(({ files, parents, author }) => {
    const before = parents[0]?.files;
    if (author.type !== "Bot" || before === undefined) return false;
    return [...files].every(([path, { sha }]) => before.get(path)?.sha === sha);
  });
  return [
    ...idle.map(() => "an edit of the status issue changed nothing"),
    ...empty.map(() => "a commit changed nothing"),
  ];
}

function checkBlockedLabels(world: TestedWorld): readonly string[] {
  const { sandbox, repository } = world;
  if (!world.labelsBlocked) return [];
  return sandbox.world.issues(repository).flatMap(({ number, state, labels, blockedBy }) => {
    const isBlocked = state === "open" && [...blockedBy].some((one) => one.state === "open");
    const isLabelled = [...labels].some(({ name }) => name === "blocked");
    return isBlocked === isLabelled || state === "closed"
      ? []
      : [`#${number} is ${isBlocked ? "" : "not "}blocked, and its label says otherwise`];
  });
}
