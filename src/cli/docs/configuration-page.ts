/** `docs/configuration.md`, from the schema of the configuration. */
import { z } from "zod";
import { configSchema } from "../../config/schema.ts";
import { configSchemaUrl } from "./config-schema.ts";

const intro = `# Configuration

\`.github/milepost.yml\` on the default branch. No file works, where [Milepost starts by
itself](#where-milepost-starts-by-itself): then it keeps the status issue and no document. A wrong file
changes nothing: the status issue says on top what is wrong, by line and key, and everything else stays as it
was until the file is right.

\`\`\`yaml
unit: issues
documents:
  - path: docs/M2-plan.md
    milestone: M2
labels:
  cluster: "cluster: "
timezone: Europe/Berlin
json: docs/plan.json
\`\`\``;

const further = `## Documents by pattern

\`\`\`yaml
documents:
  - docs/ROADMAP.md
  - path: docs/plans/*.md
    live: true
  - "**/*-plan.md"
\`\`\`

A path with \`*\` or \`?\` in it is a pattern: all Markdown files on the default branch that fit it are documents,
with the \`milestone\`, \`live\` and \`titles\` of its entry, those too that come later. (YAML wants quotes where a value
begins with \`*\`.)

- \`*\` stands for any characters but a slash, none too; \`?\` for one of them; \`**\`, alone between slashes, for any
  folders, none too. All other characters stand for themselves, and upper and lower case differ.
- What begins with a dot is found only by a pattern with that dot; what lies under \`.github/\` is never found, nor
  symbolic links.
- A file that is listed itself has the settings of its own entry. Of several patterns that find a file, the first
  holds.
- There are at most 100 documents in all: those listed themselves, then those of patterns, in the order of the
  entries and by path. The status issue says how many were left out.
- A pattern that finds no file is a finding in the status issue; a file that is found no more is none. A file that a
  pattern found may do without a region.
- Patterns cost one call more whenever others have pushed to the default branch. GitHub lists 100,000 files and folders, or
  7 MB; in a larger repository a finding says so, and the paths of the files have to be listed.

## In an editor

[milepost.schema.json](milepost.schema.json) is the JSON Schema of the file. Editors with a YAML language
server (VS Code with the YAML extension, Neovim, JetBrains' IDEs) complete and check the file by it when this
is its first line:

\`\`\`yaml
# yaml-language-server: $schema=${configSchemaUrl}
\`\`\`

It knows keys, allowed words and the shape of paths. What it can't know (whether a time zone exists, whether
two label dimensions start alike), Milepost says in the status issue.

## Settings shared between repositories

\`_extends\` names a file whose settings hold where this file says nothing:

| \`_extends:\` | file |
|---|---|
| \`standards\` | \`.github/milepost.yml\` of the repository \`standards\` of the same owner |
| \`acme/standards\` | \`.github/milepost.yml\` of \`acme/standards\` |
| \`acme/standards:plans/team.yml\` | that file of \`acme/standards\`; without an owner, as above |
| \`:.github/base.yml\` | that file of the same repository |

- The nearer file wins. A key replaces the other file's; \`labels\`, \`states\`, \`epics\`, \`count\`, \`commits\`,
  \`commands\` and \`notify\` are joined key by key. \`documents\` is replaced as a whole; \`documents: []\` inherits
  none.
- The other file may extend a third, five in a row at most. It is read from the default branch.
- A repository without a file of its own has the settings in \`.github/milepost.yml\` of its owner's repository
  \`.github\`, if there is one that Milepost may read.
- Milepost reads what the installation on this repository's account may read, and nothing else. The settings of
  a private repository never hold in a public one: in \`_extends\` they are an error like a missing file, and an
  owner's private \`.github\` is passed over.
- An error in another file is shown here with that file's name and line. Of a file in another private
  repository that is not at \`.github/milepost.yml\`, the line alone is shown.
- A change in the other file takes effect when this repository's own file changes next, or at Milepost's next
  full read of this repository (when it starts, and when the repository's settings change on GitHub). While
  something is wrong, all the files are read anew at every event.

## Where Milepost starts by itself

- Installed on **selected repositories**, it starts in each that has an open milestone or a
  \`.github/milepost.yml\`.
- Installed on **all repositories** of an account, it waits in each for a \`.github/milepost.yml\` on the default
  branch; an empty file will do. The owner's file doesn't count: it would start all of them. Repositories
  that come later wait as well.
- Where there is a status issue it has started, and goes on even without the file. Close the issue to pause it.

A change to the file in a pull request has no effect before it is merged into the default branch.`;

export function renderConfigurationPage(): string {
  const rows = rowsOf(configSchema, "").map(([key, meaning]) => `| \`${key}\` | ${meaning} |`);
  const table = ["| key | meaning |", "|---|---|", ...rows].join("\n");
  return `${[intro, table, further].join("\n\n")}\n`;
}

type Row = readonly [key: string, meaning: string];

function rowsOf(schema: z.ZodType, path: string): readonly Row[] {
  const inner = unwrap(schema);
  const own: readonly Row[] =
    path === "" ? [] : [[path, schema.description ?? inner.description ?? ""]];
  if (inner instanceof z.ZodArray) {
    return [...own, ...rowsOf(inner.element as z.ZodType, `${path}[]`).slice(1)];
  }
  if (!(inner instanceof z.ZodObject)) return own;
  const nested = Object.entries(inner.shape).flatMap(([key, value]) =>
    rowsOf(value as z.ZodType, path === "" ? key : `${path}.${key}`),
  );
  return [...own, ...nested];
}

/** What an optional schema is an option of; of alternatives, the one with keys. */
function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const options = schema.options as readonly z.ZodType[];
  return options.find((option) => option instanceof z.ZodObject) ?? schema;
}
