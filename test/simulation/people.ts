/** The people of a story: they do what its steps say, and their diary knows what must come of it. */
import type { Comment, Issue } from "../../sandbox/world/model.ts";
import { CommandModel } from "./command-model.ts";
import type { Act, Order, Orders } from "./story.ts";
import { documentPath, statusIssue, type TestedWorld } from "./tested-world.ts";

export interface Said {
  readonly comment: Comment;
  /** Of each version, oldest first. */
  readonly versions: { readonly source: string; readonly at: number; readonly lines: string[] }[];
}

interface Written {
  readonly where: "status" | "document" | number;
  readonly line: string;
}

/** Milepost does not ask whether a command that is younger than this was overtaken. */
const freshMilliseconds = 11_000;

/** From the reading of a comment to the reaction to it, in a story. */
const longestRunMilliseconds = 60_000;

export class People {
  readonly model = new CommandModel();
  readonly said: Said[] = [];
  readonly written: Written[] = [];
  readonly #world: TestedWorld;
  readonly #repository: string;

  constructor(world: TestedWorld) {
    this.#world = world;
    this.#repository = world.repository;
  }

  perform(act: Act): void {
    switch (act.do) {
      case "close":
      case "reopen":
        this.#changeState(act.issue, act.do);
        return;
      case "delete":
        if (this.#hasIssue(act.issue)) this.#as("admin").deleteIssue(this.#repository, act.issue);
        return;
      case "move":
        this.#move(act.issue, act.to);
        return;
      case "points":
        this.#setPoints(act.issue, act.value);
        return;
      case "block":
      case "unblock":
        this.#changeBlocker(act.issue, act.by, act.do === "block");
        return;
      case "say":
        this.#say(act.issue, act.by, act.orders);
        return;
      case "say-again":
        this.#sayAgain(act.place, act.orders, act.isAdded);
        return;
      case "say-between":
        this.#sayBetween(act);
        return;
      case "open":
        this.#as("writer").createIssue(this.#repository, {
          title: act.title,
          milestone: act.milestone,
        });
        return;
      case "rename-milestone":
        this.#as("writer").editMilestone(this.#repository, act.milestone, { title: act.title });
        return;
      case "write":
        this.#write(act.where === "body" ? act.issue : act.where, act.line);
        return;
      case "write-between":
        this.#writeBetween(act.where, act.line);
        return;
      case "kill":
        this.#world.killSoon(act.delay, act.down);
        return;
    }
  }

  #as(login: string) {
    return this.#world.sandbox.world.as(login);
  }

  #hasIssue(number: number): boolean {
    const issues = this.#world.sandbox.world.issues(this.#repository);
    return issues.some((issue) => issue.number === number);
  }

  #issue(number: number): Issue {
    return this.#world.sandbox.world.issue(this.#repository, number);
  }

  #did(fact: string, value: string | number | boolean | null): void {
    this.model.did(this.#world.now(), fact, value, this.#mayYetRun);
  }

  /** It has no receipt, and Milepost has either begun with it or takes it as too young to be overtaken. */
  readonly #mayYetRun = (source: string, at: number): boolean => {
    if (this.#hasReceipt(source, at)) return false;
    const isFresh = this.#world.now() - at < freshMilliseconds;
    return isFresh || this.#world.isBusy;
  };

  /** That of an edit shortly before it may be of a run that had not read the edit, and whose process died. */
  #hasReceipt(source: string, at: number): boolean {
    const said = this.said.find(({ versions }) => versions.some((one) => one.source === source));
    const isEdit = said?.versions[0]?.source !== source;
    const since = isEdit ? at + longestRunMilliseconds : at;
    const isBot = ({ user }: Comment["reactions"][number]) => user.type === "Bot";
    return (
      said?.comment.reactions.some((one) => isBot(one) && Date.parse(one.createdAt) > since) ===
      true
    );
  }

  #changeState(number: number, act: "close" | "reopen"): void {
    const { state } = this.#issue(number);
    if ((state === "open") !== (act === "close")) return;
    if (act === "close") this.#as("writer").closeIssue(this.#repository, number, "completed");
    else this.#as("writer").reopenIssue(this.#repository, number);
    this.#did(`state ${number}`, act === "close" ? "completed" : "open");
  }

  #move(number: number, to: number | null): void {
    if ((this.#issue(number).milestone?.number ?? null) === to) return;
    this.#as("writer").setMilestone(this.#repository, number, to);
    this.#did(`milestone ${number}`, to);
  }

  #setPoints(number: number, value: number | null): void {
    const present = [...this.#issue(number).labels].filter(({ name }) => /^points: /.test(name));
    if (value === null ? present.length === 0 : present[0]?.name === `points: ${value}`) return;
    const writer = this.#as("writer");
    for (const { name } of present) writer.removeLabel(this.#repository, number, name);
    if (value !== null) writer.addLabels(this.#repository, number, [`points: ${value}`]);
    this.#did(`points ${number}`, value);
  }

  #changeBlocker(number: number, by: number, isWanted: boolean): void {
    const blockers = [...this.#issue(number).blockedBy].map((issue) => issue.number);
    if (blockers.includes(by) === isWanted) return;
    if (isWanted) this.#as("writer").addBlockedBy(this.#repository, number, by);
    else this.#as("writer").removeBlockedBy(this.#repository, number, by);
    this.#did(`blocker ${number} ${by}`, isWanted);
  }

  #say(number: number, by: string, orders: Orders): void {
    const lines = orders.map(lineOf);
    const comment = this.#as(by).comment(this.#repository, number, `Please:\n${lines.join("\n")}`);
    const said: Said = { comment, versions: [] };
    this.said.push(said);
    this.#note(said, lines, by === "reader" ? [] : orders);
  }

  /** A line that stood there before need not run again; one that has not run yet may or may not. */
  #sayAgain(place: number, orders: Orders, isAdded: boolean): void {
    const said = this.said[place % this.said.length];
    const version = said?.versions.at(-1);
    if (!said || !version || said.comment.author.login === "reader") return;
    const hasRun = this.#hasReceipt(version.source, version.at);
    const lines = orders.map(lineOf);
    const kept = isAdded ? version.lines : [];
    if (!hasRun) {
      for (const { source } of said.versions) this.model.mayBeUnheard(source);
    }
    const text = `Please:\n${[...kept, ...lines].join("\n")}`;
    this.#as(said.comment.author.login).editComment(this.#repository, said.comment.id, text);
    const now = this.#world.now();
    if (!hasRun && isAdded) this.model.repeat(version.source, now, sourceOf(said));
    const stood = new Set(said.versions.flatMap((one) => one.lines));
    const isCertain = (order: Order) => !stood.has(lineOf(order));
    this.#note(said, [...kept, ...lines], orders, isCertain);
  }

  #sayBetween({ orders, down }: Extract<Act, { do: "say-between" }>): void {
    const { faults } = this.#world.sandbox;
    const die = () => {
      if (down !== null) this.#world.killSoon(0, down);
    };
    faults.before({ kind: "write" }, () => {
      if (this.said.length === 0) return;
      this.#sayAgain(this.said.length - 1, orders, true);
      faults.before({ operation: "React" }, die);
    });
  }

  #note(
    said: Said,
    lines: string[],
    orders: Orders,
    isCertain: (order: Order) => boolean = () => true,
  ): void {
    const at = this.#world.now();
    const source = sourceOf(said);
    said.versions.push({ source, at, lines });
    for (const order of orders) {
      const [fact, value] = factOf(said.comment.issue.number, order);
      this.model.commanded(at, fact, value, source, isCertain(order));
    }
  }

  #write(where: "status" | "document" | number, line: string): void {
    const { sandbox } = this.#world;
    if (where === "document") {
      const text = sandbox.world.text(this.#repository, documentPath) ?? "";
      this.#as("writer").push(this.#repository, { [documentPath]: withLine(text, line) }, "Write");
    } else {
      const issue = where === "status" ? statusIssue(this.#world) : this.#issue(where);
      if (issue === undefined) return;
      const body = withLine(issue.body, line);
      this.#as("maintainer").editIssue(this.#repository, issue.number, { body });
      if (where !== "status") this.#doubtTasks(where);
    }
    this.written.push({ where, line });
  }

  /** Whoever edits a text after a command to change it has the last word. */
  #doubtTasks(issue: number): void {
    this.model.doubt(
      (fact, source, at) => fact.startsWith(`task ${issue} `) && !this.#hasReceipt(source, at),
    );
  }

  #writeBetween(where: "status" | "document", line: string): void {
    const operation = where === "status" ? "updateIssue" : "createCommitOnBranch";
    this.#world.sandbox.faults.before({ operation }, () => this.#write(where, line));
  }
}

