// The tables of a document, as cells.

import type { DocumentLine } from "./document-lines.ts";

export interface TableRow {
  readonly line: number;
  /** Trimmed; what is no prose is left out. */
  readonly cells: readonly string[];
  /** The row as it stands. */
  readonly source: string;
}

export interface ReadTable {
  readonly line: number;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

const delimiters = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

export function readTables(lines: readonly DocumentLine[]): readonly ReadTable[] {
  const tables: ReadTable[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind !== "row" || !delimiters.test(lines[index + 1]?.text ?? "")) continue;
    if (delimiters.test(line.text)) continue;
    const rest = lines.slice(index + 2);
    const length = rest.findIndex(({ kind, source }) => kind !== "row" && !isBareRow(source));
    const rows = (length < 0 ? rest : rest.slice(0, length)).map(toRow);
    tables.push({ line: line.line, header: toRow(line).cells, rows });
  }
  return tables;
}

/** The column whose heading fits; -1 where there is none. */
export function findColumn(table: ReadTable, heading: RegExp): number {
  return table.header.findIndex((cell) => heading.test(cell));
}

/** A row of comments alone is no prose, and a row all the same. */
function isBareRow(source: string): boolean {
  return /^\s*\|.*\|\s*$/.test(source);
}

function toRow({ line, text, source }: DocumentLine): TableRow {
  const cells = text
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/);
  return { line, source, cells: cells.map((cell) => cell.trim()) };
}
