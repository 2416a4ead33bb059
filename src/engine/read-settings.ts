/**
 * The settings of a repository: its own file and those that it extends; where it has none, its owner's.
 * What is read with the installation's rights is still not for everybody: settings of a private
 * repository never reach a public one, and an error shows nothing of a file that its readers may not see.
 */
import { combineLayers, sayObserve } from "../config/combine-layers.ts";
import type { Config, ConfigError } from "../config/config.ts";
import { defaultConfig } from "../config/defaults.ts";
import {
  configPath,
  formatSettingsFile,
  resolveExtends,
  type SettingsFile,
} from "../config/settings-file.ts";
import { readLayer, type SettingsLayer } from "../config/settings-layer.ts";
import type { ObservedText } from "../domain/observation.ts";
import type { RepositoryAddress, RepositoryReader } from "./ports.ts";
import type { InheritedSettings, RepositoryMemory } from "./repository-memory.ts";

export interface SettingsReading {
  readonly config: Config;
  /** Not empty when a file is wrong; `config` then holds the defaults, and the mode that was asked for. */
  readonly errors: readonly ConfigError[];
  /** To remember; null while something is wrong, so that it is read again the next time. */
  readonly inherited: InheritedSettings | null;
  /** They are its owner's, for all repositories without a file of their own. */
  readonly areOwners: boolean;
}

/** How many files may be extended, one by the other. */
const mostExtended = 5;

type ReadText = (file: SettingsFile) => Promise<ObservedText | null>;

interface Link {
  readonly layer: SettingsLayer;
  readonly at: SettingsFile;
  readonly isConfidential: boolean;
}

/** `own` is the repository's own file, null if it has none. Costs nothing for what is remembered. */
export async function readSettings(
  reader: RepositoryReader,
  address: RepositoryAddress,
  memory: RepositoryMemory,
  own: SettingsLayer | null,
): Promise<SettingsReading> {
  const forOid = memory.files.get(configPath)?.oid ?? null;
  const known = memory.inherited?.forOid === forOid ? memory.inherited.files : null;
  const files = new Map<string, ObservedText | null>();
  const read: ReadText = async (file) => {
    const key = keyOf(file);
    const text = known?.get(key);
    const found = text === undefined ? await reader.readTextFile(address, file) : text;
    files.set(key, found);
    return isVisible(found, memory) ? found : null;
  };
  const first = await findFirst(own, memory, read);
  const areOwners = own === null && first !== null;
  const layers = await readChain(first, memory, read);
  const result = combineLayers(layers);
  if (result.kind === "valid") {
    return { config: result.config, errors: [], inherited: { forOid, files }, areOwners };
  }
  const mode = sayObserve(layers) ? "observe" : defaultConfig.mode;
  return { config: { ...defaultConfig, mode }, errors: result.errors, inherited: null, areOwners };
}

async function findFirst(
  own: SettingsLayer | null,
  { repository }: RepositoryMemory,
  read: ReadText,
): Promise<Link | null> {
  const home = { repository: repository.nameWithOwner, path: configPath };
  if (own) return { layer: own, at: home, isConfidential: false };
  const owners = resolveExtends(".github", home);
  if (keyOf(owners) === keyOf(home)) return null;
  const found = await read(owners);
  return found && linkTo(owners, found, repository.nameWithOwner);
}

async function readChain(
  first: Link | null,
  { repository }: RepositoryMemory,
  read: ReadText,
): Promise<readonly SettingsLayer[]> {
  const links: Link[] = [];
  for (let link = first; link !== null; ) {
    const { layer, at } = link;
    links.push(link);
    if (layer.extends === undefined) break;
    const target = resolveExtends(layer.extends, at);
    const fault = faultOfTarget(target, links);
    const found = fault === null ? await read(target) : null;
    if (!found) {
      links[links.length - 1] = { ...link, layer: withFault(layer, fault ?? unreadable(target)) };
      break;
    }
    link = linkTo(target, found, repository.nameWithOwner);
  }
  return links.map(({ layer, isConfidential }) => (isConfidential ? withoutText(layer) : layer));
}

function linkTo(at: SettingsFile, { text, isPrivate }: ObservedText, home: string): Link {
  const isOther = at.repository.toLowerCase() !== home.toLowerCase();
  // What stands at this path is meant for Milepost; at another one it may be anything.
  const isConfidential = isPrivate && isOther && at.path !== configPath;
  return { layer: readLayer(text, formatSettingsFile(at)), at, isConfidential };
}

function isVisible(found: ObservedText | null, { repository }: RepositoryMemory): boolean {
  return found !== null && (repository.isPrivate || !found.isPrivate);
}

function faultOfTarget(target: SettingsFile, links: readonly Link[]): string | null {
  const name = formatSettingsFile(target);
  if (links.some(({ at }) => keyOf(at) === keyOf(target))) {
    return `leads back to ${name}, so the files extend each other without end: remove one "_extends"`;
  }
  if (links.length > mostExtended) {
    return `leads to ${name}, but at most ${mostExtended} files may be extended in a row: write its settings out in a nearer file`;
  }
  return null;
}

/** One text for all causes: which it is would tell of what is private. */
function unreadable(target: SettingsFile): string {
  return `names ${formatSettingsFile(target)}, which Milepost can't read: the default branch has no such text file, or Milepost isn't installed there, or it is private and this repository is not. Correct the name, or give Milepost access to it`;
}

function withFault(layer: SettingsLayer, text: string): SettingsLayer {
  const fault = {
    path: ["_extends"],
    isKey: false,
    key: "_extends",
    message: `"_extends" ${text}.`,
  };
  return { ...layer, errors: [...layer.errors, layer.locate(fault)] };
}

function withoutText(layer: SettingsLayer): SettingsLayer {
  const message =
    "This line is wrong. What it says is not shown here, because the file is in another private repository.";
  const said = { key: "", message };
  return {
    ...layer,
    errors: layer.errors.map((error) => ({ ...error, ...said })),
    locate: (fault) => ({ ...layer.locate(fault), ...said }),
  };
}

function keyOf({ repository, path }: SettingsFile): string {
  return `${repository.toLowerCase()}:${path}`;
}
