import { describe, expect, test } from "#test";
import { createPacing, isWrite } from "../../src/github/pacing.ts";

describe("what counts as a write", () => {
  test.each([
    ["a REST read", { method: "GET", url: "/repos/a/b" }, false],
    ["a REST write", { method: "POST", url: "/repos/a/b/issues" }, true],
    [
      "a new token",
      { method: "POST", url: "/app/installations/{installation_id}/access_tokens" },
      false,
    ],
    ["a GraphQL query", { method: "POST", url: "/graphql", query: "query { a }" }, false],
    ["a GraphQL mutation", { method: "POST", url: "/graphql", query: "\nmutation M { a }" }, true],
    [
      "a mutation on an Enterprise Server",
      { method: "POST", url: "https://ghe.test/api/graphql", query: "mutation { a }" },
      true,
    ],
    [
      "a query that speaks of mutations",
      { method: "POST", url: "/graphql", query: "query mutation { a }" },
      false,
    ],
  ])("%s", (_name, call, expected) => {
    expect(isWrite(call)).toBe(expected);
  });
});

describe("order of calls", () => {
  type Send = (options: object) => Promise<unknown>;
  type Around = (send: Send, options: object) => Promise<unknown>;

  /** A client that has the plugin, as the function its hook wraps around each call. */
  function clientOf(pacing: ReturnType<typeof createPacing>, installationId: number): Around {
    let around: Around = async () => undefined;
    const hook = {
      wrap(_name: string, wrapper: Around) {
        around = wrapper;
      },
    };
    pacing({ hook }, { auth: { installationId } });
    return around;
  }

  /** A call that goes on until it is told to end. */
  function openCall() {
    let end = () => {};
    const ended = new Promise<object>((resolve) => {
      end = () => resolve({ status: 200, data: {} });
    });
    const call = { isSent: false, end, send: () => ended as Promise<unknown> };
    call.send = () => {
      call.isSent = true;
      return ended;
    };
    return call;
  }

  const write = () => ({ method: "POST", url: "/repos/a/b/issues" });
  async function until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  test("a write waits for the one before it, in all clients of the installation", async () => {
    const pacing = createPacing(0);
    const [first, second] = [openCall(), openCall()];
    const writing = clientOf(pacing, 1)(first.send, write());
    const waiting = clientOf(pacing, 1)(second.send, write());
    await until(() => first.isSent);
    expect(second.isSent).toBe(false);
    first.end();
    second.end();
    await Promise.all([writing, waiting]);
    expect(second.isSent).toBe(true);
  });

  test("reads and other installations wait for no write", async () => {
    const pacing = createPacing(0);
    const [writing, reading, other] = [openCall(), openCall(), openCall()];
    const all = [
      clientOf(pacing, 1)(writing.send, write()),
      clientOf(pacing, 1)(reading.send, { method: "GET", url: "/repos/a/b" }),
      clientOf(pacing, 2)(other.send, write()),
    ];
    await until(() => writing.isSent && reading.isSent && other.isSent);
    for (const call of [writing, reading, other]) call.end();
    await Promise.all(all);
  });

  test("writes begin the given time apart", async () => {
    const around = clientOf(createPacing(60), 1);
    const begun: number[] = [];
    const send = async () => {
      begun.push(performance.now());
      return { status: 200, data: {} };
    };
    await Promise.all([around(send, write()), around(send, write())]);
    const [first = 0, second = 0] = begun;
    expect(second - first).toBeGreaterThan(50);
  });
});
