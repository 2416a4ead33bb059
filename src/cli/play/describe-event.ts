/** A step as a person would say it: "close #408". */
import type { PlayedEvent, SingleEvent } from "./event-schema.ts";

export function describeEvent(event: PlayedEvent): string {
  if (event.do !== "all") return describeOne(event);
  const closes = event.events.filter((one) => one.do === "close");
  if (closes.length === event.events.length) {
    return `close ${closes.map((one) => name(one.issue)).join(", ")}`;
  }
  return event.events.map(describeOne).join(", ");
}

function describeOne(event: SingleEvent): string {
  switch (event.do) {
    case "close":
      return `close ${name(event.issue)}${event.reason ? ` as ${event.reason.replace("_", " ")}` : ""}`;
    case "reopen":
    case "edit":
      return `${event.do} ${name(event.issue)}`;
    case "move":
      return `move ${name(event.issue)} ${event.milestone === null ? "out of its milestone" : `to ${event.milestone}`}`;
    case "label":
    case "unlabel":
      return `${event.do} ${name(event.issue)} "${event.label}"`;
    case "block":
      return `${name(event.issue)} is blocked by ${name(event.by)}`;
    case "unblock":
      return `${name(event.issue)} is no longer blocked by ${name(event.by)}`;
    case "create":
      return `create "${event.title}"`;
    case "comment":
      return `${event.by} comments on ${name(event.issue)}`;
    case "push":
      return `push ${Object.keys(event.files).join(", ")}`;
    case "rename-milestone":
      return `rename ${event.milestone} to "${event.title}"`;
    case "advance":
      return `${event.days} ${event.days === 1 ? "day passes" : "days pass"}`;
  }
}

function name(issue: number | string): string {
  return typeof issue === "number" ? `#${issue}` : issue;
}
