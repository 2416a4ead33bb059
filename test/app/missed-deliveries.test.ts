import { expect, test } from "#test";
import { findMissedDeliveries } from "../../src/app/missed-deliveries.ts";
import { RetryableError } from "../../src/engine/errors.ts";
import type { FailedDelivery } from "../../src/github/delivery-log.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };
const since = "2025-01-01T00:00:00Z";

function failed(id: number, name: string, more: Partial<FailedDelivery> = {}): FailedDelivery {
  const [event = "", action = null] = name.split(".");
  return { id, event, action, installation: 1, repository: id * 10, attempts: 1, ...more };
}

async function find(list: readonly FailedDelivery[], refused: readonly number[] = []) {
  const sent: number[] = [];
  const deliveries = {
    failedSince: async () => list,
    async redeliver(id: number) {
      if (refused.includes(id)) throw new RetryableError("502");
      sent.push(id);
    },
  };
  return { repositories: await findMissedDeliveries(deliveries, since, log), sent };
}

test("names the repositories, and sends again what carries a text, the oldest first", async () => {
  const { repositories, sent } = await find([
    failed(5, "issue_comment.edited"),
    failed(4, "issues.closed"),
    failed(3, "issues.edited"),
    failed(2, "installation.created", { repository: null }),
    failed(1, "issue_comment.created"),
  ]);
  expect([...repositories].sort()).toEqual([10, 30, 40, 50]);
  expect(sent).toEqual([1, 3, 5]);
});

test("does not send again what has failed three times", async () => {
  const { sent } = await find([failed(1, "issue_comment.created", { attempts: 3 })]);
  expect(sent).toEqual([]);
});

test("goes on where one cannot be sent again", async () => {
  const comments = [failed(2, "issue_comment.created"), failed(1, "issue_comment.created")];
  const { sent, repositories } = await find(comments, [1]);
  expect(sent).toEqual([2]);
  expect(repositories.size).toBe(2);
});

test("sends again a hundred at most", async () => {
  const many = Array.from({ length: 150 }, (_, id) => failed(id, "issue_comment.created"));
  expect((await find(many)).sent).toHaveLength(100);
});

test("a log that cannot be read stops nothing", async () => {
  const deliveries = {
    failedSince: async () => Promise.reject(new RetryableError("502")),
    redeliver: async () => undefined,
  };
  expect(await findMissedDeliveries(deliveries, since, log)).toEqual(new Set());
});
