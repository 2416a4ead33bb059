import { afterAll, beforeAll, describe, expect, test } from "#test";
import { EVENT_ACTIONS, requireKnown } from "../../../sandbox/webhooks/event-actions.ts";
import { startWorkshop, type Workshop } from "../app-client.ts";
import {
  liveChecks,
  liveEverywhere,
  liveIssues,
  liveRepository,
  liveSettings,
} from "./every-event.ts";
import { deliveryContract, problemsOf } from "./open-api.ts";
import { examplesOf, publishedContract } from "./webhook-schemas.ts";

const KINDS = Object.entries(EVENT_ACTIONS).flatMap(([event, actions]) =>
  actions.map((action) => [event, action] as const),
);

/** Problems that are the schema's and not ours, by event, with the reason. */
const EXCUSED: Readonly<Record<string, readonly RegExp[]>> = {
  // The schemas of 2023 list the events there were then.
  installation: [/^\/installation\/events\/\d+ must be equal to one of the allowed values/],
  installation_repositories: [
    /^\/installation\/events\/\d+ must be equal to one of the allowed values/,
  ],
  // Null in the description of today; the schema of 2023 knows requests by members only.
  "installation.created": [/^\/requester must be object/],
  // What had no text or day before comes as null; the schemas show changes between two texts only.
  "milestone.edited": [/^\/changes\/(?:description|due_on)\/from must be string/],
  // It has just lost its milestone; the schema of 2023 was made from another example.
  "pull_request.demilestoned": [/^\/pull_request\/milestone must be object/],
};

/**
 * GitHub's examples are older than the schemas and lack fields; of what they have, none may differ. One
 * example has the times of its App in words.
 */
const NEWER_THAN_EXAMPLES =
  /must have required property|^\/pull_request\/head\/repo must (?:be null|match exactly one)|\/app\/(?:created|updated)_at must match format/;

describe("deliveries fit GitHub's schemas", () => {
  let shop: Workshop;
  const sent = new Map<string, Record<string, unknown>[]>();
  beforeAll(async () => {
    const prepare = ({ world }: Pick<Workshop, "world">) => {
      world.createRepository({ owner: "acme", name: "lib" });
    };
    // The description knows dependencies in organisations only.
    shop = await startWorkshop(prepare, {}, true);
    shop.sandbox.addRepository(shop.installation, "lib");
    for (const live of [liveIssues, liveRepository]) live(shop);
    await liveChecks(shop);
    for (const live of [liveSettings, liveEverywhere]) live(shop);
    await shop.sandbox.settled();
    for (const { headers, payload } of shop.hooks.received) {
      const name = `${headers["x-github-event"]}.${payload.action ?? ""}`;
      sent.set(name, [...(sent.get(name) ?? []), payload]);
    }
  });
  afterAll(() => shop.stop());

  test.each(KINDS)("%s.%s", (event, action) => {
    const name = `${event}.${action}`;
    const payloads = sent.get(name) ?? [];
    expect(payloads.length).toBeGreaterThan(0);
    const contracts = [deliveryContract(event, action), publishedContract(event, action)];
    const known = contracts.filter((contract) => contract !== undefined);
    expect(known.length).toBeGreaterThan(0);
    for (const payload of payloads) {
      const problems = known.flatMap((contract) => problemsOf(contract, payload));
      const excuses = [...(EXCUSED[event] ?? []), ...(EXCUSED[name] ?? [])];
      const ours = problems.filter((problem) => !excuses.some((excuse) => excuse.test(problem)));
      expect({ name, problems: ours }).toEqual({ name, problems: [] });
    }
  });

  test.each(KINDS)("%s.%s has what GitHub's examples have", (event, action) => {
    const optional = ["organization", "enterprise", "changes"];
    const payloads = sent.get(`${event}.${action}`) ?? [];
    for (const example of examplesOf(event, action)) {
      const wanted = Object.keys(example).filter((key) => !optional.includes(key));
      const missing = wanted.filter((key) => !payloads.some((payload) => key in payload));
      expect({ event, action, missing }).toEqual({ event, action, missing: [] });
    }
  });

  test("GitHub's own examples have the types the schemas ask for", () => {
    let passed = 0;
    for (const [event, action] of KINDS) {
      const contract = publishedContract(event, action);
      if (contract === undefined) continue;
      for (const example of examplesOf(event, action)) {
        const problems = problemsOf(contract, example);
        const real = problems.filter((problem) => !NEWER_THAN_EXAMPLES.test(problem));
        expect({ event, action, real }).toEqual({ event, action, real: [] });
        passed += 1;
      }
    }
    expect(passed).toBeGreaterThan(20);
  });

  test("an event that is not listed cannot be sent, so nothing escapes the checks", () => {
    expect(() => requireKnown("issues", "eaten")).toThrow("issues.eaten is sent and not listed");
    expect(() => requireKnown("gollum", undefined)).toThrow("gollum. is sent and not listed");
    expect([...sent.keys()].sort()).toEqual(KINDS.map((kind) => kind.join(".")).sort());
  });

  test.each([
    ["issues", "opened"],
    ["issue_dependencies", "blocked_by_added"],
    ["sub_issues", "sub_issue_added"],
    ["push", ""],
  ])("a field of %s.%s of the wrong type would fail", (event, action) => {
    const [payload] = sent.get(`${event}.${action}`) ?? [];
    const contract = deliveryContract(event, action);
    if (payload === undefined || contract === undefined) throw new Error("nothing to check");
    const unnoticed = Object.keys(payload).filter((field) => {
      const value = typeof payload[field] === "object" ? 7 : { wrong: true };
      return problemsOf(contract, { ...payload, [field]: value }).length === 0;
    });
    expect(unnoticed).toEqual([]);
  });
});
