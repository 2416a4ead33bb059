import { describe, expect, test } from "#test";
import type { Access } from "../../../src/domain/access.ts";
import { findActor } from "../../../src/engine/commands/actor.ts";
import type { People } from "../../../src/engine/ports.ts";
import { commandText } from "./command-text-builder.ts";

const address = { installation: 1, owner: "o", name: "r" };
const accesses: Readonly<Record<string, Access>> = { ada: "admin", bob: "triage", eve: "read" };
const people: People = {
  accessOf: async (_address, login) => accesses[login] ?? "none",
  changesSince: async () => [],
  textsSince: async () => [],
};
const person = (login: string) => ({ login, isBot: false });
const lastEditedAt = "2025-11-10T10:00:00Z";
const actorOf = (facts: Parameters<typeof commandText>[0]) =>
  findActor(people, address, commandText(facts));

describe("in whose name a comment speaks", () => {
  test("its author's", async () => {
    expect(await actorOf({})).toEqual({ login: "ada", access: "admin" });
  });

  test.each([
    ["ada", "bob", "triage"],
    ["bob", "ada", "triage"],
    ["eve", "ada", "read"],
  ])(
    "of %s's that %s edited the editor's, with the lower access",
    async (author, editor, access) => {
      const facts = { author: person(author), editor: person(editor), lastEditedAt };
      expect(await actorOf(facts)).toEqual({ login: editor, access });
    },
  );

  test.each([
    ["a bot wrote it", { author: { login: "dependabot", isBot: true } }],
    ["a bot edited it", { editor: { login: "dependabot", isBot: true }, lastEditedAt }],
    ["its author is gone", { author: null }],
    ["its editor is gone", { editor: null, lastEditedAt }],
  ])("nobody's where %s", async (_name, facts) => {
    expect(await actorOf(facts)).toBeNull();
  });
});
