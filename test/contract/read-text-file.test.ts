import { expect, test } from "#test";
import { RetryableError } from "../../src/engine/errors.ts";
import { createRepositoryReader } from "../../src/github/repository-reader.ts";
import {
  address,
  answerGraphql,
  data,
  faults,
  octokitFor,
  useScriptedGithub,
} from "./scripted-github.ts";

useScriptedGithub();

const reader = createRepositoryReader({ octokitFor: octokitFor(), readBotId: async () => "BOT_1" });
const wanted = { repository: "other/standards", path: ".github/milepost.yml" };
const read = () => reader.readTextFile(address, wanted);

const holding = (file: object | null, isPrivate = false) =>
  data({ repository: { isPrivate, defaultBranchRef: { target: { file } } } });
const regular = { mode: 0o100644, type: "blob" };

test("reads the text of a file in another repository, and whether that is private", async () => {
  const asked = answerGraphql(holding({ ...regular, object: { text: "unit: tasks\n" } }, true));
  expect(await read()).toEqual({ text: "unit: tasks\n", isPrivate: true });
  expect(asked[0]?.variables).toEqual({
    owner: "other",
    name: "standards",
    path: ".github/milepost.yml",
  });
});

test.each([
  ["no such file", holding(null)],
  ["a symbolic link", holding({ ...regular, mode: 0o120000, object: { text: "x" } })],
  ["a folder", holding({ mode: 0o040000, type: "tree", object: {} })],
  ["a binary file", holding({ ...regular, object: { text: null } })],
  ["an empty repository", data({ repository: { isPrivate: false, defaultBranchRef: null } })],
  [
    "a repository that may not be seen",
    faults({ repository: null }, { type: "NOT_FOUND", path: ["repository"], message: "no" }),
  ],
  [
    "a repository that lets nobody in",
    faults({ repository: null }, { type: "FORBIDDEN", path: ["repository"], message: "no" }),
  ],
])("finds nothing in %s", async (_name, answer) => {
  answerGraphql(answer);
  expect(await read()).toBeNull();
});

test("does not take a failure for a missing file", async () => {
  const failing = createRepositoryReader({
    octokitFor: octokitFor({ readRetries: 0 }),
    readBotId: async () => "BOT_1",
  });
  answerGraphql({ status: 502, body: "" });
  await expect(failing.readTextFile(address, wanted)).rejects.toThrow(RetryableError);
});
