/** What the App does now or did last, in one line. */
import type { Exhibit } from "../exhibit.ts";
import type { Round, RoundResult } from "../live-log/round.ts";

export interface AppState {
  readonly mood: "idle" | "busy" | "trouble" | "off";
  readonly words: string;
}

export function appState({ app, live }: Exhibit): AppState {
  const last = live.rounds.at(-1);
  if (!app.isRunning) return { mood: "off", words: `${app.name} is not running` };
  if (last === undefined) return { mood: "busy", words: `${app.name} starts` };
  if (last.end === undefined) return { mood: "busy", words: `${app.name} is at work` };
  const mood = last.end.result.kind === "failed" ? "trouble" : "idle";
  return { mood, words: `${app.name} ${resultWords(last.end.result)}${costWords(last)}` };
}

export function resultWords(result: RoundResult): string {
  switch (result.kind) {
    case "wrote":
      return `wrote ${joined(result.what)}`;
    case "nothing":
      return `wrote nothing: ${result.because}`;
    case "failed":
      return `did not get through: ${result.because}${retryWords(result.retrySeconds)}`;
    case "life":
      return result.what;
  }
}

function retryWords(seconds: number | null): string {
  return seconds === null ? "" : ` It tries again in ${seconds} s.`;
}

function costWords({ end, calls }: Round): string {
  if (end === undefined || calls.length === 0) return "";
  return ` · ${Math.round(end.after)} ms`;
}

function joined(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
