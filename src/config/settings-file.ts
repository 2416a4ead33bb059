// Which file of settings another one builds on: the words after `_extends`.

/** Where a repository's own settings are. */
export const configPath = ".github/milepost.yml";

/** A file on the default branch of a repository. */
export interface SettingsFile {
  /** `owner/name` */
  readonly repository: string;
  readonly path: string;
}

/** `other-repo`, `owner/repo`, either with `:path.yml`, or `:path.yml`; no step up, no empty part. */
export const extendsPattern = String.raw`^(?=.)(?!.*(?:^|[:/])\.{1,2}(?:[:/]|$))(?:(?:[A-Za-z0-9-]+/)?[\w.-]+)?(?::(?:[\w.-]+/)*[\w.-]+\.ya?ml)?$`;

export const longestExtends = 300;

export const extendsRule =
  "must name a repository, or a YAML file in one: other-repo, owner/repo, owner/repo:path/to/file.yml or :path/to/file.yml";

const wanted = new RegExp(extendsPattern);

/** What is wrong with the words after `_extends`, as "must …"; undefined if nothing. */
export function findExtendsFault(text: string): string | undefined {
  return text.length <= longestExtends && wanted.test(text) ? undefined : extendsRule;
}

/** The file that valid words after `_extends` mean when they stand in the file `from`. */
export function resolveExtends(text: string, from: SettingsFile): SettingsFile {
  const [repository = "", path = configPath] = text.split(":");
  if (repository === "") return { repository: from.repository, path };
  const [owner] = from.repository.split("/");
  return { repository: repository.includes("/") ? repository : `${owner}/${repository}`, path };
}

/** As people write it: `owner/name:path`. */
export function formatSettingsFile({ repository, path }: SettingsFile): string {
  return `${repository}:${path}`;
}
