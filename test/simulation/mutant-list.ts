/** The guards that are broken, one at a time: a text that stands in one place of one file, and another for it. */
export interface Mutant {
  /** What Milepost then does wrong. */
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Where to begin, to be quick. */
  readonly first?: number;
  /** The file of tests that misses the guard, where no simulated world can. */
  readonly tests?: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: "writes the status issue from the text that was read at the start",
    file: "src/engine/decide-status.ts",
    find: "return { change: editOf(present, composed.body, wish), damage: [] };",
    replace:
      'return { change: { kind: "edit-issue-body", issueId: present.id, edit: () => composed.body }, damage: [] };',
  },
  {
    name: "sets the receipt before the changes",
    file: "src/engine/commands/run-text.ts",
    find: "const ran = await runLines(ports, order, asking, before);",
    replace:
      'await react({ ...ports, address: order.address, text }, "rocket");\n  const ran = await runLines(ports, order, asking, before);',
  },
  {
    name: "runs again what has its receipt",
    file: "src/engine/commands/pending-lines.ts",
    find: "if (receipt !== null && lastEditedAt === null) return true;",
    replace: "if (receipt !== null && lastEditedAt === null) return false;",
  },
  {
    name: "does not look for edits that a dead process wrote over",
    file: "src/engine/read-and-obey.ts",
    find: "return mendLostEdits({ ...run, isObserving }, sources);",
    replace: "return sources;",
  },
  {
    name: "gives back edits that were not lost",
    file: "src/engine/lost-edit.ts",
    find: "if (isKept(change, kept)) break;",
    replace: "",
  },
  {
    name: "takes a receipt for one of all that stood there before it",
    file: "src/engine/commands/pending-lines.ts",
    find: "if (isSure) return latest(receipt.at, known);",
    replace: "if (isSure || lastEditedAt !== null) return receipt.at;",
  },
  {
    name: "drops hints when a job fails",
    file: "src/backends/memory/memory-queue.ts",
    find: "entry.hints = new Map([...taken, ...entry.hints]);",
    replace: "entry.hints = new Map(entry.hints);",
  },
  {
    name: "does not try again what failed",
    file: "src/backends/judge-failure.ts",
    find: "return milliseconds;",
    replace: "return null;",
  },
  {
    name: "forgets what is requested while a job runs",
    file: "src/backends/memory/memory-queue.ts",
    find: "if (entry.isRequested) this.#beginSettling(entry);",
    replace: "if (entry.isRequested && entry.failures > 0) this.#beginSettling(entry);",
  },
  {
    name: "commits on whatever head there is",
    file: "src/github/changes/commit-files.ts",
    find: "export async function commitFiles(",
    replace: `
export async function commitFiles(octokit, address, change) {
  try {
    return await commitOnHead(octokit, address, change);
  } catch (error) {
    if (error.name !== "StaleHeadError") throw error;
    const parameters = { owner: address.owner, repo: address.name, ref: "heads/" + change.branch };
    const { data } = await octokit
      .request("GET /repos/{owner}/{repo}/git/ref/{ref}", parameters)
      .catch(() => { throw error; });
    return commitOnHead(octokit, address, { ...change, expectedHead: data.object.sha });
  }
}

async function commitOnHead(`,
  },
  {
    name: "gives up when the branch has moved",
    file: "src/engine/sync-job.ts",
    find: "if (!(error instanceof StaleHeadError)) throw error;",
    replace: "throw error;",
  },
  {
    name: "reads changes from a minute after the last one on",
    file: "src/engine/merge-reading.ts",
    find: "addMinutes(known.cursor, -overlapMinutes)",
    replace: "addMinutes(known.cursor, overlapMinutes)",
  },
  {
    name: "lets a late command undo what a person did",
    file: "src/engine/commands/superseded.ts",
    find: 'if (edit.kind === "set-needs") return false;',
    replace: "return false;",
  },
  {
    name: "lets a late command undo a later one",
    file: "src/engine/commands/write-edits.ts",
    find: "return [...byHand, ...changesOfLater(ran, edits, givenAt, state, registry)];",
    replace: "return byHand;",
    first: 140,
  },
  {
    name: "does not look for its earlier reply",
    file: "src/engine/commands/reply-to.ts",
    find: "({ body }) => body.includes(key)",
    replace: "({ body }) => body === key",
  },
  {
    name: "does not look for an earlier notice",
    file: "src/engine/notices/tell-freed.ts",
    find: "if (present.some((body) => body.includes(key))) return false;",
    replace: "if (present.includes(key)) return false;",
  },
  {
    name: "sends a write again that may have arrived",
    file: "src/github/pacing.ts",
    find: "retries: 0 }",
    replace: "retries: 2 }",
  },
  {
    name: "writes as fast as it can",
    file: "src/github/octokit.ts",
    find: "const { writeIntervalMilliseconds = 1000, takeTurn, onCall } = settings;",
    replace: "const { takeTurn, onCall } = settings;\n  const writeIntervalMilliseconds = 0;",
  },
  {
    name: "sends a read again at once that met a limit",
    file: "src/github/octokit.ts",
    find: "422, 429, 451]",
    replace: "422, 451]",
  },
  {
    name: "commits documents that say it already",
    file: "src/engine/decide-documents.ts",
    find: "return isEqual ? [] : [{ path, bytes: wanted }];",
    replace: "return [{ path, bytes: wanted }];",
  },
  {
    name: "does not look at what a dependency is about",
    file: "src/engine/stale.ts",
    find: '"issue_dependencies.*": ["changes", "dependency"],',
    replace: '"issue_dependencies.*": ["changes"],',
  },
  {
    name: "does not look for commands whose events were lost",
    file: "src/engine/read-and-obey.ts",
    find: "? missedSince(sources, now)",
    replace: "? null",
  },
  {
    name: "forgets the commit that has to wait",
    file: "src/engine/sync-job.ts",
    find: 'return commit.kind === "later"',
    replace: 'return commit.kind === "now"',
  },
  {
    name: "forgets what commands did when the status issue could not be written",
    file: "src/engine/merge-reading.ts",
    find: "return { answered, ran, unnoted, isSyncDue,",
    replace: "return { answered, ran, unnoted: [], isSyncDue,",
    tests: "test/e2e/nothing-lost.test.ts",
  },
  {
    name: "forgets what commands did before one of them failed",
    file: "src/engine/commands/run-texts.ts",
    find: "return { handledBoxes: [], failure: { error } };",
    replace: "throw error;",
    tests: "test/e2e/commands-undo.test.ts",
  },
  {
    name: "forgets what has run of a text that was edited meanwhile",
    file: "src/engine/commands/run-texts.ts",
    find: "if (!isTold) run.ran.push({ id: text.id, at });",
    replace: "if (!isTold && !ran.isEdited) run.ran.push({ id: text.id, at });",
    tests: "test/e2e/commands-edits.test.ts",
  },
  {
    name: "does not look for what was made where the line stood before an edit",
    file: "src/engine/commands/write-edits.ts",
    find: "[key, ...(order.formerKeys ?? [])]",
    replace: "[key]",
    tests: "test/e2e/commands-crash.test.ts",
  },
  {
    name: "forgets that somebody asked for all surfaces at once when a write fails",
    file: "src/engine/commands/run-texts.ts",
    find: "isSyncDue: sources.memory.isSyncDue || run.syncs,",
    replace: "isSyncDue: false,",
    tests: "test/e2e/commands-sync.test.ts",
  },
  {
    name: "notes of a thread only the last text that has run",
    file: "src/facts/undo-notes.ts",
    find: "all.map(([, record]) => record),",
    replace: "[...records.values()],",
    tests: "test/e2e/nothing-lost.test.ts",
  },
];
