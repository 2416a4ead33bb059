/**
 * A sandbox over real HTTP on the loopback interface: REST under `/` and `/api/v3`, GraphQL under
 * `/graphql` and `/api/graphql`, webhooks to registered Apps. The pages for people are in `web/`.
 */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { RegisteredApp } from "./auth/app-registry.ts";
import {
  createSandbox,
  type LocalSandbox,
  type Serve,
  type WorldOptions,
} from "./create-sandbox.ts";
import type { World } from "./world/world.ts";

export type { RegisteredApp, World };

export interface SandboxOptions extends WorldOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
}

export interface Sandbox extends LocalSandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
}

/** Starts a sandbox; `stop` it when done. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { serve, ...sandbox } = createSandbox(options);
  const http = await listen(serve, options.port ?? 0);
  return {
    ...sandbox,
    url: http.url,
    stop: async () => {
      await sandbox.stop();
      await http.close();
    },
  };
}

async function listen(serve: Serve, port: number) {
  const http = createAdaptorServer({ fetch: serve });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = http.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve());
      if ("closeAllConnections" in http) http.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}`, close };
}
