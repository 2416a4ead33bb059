/** The sandbox's web site: pages of its repositories over HTTP, for this machine only. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Exhibit, PlanShelf } from "./exhibit.ts";
import { siteRoutes } from "./routes/site-routes.ts";
import { Site } from "./site.ts";

export interface RunningSite {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Shows an exhibit at `url/owner/name`; one that was there ends. */
  show(exhibit: Exhibit): Promise<void>;
  /** Ends all exhibits too. */
  stop(): Promise<void>;
}

export interface SiteOptions {
  readonly shelf: PlanShelf;
  /** 0, the default, takes a free port. */
  readonly port?: number;
}

/** Rejects where the port is taken. */
export async function startSite({ shelf, port = 0 }: SiteOptions): Promise<RunningSite> {
  const site = new Site(shelf);
  const http = createAdaptorServer({ fetch: siteRoutes(site).fetch });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    show: (exhibit) => site.show(exhibit),
    stop: async () => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      if ("closeAllConnections" in http) http.closeAllConnections();
      await Promise.all([closed, site.stop()]);
    },
  };
}
