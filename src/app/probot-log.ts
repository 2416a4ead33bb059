/**
 * The engine's log in the shape that Probot and Octokit ask for. Of their fields nothing is kept but errors:
 * they log each request with its body, which holds the texts of issues and documents.
 */
import type { Probot } from "probot";
import type { Log } from "../engine/ports.ts";

type Write = (fields: object, message: string) => void;

export function asProbotLog(log: Log): Probot["log"] {
  const probotLog = {
    level: "debug",
    trace: nothing,
    debug: accept((fields, message) => log.debug(fields, message)),
    info: accept((fields, message) => log.info(fields, message)),
    warn: accept((fields, message) => log.warn(fields, message)),
    error: accept((fields, message) => log.error(fields, message)),
    fatal: accept((fields, message) => log.error(fields, message)),
    child: () => probotLog,
  };
  // Their type is all of pino, of which they call no more than this.
  return probotLog as unknown as Probot["log"];
}

function nothing(): void {}

function accept(write: Write) {
  return (first: unknown, message?: string): void => {
    if (typeof first === "string") write({}, first);
    else if (first instanceof Error) write({ err: first }, message ?? first.message);
    else write({}, message ?? "");
  };
}
