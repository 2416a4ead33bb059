import type { CommandText } from "../../../src/domain/command-text.ts";

/** A comment of ada's on #1, as GitHub tells of it. */
export function commandText(facts: Partial<CommandText> = {}): CommandText {
  return {
    id: "IC_1",
    key: "c:1",
    issue: 1,
    issueId: "I_1",
    isLocked: false,
    author: { login: "ada", isBot: false },
    text: "/blocked-by #2",
    createdAt: "2025-11-10T09:00:00Z",
    lastEditedAt: null,
    editor: null,
    versions: [],
    receipt: null,
    replies: [],
    ...facts,
  };
}
