import { availableParallelism } from "node:os";

// biome-ignore lint/style/noDefaultExport: Jest reads it by this.
export default {
  runner: "jest-light-runner/child-process",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: {},
  // One more than there are processors: tests wait for sockets and browsers much of their time.
  maxWorkers: availableParallelism() + 1,
  setupFiles: ["<rootDir>/test/set-up-properties.ts"],
};
