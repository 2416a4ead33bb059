// From the documents that settings name, patterns among them, to the files that there are.

import type { DocumentConfig } from "./config.ts";
import { compileGlob, isGlob } from "./glob.ts";
import { documentEndings, findPathFault } from "./paths.ts";

/** So many are kept: each costs a reading and a rendering. */
export const mostDocuments = 100;

export interface DocumentSelection {
  /** Single files, in the order of the settings; those that one pattern found by path. */
  readonly documents: readonly DocumentConfig[];
  /** Patterns that no file fits. */
  readonly unmatched: readonly string[];
  /** How many files that fit were left out, because there are too many. */
  readonly leftOut: number;
}

/** Whether a person named the very document, and not a pattern that it fits. */
export function isNamedIn(documents: readonly DocumentConfig[], path: string): boolean {
  return documents.some((one) => one.path === path && !isGlob(path));
}

/** The patterns among the documents. */
export function patternsOf(documents: readonly DocumentConfig[]): readonly string[] {
  return documents.map(({ path }) => path).filter(isGlob);
}

/** Paths that fit one of the patterns and may be documents, sorted. Patterns are never trusted alone. */
export function matchPaths(
  patterns: readonly string[],
  paths: readonly string[],
): readonly string[] {
  const matchers = patterns.map(compileGlob);
  return paths
    .filter((path) => matchers.some((fits) => fits(path)) && isDocumentPath(path))
    .toSorted();
}

/**
 * What is named itself goes before what a pattern finds, and an earlier pattern before a later one.
 * `paths` are those of all files, in any order.
 */
export function selectDocuments(
  configured: readonly DocumentConfig[],
  paths: readonly string[],
  most: number = mostDocuments,
): DocumentSelection {
  const matching = matchPaths(patternsOf(configured), paths);
  const named = configured.map(({ path }) => path).filter((path) => !isGlob(path));
  const seen = new Set(named);
  const unmatched: string[] = [];
  let found = 0;
  const documents = configured.flatMap((entry): readonly DocumentConfig[] => {
    if (!isGlob(entry.path)) return [entry];
    const fitting = matching.filter(compileGlob(entry.path));
    if (fitting.length === 0) unmatched.push(entry.path);
    const fresh = fitting.filter((path) => !seen.has(path));
    for (const path of fresh) seen.add(path);
    const room = Math.max(0, most - named.length - found);
    found += fresh.length;
    return fresh.slice(0, room).map((path) => ({ ...entry, path, pattern: entry.path }));
  });
  const leftOut = named.length + found - documents.length;
  return { documents, unmatched, leftOut };
}

function isDocumentPath(path: string): boolean {
  return findPathFault(path, documentEndings) === undefined;
}
