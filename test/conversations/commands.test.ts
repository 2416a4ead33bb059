import { readdirSync } from "node:fs";
import { expect, test } from "#test";
import { commandGroups } from "../../src/commands/command.ts";
import { createRegistry } from "../../src/commands/registry.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readCommandCases } from "./conversation-schema.ts";

test("every command has its cases, and no cases are without a command", () => {
  const names = createRegistry(defaultConfig).commands.map(({ name }) => name);
  expect([...readCommandCases().keys()].sort()).toEqual(names.sort());
});

test.each(commandGroups)("the conversations of the group “%s” are held", (group) => {
  const file = `${group.toLowerCase().replaceAll(" ", "-")}.test.ts`;
  expect(readdirSync(import.meta.dirname)).toContain(file);
});
