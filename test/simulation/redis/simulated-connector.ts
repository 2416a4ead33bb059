/** What ioredis opens connections by. */
import type { RedisOptions } from "ioredis";
import type { Life } from "../life.ts";
import type { SimulatedRedis } from "./simulated-redis.ts";
import type { SimulatedSocket } from "./simulated-socket.ts";

/** The `Connector` of one process's clients. */
export function simulatedConnector(
  redis: SimulatedRedis,
  life: Life,
): NonNullable<RedisOptions["Connector"]> {
  class SimulatedConnector {
    #socket: SimulatedSocket | null = null;

    check(): boolean {
      return true;
    }

    async connect(): Promise<SimulatedSocket> {
      this.#socket = redis.connect(life).socket;
      return this.#socket;
    }

    disconnect(): void {
      this.#socket?.end();
    }
  }
  return SimulatedConnector as unknown as NonNullable<RedisOptions["Connector"]>;
}
