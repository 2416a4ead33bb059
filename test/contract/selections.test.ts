import { expect, test } from "#test";
import { GoneError, RetryableError } from "../../src/engine/errors.ts";
import { createSelections } from "../../src/github/selections.ts";
import { octokitFor, scope, useScriptedGithub } from "./scripted-github.ts";

useScriptedGithub();

const create = async () => createSelections(await octokitFor({ readRetries: 0 })(0));
const answer = (id: number, status: number, body: object) =>
  scope().get(`/app/installations/${id}`).reply(status, body);

test("asks once for many, and again when told that it may have changed", async () => {
  const selections = await create();
  answer(7, 200, { id: 7, repository_selection: "selected" });
  answer(8, 200, { id: 8, repository_selection: "all" });
  const both = [selections.selectionOf(7), selections.selectionOf(7), selections.selectionOf(8)];
  expect(await Promise.all(both)).toEqual(["selected", "selected", "all"]);
  selections.forget(7);
  answer(7, 200, { id: 7, repository_selection: "all" });
  expect(await selections.selectionOf(7)).toBe("all");
});

test("remembers no failure", async () => {
  const selections = await create();
  answer(7, 502, {});
  await expect(selections.selectionOf(7)).rejects.toThrow(RetryableError);
  answer(7, 404, { message: "Not Found" });
  await expect(selections.selectionOf(7)).rejects.toThrow(GoneError);
  answer(7, 200, { id: 7, repository_selection: "all" });
  expect(await selections.selectionOf(7)).toBe("all");
});
