/** HTTP servers of Node as promises. */
import { createServer, type RequestListener } from "node:http";

export interface Listening {
  readonly port: number;
  /** Takes no more connections, and resolves when those that are open have ended. */
  close(): Promise<void>;
}

/** Port 0 takes any free one. Rejects where the port is taken. */
export async function listen(
  handle: RequestListener,
  port: number,
  host: string,
): Promise<Listening> {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
