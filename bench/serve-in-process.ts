/**
 * A server in a process of its own, so that it shares no event loop with who measures it: `milepost serve`, or
 * the bare Probot app that is its yardstick. Its arguments: which, and the port of GitHub.
 */
import { createNodeMiddleware, Probot } from "probot";
import { createLog } from "../src/app/create-log.ts";
import { listen } from "../src/app/listen.ts";
import { startServer } from "../src/app/server.ts";
import { webhookSecret } from "./fake-github.ts";

const [which, githubPort] = process.argv.slice(2);
const appId = 1;
const privateKey = process.env.PRIVATE_KEY ?? "";
const baseUrl = `http://127.0.0.1:${githubPort}`;
const host = "127.0.0.1";

async function startBare(): Promise<string> {
  const probot = new Probot({ appId, privateKey, secret: webhookSecret, baseUrl });
  const app = (probot: Probot) => {
    probot.onAny(async () => undefined);
  };
  const middleware = await createNodeMiddleware(app, { probot });
  const { port } = await listen((request, response) => void middleware(request, response), 0, host);
  return `http://${host}:${port}`;
}

async function startMilepost(): Promise<string> {
  const log = await createLog({ logLevel: "fatal", logFormat: "json" });
  const server = await startServer({
    appId,
    privateKey,
    webhookSecret,
    baseUrl,
    port: 0,
    host,
    log,
  });
  return server.url;
}

const url = await (which === "bare" ? startBare() : startMilepost());
process.send?.(url);
process.on("message", () => process.send?.(process.memoryUsage().rss));
process.on("disconnect", () => process.exit(0));
