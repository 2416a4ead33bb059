import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { expect, test } from "#test";
import { findStaleness } from "../../src/engine/stale.ts";

const manifest = parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8"));

test("the App asks for these permissions and no more", () => {
  expect(manifest.default_permissions).toEqual({
    metadata: "read",
    issues: "write",
    contents: "write",
    pull_requests: "write",
    checks: "write",
  });
});

test("every event that is asked for is known to the table of what it makes stale", () => {
  for (const event of manifest.default_events) {
    expect([event, JSON.stringify(findStaleness(event, "any"))]).not.toEqual([
      event,
      expect.stringContaining("does not act on"),
    ]);
  }
});

test("events that GitHub sends unasked are not listed, or the manifest is refused", () => {
  expect(manifest.default_events).not.toContain("installation");
  expect(manifest.default_events).not.toContain("installation_repositories");
});
