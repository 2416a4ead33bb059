// A GFM table from cells that are Markdown already and escaped. No padding: a changed cell changes one
// line of the diff.

/** A column: its heading, and to which side its cells lean. */
export interface TableColumn {
  readonly text: string;
  readonly align?: "left" | "right";
}

/**
 * The lines of the table, each ended by "\n". A missing cell is empty, one too many is an error, and so is
 * a line break or an unescaped "|" in a cell.
 */
export function renderTable(
  header: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [
    renderRow(header.map((column) => column.text)),
    renderRow(header.map((column) => delimiters[column.align ?? "none"])),
    ...rows.map((row) => renderRow(fitRow(row, header.length))),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const delimiters = { none: "---", left: ":--", right: "--:" };

function fitRow(row: readonly string[], width: number): readonly string[] {
  if (row.length > width) {
    throw new RangeError(`A table row has ${row.length} cells for ${width} columns`);
  }
  return [...row, ...Array<string>(width - row.length).fill("")];
}

function renderRow(cells: readonly string[]): string {
  for (const cell of cells) {
    if (/[\r\n]|(?<!\\)(?:\\\\)*\|/.test(cell)) {
      throw new RangeError(
        `A table cell holds a line break or a bare "|": ${JSON.stringify(cell)}`,
      );
    }
  }
  return `| ${cells.join(" | ")} |`;
}
