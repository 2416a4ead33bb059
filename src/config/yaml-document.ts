// YAML with the places of its keys and values. Aliases are refused, so a small file cannot unfold into a
// large one, and errors are worded for people who do not know the specification.

import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { ConfigError } from "./config.ts";
import { explainYamlError } from "./yaml-errors.ts";

type Path = readonly PropertyKey[];
export type Place = Pick<ConfigError, "line" | "column">;

export interface YamlDocument {
  /** What the file says; an empty object for an empty one, undefined if it cannot be read. */
  readonly value: unknown;
  readonly errors: readonly ConfigError[];
  /** Where the last key of the path is, or its nearest ancestor's value. */
  locateKey(path: Path): Place;
  /** Where the value at the path is, or its nearest ancestor's. */
  locateValue(path: Path): Place;
}

const maxLength = 100_000;

/** Reads the text of a file. Never throws; a value may come with errors, such as a repeated key. */
export function parseYaml(text: string): YamlDocument {
  if (text.length > maxLength) {
    return unreadable([fileError(`The file is too long: shorten it to ${maxLength} characters.`)]);
  }
  try {
    return readDocument(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadable([fileError("The file is nested too deeply: it needs three levels at most.")]);
  }
}

function readDocument(text: string): YamlDocument {
  const lineCounter = new LineCounter();
  // At another level than "error" the parser would be loud, or silent about a second document.
  const options = { lineCounter, prettyErrors: false, logLevel: "error" } as const;
  const document = parseDocument(text, options);
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const errors = [
    ...document.errors.map(({ code, pos, message }) => ({ code, offset: pos[0], message })),
    ...findAliases(document).map((offset) => ({ code: "ALIAS", offset, message: "" })),
  ].map(({ code, offset, message }): ConfigError => {
    return { ...placeAt(offset), key: "", message: explainYamlError(code, message) };
  });
  const isMisread = document.errors.some(({ code }) => code !== "DUPLICATE_KEY");
  // What follows a syntax error is misread too: only the first is worth a message.
  if (isMisread) return unreadable(errors.slice(0, 1));
  if (errors.length > document.errors.length) return unreadable(errors);
  return {
    value: dropEmpty(document.toJS() ?? {}),
    errors,
    locateKey: (path) => placeAt(findOffset(document, path, true)),
    locateValue: (path) => placeAt(findOffset(document, path, false)),
  };
}

function findAliases(document: Document.Parsed): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias(_key, alias) {
      offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}

// A key with nothing after it says nothing.
function dropEmpty(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, setting]) => setting !== null));
}

function findOffset(document: Document.Parsed, path: Path, isKey: boolean): number {
  let node: unknown = document.contents;
  let offset = offsetOf(node, 0);
  for (const [index, step] of path.entries()) {
    const child = findChild(node, step);
    const isLast = index === path.length - 1;
    offset = offsetOf(isLast && isKey ? child.key : (child.value ?? child.key), offset);
    node = child.value;
  }
  return offset;
}

function findChild(node: unknown, step: PropertyKey): { key?: unknown; value?: unknown } {
  if (isSeq(node)) return { value: node.items[Number(step)] };
  if (!isMap(node)) return {};
  return node.items.find(({ key }) => String(key) === step) ?? {};
}

function offsetOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}

function unreadable(errors: readonly ConfigError[]): YamlDocument {
  const start = { line: 1, column: 1 };
  return { value: undefined, errors, locateKey: () => start, locateValue: () => start };
}

function fileError(message: string): ConfigError {
  return { line: 1, column: 1, key: "", message };
}
