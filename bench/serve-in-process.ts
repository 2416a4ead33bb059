/**
 * A server in a process of its own, so that it shares no event loop with who measures it: `milepost serve`, or
 * the bare Probot app that is its yardstick. Its one argument is `ServedApp` as JSON; it says its URL once it
 * listens, and answers each message with its `Usage`.
 */
import { createNodeMiddleware, Probot } from "probot";
import { createLog } from "../src/app/create-log.ts";
import { listen } from "../src/app/listen.ts";
import { startServer } from "../src/app/server.ts";

export interface ServedApp {
  readonly which: "milepost" | "bare";
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Where GitHub is. */
  readonly baseUrl: string;
  /** Between two writes of an installation. */
  readonly writeIntervalMilliseconds?: number;
}

export interface Usage {
  /** Since the process began, of all its threads. */
  readonly cpuMilliseconds: number;
  readonly rssBytes: number;
}

interface Served {
  readonly url: string;
  /** Resolves when it has nothing to do. */
  readonly idle: () => Promise<void>;
}

const options: ServedApp = JSON.parse(process.argv[2] ?? "");
const host = "127.0.0.1";

async function startBare(): Promise<Served> {
  const { appId, privateKey, webhookSecret: secret, baseUrl } = options;
  const probot = new Probot({ appId, privateKey, secret, baseUrl });
  const app = (probot: Probot) => {
    probot.onAny(async () => undefined);
  };
  const middleware = await createNodeMiddleware(app, { probot });
  const { port } = await listen((request, response) => void middleware(request, response), 0, host);
  return { url: `http://${host}:${port}`, idle: async () => undefined };
}

async function startMilepost(): Promise<Served> {
  const log = await createLog({ logLevel: "fatal", logFormat: "json" });
  return startServer({ ...options, port: 0, host, log });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMilliseconds: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() };
}

const { url, idle } = await (options.which === "bare" ? startBare() : startMilepost());
process.send?.(url);
process.on("message", () => void idle().then(() => process.send?.(usage())));
process.on("disconnect", () => process.exit(0));
