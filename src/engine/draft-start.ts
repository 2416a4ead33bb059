/**
 * Settings and plan documents to start with, for a repository whose settings name none: filled from what
 * is in it, by the code that would keep them. Files that are there already are left out.
 */
import type { Config } from "../config/config.ts";
import { readLayer } from "../config/settings-layer.ts";
import type { Day } from "../domain/calendar.ts";
import { detectDimensions } from "../onboarding/detect-dimensions.ts";
import { draftDocuments, draftSettings, type StarterDocument } from "../onboarding/starter.ts";
import type { FileChange } from "./change.ts";
import { computePlan, currentNotebook } from "./compute-plan.ts";
import { decideDocuments } from "./decide-documents.ts";
import type { RepositoryAddress, RepositoryReader } from "./ports.ts";
import type { SourceFile, SyncSources } from "./read-sources.ts";

/** The files as they are on a day. */
export type Start = (today: Day) => readonly FileChange[];

/** Null where there is nothing to plan, documents are named already, or the settings take no more. */
export async function draftStart(
  reader: Pick<RepositoryReader, "readFiles">,
  address: RepositoryAddress,
  sources: SyncSources,
  today: Day,
): Promise<Start | null> {
  const { config, choice, configErrors, settings, hasConfigFile, hasOwnersSettings } = sources;
  if (configErrors.length > 0 || choice.configured.length > 0) return null;
  const labels = hasConfigFile ? new Map<string, string>() : newDimensions(sources);
  const grouped = { ...config, labels: new Map([...config.labels, ...labels]) };
  const drafts = draftDocuments(planOf(sources, grouped, today));
  const documents = await withoutTaken(reader, address, drafts);
  if (documents.length === 0) return null;
  const extendsOwners = hasOwnersSettings;
  const file = draftSettings({ present: settings, extendsOwners, documents, labels });
  if (readLayer(file.text).errors.length > 0) return null;
  return (day) => [
    { path: file.path, bytes: new TextEncoder().encode(file.text) },
    ...fill(sources, grouped, documents, day),
  ];
}

function newDimensions({ memory, config }: SyncSources): ReadonlyMap<string, string> {
  const labels = [...memory.issues.values()].flatMap((issue) => issue.labels);
  return detectDimensions(
    labels.map(({ name }) => name),
    config.labels,
  );
}

function planOf(sources: SyncSources, config: Config, today: Day) {
  return computePlan({ ...sources, config }, currentNotebook(sources.memory), today);
}

async function withoutTaken(
  reader: Pick<RepositoryReader, "readFiles">,
  address: RepositoryAddress,
  drafts: readonly StarterDocument[],
): Promise<readonly StarterDocument[]> {
  if (drafts.length === 0) return [];
  const present = await reader.readFiles(
    address,
    drafts.map(({ path }) => path),
  );
  return drafts.filter(({ path }) => !present.get(path));
}

function fill(
  sources: SyncSources,
  grouped: Config,
  documents: readonly StarterDocument[],
  today: Day,
): readonly FileChange[] {
  const empty = documents.map(({ path, text }) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const { json: _, ...withoutExport } = grouped;
  const config: Config = {
    ...withoutExport,
    documents: documents.map(({ path, milestone }) =>
      milestone === null ? { path } : { path, milestone },
    ),
  };
  const files = new Map<string, SourceFile>(
    empty.map(({ path, bytes }) => [path, { kind: "file", bytes }]),
  );
  const filled = decideDocuments(planOf(sources, config, today), config, files, today).files;
  const bytesOf = new Map(filled.map(({ path, bytes }) => [path, bytes]));
  return empty.map(({ path, bytes }) => ({ path, bytes: bytesOf.get(path) ?? bytes }));
}