function sourceOf({ comment, versions }: Said): string {
  return `${comment.id}@${versions.length}`;
}

/** Before or after all that Milepost writes there. */
function withLine(text: string, line: string): string {
  return line.length % 2 === 0 ? `${line}\n\n${text}` : `${text}\n${line}\n`;
}

function lineOf(order: Order): string {
  switch (order.give) {
    case "move":
      return `/move ${order.to === null ? "none" : `M${order.to}`}`;
    case "points":
      return `/points ${order.value ?? "none"}`;
    case "blocked-by":
    case "unblock":
      return `/${order.give} #${order.by}`;
    case "note":
      return `/note ${order.text}`;
    case "task":
      return `/task add ${order.text}`;
    case "drop":
      return "/drop because nobody needs it";
  }
}

function factOf(issue: number, order: Order): [string, string | number | boolean | null] {
  switch (order.give) {
    case "move":
      return [`milestone ${issue}`, order.to];
    case "points":
      return [`points ${issue}`, order.value];
    case "blocked-by":
    case "unblock":
      return [`blocker ${issue} ${order.by}`, order.give === "blocked-by"];
    case "note":
      return [`note ${issue}`, order.text];
    case "task":
      return [`task ${issue} ${order.text}`, 1];
    case "drop":
      return [`state ${issue}`, "not_planned"];
  }
}
