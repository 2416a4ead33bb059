/** `/sync`: everything is read anew and written at once. */
import { defineCommand } from "../command.ts";
import { withoutArguments } from "../without-arguments.ts";

export const sync = defineCommand<null>({
  name: "sync",
  aliases: [],
  group: "The app",
  aim: "thread",
  takesText: false,
  summary: "Reads the repository anew and brings all surfaces up to date at once.",
  usage: "",
  rules: ["Documents are committed at once, whatever `commits.every` says."],
  permission: "triage",
  examples: [{ line: "/sync", effect: "Updates the status issue, the documents and the export." }],
  read: withoutArguments("sync"),
  run: () => ({ kind: "done", edits: [], says: null, syncs: true }),
});
