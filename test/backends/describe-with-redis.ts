import { describe } from "#test";
import { howToInstallRedis, isRedisInstalled } from "./redis-server.ts";

/** Tests that need a real Redis; where none is installed they are skipped, and one line says so. */
export function describeWithRedis(name: string, tests: () => void): void {
  if (isRedisInstalled) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`Skipped "${name}": ${howToInstallRedis}\n`);
  describe.skip(name, tests);
}
