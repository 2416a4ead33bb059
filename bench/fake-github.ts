/** As much of GitHub as a server needs to start: the App, and nothing else. */
import { generateKeyPairSync } from "node:crypto";
import { type Listening, listen } from "../src/app/listen.ts";

export const privateKey = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;

export const webhookSecret = "bench";

/** Lists are empty; whatever else is asked for is not found. */
export function startFakeGithub(): Promise<Listening> {
  return listen(
    (request, response) => {
      const path = request.url?.replace("/api/v3", "").split("?")[0];
      const isList = path === "/app/installations" || path === "/app/hook/deliveries";
      const body = path === "/app" ? { id: 1, slug: "milepost" } : isList ? [] : {};
      const status = path === "/app" || isList ? 200 : 404;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    },
    0,
    "127.0.0.1",
  );
}
