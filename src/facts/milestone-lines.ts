/**
 * What GitHub has no field for stands in lines at the end of a milestone's description:
 * "Start: 2026-01-13", "Needs: 5.1-5.3, #407", "Note: …". Read here and written here.
 */
import { type Day, isDay } from "../domain/calendar.ts";

export interface MilestoneLines {
  readonly start: Day | null;
  /** As written, not yet resolved. */
  readonly needs: string | null;
  readonly note: string | null;
}

const names = ["start", "needs", "note"] as const;

type Name = (typeof names)[number];

interface NamedLine {
  readonly name: Name;
  readonly value: string;
  readonly text: string;
}

export function readMilestoneLines(description: string): MilestoneLines {
  return valuesOf(lastLines(description).lines);
}

/** What stands behind "Start:" where that is no day; null where all is well. */
export function unreadableStart(description: string): string | null {
  const start = findValue(lastLines(description).lines, "start") ?? "";
  return start === "" || isDay(start) ? null : start;
}

/** The description with these lines. What they do not change stays as it is, unreadable lines too. */
export function writeMilestoneLines(description: string, wanted: MilestoneLines): string {
  const { prose, lines } = lastLines(description);
  const present = valuesOf(lines);
  const texts = names
    .filter((name) => present[name] !== inOneLine(wanted[name]))
    .reduce((all, name) => replaceLine(all, name, inOneLine(wanted[name])), lines)
    .map(({ text }) => text);
  if (texts.length === 0) return prose.trimEnd();
  const lineEnd = description.includes("\r\n") ? "\r\n" : "\n";
  const gap = lines.length === 0 && prose !== "" ? lineEnd + lineEnd : "";
  return `${prose}${gap}${texts.join(lineEnd)}`;
}

/** Only the last lines count; an earlier "Note: …" is the author's own prose. */
function lastLines(description: string): { prose: string; lines: readonly NamedLine[] } {
  const texts = description.trimEnd().split("\n");
  const lines: NamedLine[] = [];
  for (const text of texts.toReversed()) {
    const line = parseLine(text.replace(/\r$/, ""));
    if (!line) break;
    lines.unshift(line);
  }
  const kept = texts.slice(0, texts.length - lines.length);
  const isCut = lines.length > 0 && kept.length > 0;
  return { prose: kept.join("\n") + (isCut ? "\n" : ""), lines };
}

function parseLine(text: string): NamedLine | undefined {
  const [, word = "", value = ""] = /^(start|needs|note):\s*(.*)$/i.exec(text.trim()) ?? [];
  const name = names.find((one) => one === word.toLowerCase());
  return name && { name, value: value.trim(), text };
}

function valuesOf(lines: readonly NamedLine[]): MilestoneLines {
  const start = findValue(lines, "start") ?? "";
  return {
    start: isDay(start) ? start : null,
    needs: findValue(lines, "needs") || null,
    note: findValue(lines, "note") || null,
  };
}

/** Of several with the same name, the first counts. */
function findValue(lines: readonly NamedLine[], name: Name): string | undefined {
  return lines.find((line) => line.name === name)?.value;
}

/** In its place, or where it would be if all were there. */
function replaceLine(
  lines: readonly NamedLine[],
  name: Name,
  value: string | null,
): readonly NamedLine[] {
  const others = lines.filter((line) => line.name !== name);
  if (value === null) return others;
  const text = `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`;
  const present = lines.findIndex((line) => line.name === name);
  const next = others.findIndex((line) => names.indexOf(line.name) > names.indexOf(name));
  const place = [present, next].find((index) => index >= 0) ?? others.length;
  return others.toSpliced(place, 0, { name, value, text });
}

function inOneLine<T extends string>(text: T | null): string | null {
  return text === null ? null : text.replace(/\s+/g, " ").trim();
}
