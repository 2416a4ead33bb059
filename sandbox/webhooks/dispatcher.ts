/** Brings what happened to every App installed where it happened, if it subscribed to it. */
import type { AppRecord, AppRegistry, Installation } from "../auth/app-registry.ts";
import { grants, mayHear } from "../auth/permissions.ts";
import type { DeliveryFaults } from "../faults/delivery-faults.ts";
import { accountJson } from "../shapes/account-json.ts";
import { installationJson } from "../shapes/installation-json.ts";
import { minimalRepositoryJson } from "../shapes/repository-json.ts";
import { suiteFor } from "../world/checks.ts";
import type { Account, Repository } from "../world/model.ts";
import type { Push } from "../world/push.ts";
import type { WorldEvent } from "../world/world-event.ts";
import type { WorldState } from "../world/world-state.ts";
import { type Delivery, DeliveryQueue, type DeliveryTiming, type Hook } from "./delivery-queue.ts";
import { requireKnown } from "./event-actions.ts";
import { renderPayload } from "./payload.ts";

export class Dispatcher {
  readonly deliveries: Delivery[] = [];
  readonly #queues = new Map<AppRecord, DeliveryQueue>();
  readonly #registry: AppRegistry;
  readonly #state: WorldState;
  readonly #faults: DeliveryFaults;
  readonly #timing: DeliveryTiming;

  constructor(
    state: WorldState,
    registry: AppRegistry,
    faults: DeliveryFaults,
    timing: DeliveryTiming,
  ) {
    this.#timing = timing;
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
    this.#queue(app).redeliver(delivery, this.#state.clock.iso());
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
    if (event.formerOwner !== undefined) this.#tellOfLoss(event, event.formerOwner);
    for (const installation of this.#registry.installations) {
      if (!this.#registry.covers(installation, event.repository)) continue;
      if (installation.suspendedAt !== null) continue;
      this.#tellNewRepository(installation, event);
      if (event.name === "repository" && event.action === "deleted") {
        installation.selected.delete(event.repository);
      }
      this.#tell(installation, event);
      this.#requestChecks(installation, event);
    }
  }

  #tell(installation: Installation, event: WorldEvent): void {
    const { app } = installation.app;
    if (event.onlyTo !== undefined && event.onlyTo !== app.appId) return;
    if (!isSubscribed(installation, event.name)) return;
    this.#send(installation.app, event.name, renderPayload(event, installation.id));
  }

  /** Every App that may write checks is asked for its own of each pushed commit. */
  #requestChecks(installation: Installation, event: WorldEvent): void {
    const push = event.parts.push as Push | undefined;
    if (push?.after == null || !grants(installation.permissions, "checks", "write")) return;
    const { app, bot } = installation.app;
    const pushed = { branch: push.ref.name, before: push.before };
    const suite = suiteFor(this.#state, push.after, { ...app, bot }, pushed);
    const { repository, sender } = event;
    const parts = { check_suite: suite };
    this.#tell(installation, {
      name: "check_suite",
      action: "requested",
      repository,
      sender,
      parts,
    });
  }

  #tellNewRepository(installation: Installation, event: WorldEvent): void {
    if (event.name !== "repository") return;
    if (event.action !== "created" && event.action !== "transferred") return;
    this.tellRepositories(installation, "added", [event.repository], event.sender);
  }

  /** The Apps of a former owner hear that they lost the repository, and nothing else of it. */
  #tellOfLoss({ repository, sender }: WorldEvent, formerOwner: Account): void {
    for (const installation of this.#registry.installations) {
      const isChosen = installation.selected.delete(repository);
      if (installation.account !== formerOwner || installation.suspendedAt !== null) continue;
      if (!isChosen && installation.selection === "selected") continue;
      this.tellRepositories(installation, "removed", [repository], sender);
    }
  }

  #send(app: AppRecord, event: string, payload: Readonly<Record<string, unknown>>): void {
    requireKnown(event, payload.action);
    const queue = this.#queue(app);
    const delivery = queue.prepare(event, payload, this.#state.clock.iso());
    const repository = payload.repository as { readonly full_name: string } | undefined;
    this.#faults.pass({
      ...{ event, action: delivery.action, repository: repository?.full_name, app: app.app.slug },
      send: () => queue.send(delivery),
      repeat: () => queue.repeat(delivery),
      fail: () => queue.fail(delivery),
    });
  }

  #queue(app: AppRecord): DeliveryQueue {
    const known = this.#queues.get(app);
    if (known !== undefined) return known;
    const queue = new DeliveryQueue(hookOf(app), this.deliveries, this.#timing);
    this.#queues.set(app, queue);
    return queue;
  }
}

/** Read anew each time: an App may change its settings once it listens. */
function hookOf(app: AppRecord): Hook {
  return {
    appId: app.app.appId,
    url: () => app.input.webhookUrl ?? (app.input.deliver === undefined ? "" : NOWHERE),
    secret: () => app.input.webhookSecret,
    send: (request) => (app.input.deliver ?? fetch)(request),
  };
}

/** Requests have an address even where no network is. */
const NOWHERE = "http://app.invalid/";

function isSubscribed({ app: { input }, permissions }: Installation, event: string): boolean {
  const isWanted = input.events === undefined || input.events.includes(event);
  return isWanted && mayHear(permissions, event);
}
