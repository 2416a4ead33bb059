/** The pages are for the person at this machine: not for other sites, nor for what texts bring along. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "#test";
import { type PlainSite, startPlainSite } from "./sites.ts";

let plain: PlainSite;

beforeAll(async () => {
  plain = await startPlainSite();
});
afterAll(() => plain.site.stop());

const close = { method: "POST", body: new URLSearchParams({ state: "completed" }) };

test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])(
  "a page asked for under the name %p is not given",
  async (host) => {
    expect(await statusUnder(plain.home, host)).toBe(host === "" ? 400 : 421);
  },
);

test.each(["localhost", "127.0.0.1", "LOCALHOST:1234", "[::1]:80"])(
  "a page asked for under the name %p is given",
  async (host) => {
    expect(await statusUnder(plain.home, host)).toBe(200);
  },
);

test.each([
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "http://127.0.0.1:1" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
])("an act that another site sends is refused and not done: %p", async (headers) => {
  const answer = await fetch(`${plain.home}/issues/1/state`, { ...close, headers });
  expect(answer.status).toBe(403);
  expect(plain.sandbox.world.issue("example/garden", 1).state).toBe("open");
});

test("an act from these pages is done", async () => {
  const headers = { origin: plain.site.url, "sec-fetch-site": "same-origin" };
  const answer = await fetch(`${plain.home}/issues/2/state`, {
    ...close,
    headers,
    redirect: "manual",
  });
  expect(answer.status).toBe(303);
  expect(plain.sandbox.world.issue("example/garden", 2).state).toBe("closed");
});

test.each(["", "/issues", "/nothing", "/log"])(
  "the page %p allows scripts, styles and forms of this site alone",
  async (path) => {
    const { headers } = await fetch(`${plain.home}${path}`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  },
);

test("the frame of diagrams has no origin and may be framed by these pages only", async () => {
  const { headers } = await fetch(`${plain.site.url}/-/diagram`);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("sandbox allow-scripts;");
  expect(policy).toContain("frame-ancestors 'self'");
});

test("a file's bytes run nothing", async () => {
  const { headers } = await fetch(`${plain.home}/raw/main/docs/plan.md`);
  expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
});

test.each([
  "/-/assets/..%2Fguard.ts",
  "/-/assets/%2e%2e/guard.ts",
  "/-/assets/..%2F..%2F..%2Fnode_modules%2Fcommander%2Findex.js",
  "/-/assets/main.js%00",
  "/-/mermaid/..%2F..%2Fcommander%2Fesm.mjs",
  "/-/mermaid/chunks/mermaid.esm.min/..%2F..%2Fmermaid.core.mjs",
])("the address %p leads to no file outside", async (path) => {
  expect((await fetch(`${plain.site.url}${path}`)).status).toBe(404);
});

test("who is chosen goes into a cookie that other sites cannot use, and strangers are not chosen", async () => {
  const choose = (login: string) =>
    fetch(`${plain.site.url}/-/viewer`, {
      method: "POST",
      body: new URLSearchParams({ login }),
      redirect: "manual",
    });
  const chosen = await choose("reader");
  expect(chosen.headers.get("set-cookie")).toBe("viewer=reader; Path=/; HttpOnly; SameSite=Strict");
  expect((await choose("mallory")).headers.get("set-cookie")).toBeNull();
});

test("after an act one is led to a page of this site, wherever one says to come from", async () => {
  const answer = await fetch(`${plain.site.url}/-/viewer`, {
    method: "POST",
    body: new URLSearchParams({ login: "reader" }),
    headers: { referer: "https://evil.example/trap" },
    redirect: "manual",
  });
  expect(answer.headers.get("location")).toBe("/");
});

/** `fetch` does not let one choose the name. */
function statusUnder(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(address);
    const headers = host === "" ? {} : { host };
    const options = { hostname, port, path: pathname, headers, setHost: false };
    request(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
