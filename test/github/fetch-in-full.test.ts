import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "#test";
import { RetryableError } from "../../src/engine/errors.ts";
import { queryGraphql } from "../../src/github/call-graphql.ts";
import { inFull } from "../../src/github/fetch-in-full.ts";
import { createOctokitClass, type Octokit } from "../../src/github/octokit.ts";

type Answer = RequestListener;

const whole: Answer = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end('{"data": {"whole": true}}');
};

const brokenOff: Answer = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
  response.write('{"data": {"who', () => response.destroy());
};

const page: Answer = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in to the proxy</h1>");
};

/** The answers, one after the other; the last one for all that follows. */
async function withGithub(
  answers: readonly Answer[],
  run: (octokit: Octokit, asked: () => number) => Promise<void>,
): Promise<void> {
  let asked = 0;
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    answer?.(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const Client = createOctokitClass({ retryUnitMilliseconds: 1 });
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  try {
    await run(new Client({ baseUrl: `http://127.0.0.1:${port}`, log }), () => asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("An answer is read in full", () => {
  test.each([
    ["breaks off", brokenOff],
    ["is a page of something between", page],
  ])("a query whose answer %s is asked again at once", async (_what, answer) => {
    await withGithub([answer, whole], async (octokit, asked) => {
      expect(await queryGraphql(octokit, "query { whole }", {})).toEqual({ whole: true });
      expect(asked()).toBe(2);
    });
  });

  test.each([
    ["breaks off", brokenOff],
    ["is a page of something between", page],
  ])("the job comes again where each answer %s", async (_what, answer) => {
    await withGithub([answer], async (octokit, asked) => {
      await expect(queryGraphql(octokit, "query { whole }", {})).rejects.toThrow(RetryableError);
      expect(asked()).toBe(3);
    });
  });

  test("REST that breaks off is asked again, and not taken for empty", async () => {
    await withGithub([brokenOff, whole], async (octokit, asked) => {
      const { data } = await octokit.request("GET /app");
      expect(data).toEqual({ data: { whole: true } });
      expect(asked()).toBe(2);
    });
  });

  test("what is too long in coming is given up, in words that tell", async () => {
    const neverAnswers: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const call = inFull(neverAnswers, 1)("https://api.github.com/graphql");
    await expect(call).rejects.toThrow("GitHub gave no answer in 0.001 s: timed out.");
  });
});
