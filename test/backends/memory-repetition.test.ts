import { createMemoryRepetition } from "../../src/backends/memory/memory-repetition.ts";
import { describeRepetition } from "./repetition-contract.ts";

describeRepetition("repetition in memory", () => {
  const errors: string[] = [];
  const error = (_fields: object, message: string) => errors.push(message);
  const log = { debug() {}, info() {}, warn() {}, error };
  return { repetition: createMemoryRepetition(log), errors, close: async () => {} };
});
