import { beforeEach, describe, expect, test } from "#test";
import { CommandModel } from "./command-model.ts";

const never = () => false;
const always = () => true;

describe("of a fact", () => {
  let model: CommandModel;
  const possible = () => [...model.possible("milestone 1", "M0")];

  beforeEach(() => {
    model = new CommandModel();
  });

  test("of which nobody spoke, the first value stands", () => {
    expect(possible()).toEqual(["M0"]);
  });

  test("the last word counts, given as a command or done by hand", () => {
    model.commanded(1, "milestone 1", "M1", "a");
    model.did(2, "milestone 1", "M2", never);
    expect(possible()).toEqual(["M2"]);
    model.commanded(3, "milestone 1", "M3", "b");
    expect(possible()).toEqual(["M3"]);
  });

  test("a command that might still run may or may not undo what was done by hand", () => {
    model.commanded(1, "milestone 1", "M1", "a");
    model.did(2, "milestone 1", "M2", always);
    expect(possible()).toEqual(["M2", "M1"]);
  });

  test("a command whose text was edited may or may not be heard, as before or as of now", () => {
    model.commanded(1, "milestone 1", "M1", "a");
    model.mayBeUnheard("a");
    expect(possible()).toEqual(["M0", "M1"]);
    model.did(2, "milestone 1", "M2", never);
    model.repeat("a", 3, "b");
    expect(possible()).toEqual(["M2", "M1"]);
  });

  test("other facts stay as they are", () => {
    model.commanded(1, "milestone 2", "M1", "a");
    model.doubt((fact) => fact === "milestone 2");
    expect(possible()).toEqual(["M0"]);
    expect([...model.possible("milestone 2", "M0")]).toEqual(["M0", "M1"]);
  });
});
