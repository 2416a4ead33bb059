/** Brings what happened to every App installed where it happened, if it subscribed to it. */
import type { AppRecord, AppRegistry, Installation } from "../auth/app-registry.ts";
import { mayHear } from "../auth/permissions.ts";
import type { DeliveryFaults } from "../faults/delivery-faults.ts";
import { accountJson } from "../shapes/account-json.ts";
import { installationJson } from "../shapes/installation-json.ts";
import { minimalRepositoryJson } from "../shapes/repository-json.ts";
import type { Account, Repository } from "../world/model.ts";
import type { WorldEvent } from "../world/world-event.ts";
import type { WorldState } from "../world/world-state.ts";
import { type Delivery, DeliveryQueue } from "./delivery-queue.ts";
import { requireKnown } from "./event-actions.ts";
import { renderPayload } from "./payload.ts";

export class Dispatcher {
  readonly deliveries: Delivery[] = [];
  readonly #queues = new Map<AppRecord, DeliveryQueue>();
  readonly #registry: AppRegistry;
  readonly #state: WorldState;
  readonly #faults: DeliveryFaults;

  constructor(state: WorldState, registry: AppRegistry, faults: DeliveryFaults) {
    this.#state = state;
    this.#registry = registry;
    this.#faults = faults;
    state.listeners.push((event) => this.#dispatch(event));
  }

  /** Sends an `installation` delivery, with the repositories it concerns. */
  tellInstallation(installation: Installation, action: string, sender: Account): void {
    const repositories = this.#registry.repositoriesOf(installation).map(minimalRepositoryJson);
    const payload = {
      action,
      installation: installationJson(installation),
      repositories,
      requester: null,
      sender: accountJson(sender),
    };
    this.#send(installation.app, "installation", payload);
  }

  /** Sends `installation_repositories` about repositories gained or lost. */
  tellRepositories(
    installation: Installation,
    action: "added" | "removed",
    repositories: readonly Repository[],
    sender: Account,
  ): void {
    const changed = repositories.map(minimalRepositoryJson);
    const payload = {
      action,
      installation: installationJson(installation),
      repository_selection: installation.selection,
      repositories_added: action === "added" ? changed : [],
      repositories_removed: action === "removed" ? changed : [],
      requester: null,
      sender: accountJson(sender),
    };
    this.#send(installation.app, "installation_repositories", payload);
  }

  /** Sends a logged delivery again. */
  redeliver(app: AppRecord, delivery: Delivery): void {
    this.#queue(app).redeliver(delivery);
  }

  /** Resolves when no delivery is queued or under way, including those that answers caused. */
  async settled(): Promise<void> {
    while ([...this.#queues.values()].some((queue) => !queue.isIdle)) {
      await Promise.all([...this.#queues.values()].map((queue) => queue.tail));
    }
  }

  stop(): void {
    for (const queue of this.#queues.values()) queue.stop();
  }

  #dispatch(event: WorldEvent): void {
    for (const installation of this.#registry.installations) {
      if (!this.#registry.covers(installation, event.repository)) continue;
      if (installation.suspendedAt !== null) continue;
      this.#tellNewRepository(installation, event);
      if (event.name === "repository" && event.action === "deleted") {
        installation.selected.delete(event.repository);
      }
      if (!isSubscribed(installation, event.name)) continue;
      this.#send(installation.app, event.name, renderPayload(event, installation.id));
    }
  }

  #tellNewRepository(installation: Installation, event: WorldEvent): void {
    if (event.name !== "repository" || event.action !== "created") return;
    this.tellRepositories(installation, "added", [event.repository], event.sender);
  }

  #send(app: AppRecord, event: string, payload: Readonly<Record<string, unknown>>): void {
    requireKnown(event, payload.action);
    const queue = this.#queue(app);
    const delivery = queue.prepare(event, payload, this.#state.clock.iso());
    const repository = payload.repository as { readonly full_name: string } | undefined;
    this.#faults.pass({
      ...{ event, action: delivery.action, repository: repository?.full_name, app: app.app.slug },
      send: () => queue.send(delivery),
      repeat: () => queue.redeliver(delivery),
      fail: () => queue.fail(delivery),
    });
  }

  #queue(app: AppRecord): DeliveryQueue {
    const known = this.#queues.get(app);
    if (known !== undefined) return known;
    const hook = {
      appId: app.app.appId,
      // Read anew each time: an App may change both once it listens.
      url: () => app.input.webhookUrl,
      secret: () => app.input.webhookSecret,
    };
    const queue = new DeliveryQueue(hook, this.deliveries);
    this.#queues.set(app, queue);
    return queue;
  }
}

function isSubscribed({ app: { input }, permissions }: Installation, event: string): boolean {
  const isWanted = input.events === undefined || input.events.includes(event);
  return isWanted && mayHear(permissions, event);
}
