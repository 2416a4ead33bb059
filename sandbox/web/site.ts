/** What every page works on: the exhibits, where further ones come from, and what is to be said. */
import type { Exhibit, PlanShelf } from "./exhibit.ts";
import { Notices } from "./notices.ts";

export class Site {
  readonly shelf: PlanShelf;
  readonly notices = new Notices();
  readonly #exhibits = new Map<string, Exhibit>();

  constructor(shelf: PlanShelf) {
    this.shelf = shelf;
  }

  get exhibits(): readonly Exhibit[] {
    return [...this.#exhibits.values()];
  }

  find(repository: string): Exhibit | undefined {
    return this.#exhibits.get(repository.toLowerCase());
  }

  /** Shows an exhibit; one of the same name ends. */
  async show(exhibit: Exhibit): Promise<void> {
    const key = exhibit.repository.toLowerCase();
    const earlier = this.#exhibits.get(key);
    this.#exhibits.set(key, exhibit);
    if (earlier === undefined || earlier === exhibit) return;
    earlier.live.end();
    await earlier.stop();
  }

  async stop(): Promise<void> {
    for (const { live } of this.exhibits) live.end();
    await Promise.all(this.exhibits.map((exhibit) => exhibit.stop()));
  }
}
