/** What is said once on the page after an act. An address names a notice by number and never its words. */

export interface Notice {
  readonly kind: "refused" | "remark";
  readonly text: string;
}

const kept = 100;

export class Notices {
  readonly #notices = new Map<string, Notice>();
  #count = 0;

  /** The number it can be found by. */
  add(notice: Notice): string {
    this.#count += 1;
    const id = String(this.#count);
    this.#notices.set(id, notice);
    this.#notices.delete(String(this.#count - kept));
    return id;
  }

  find(id: string | undefined): Notice | undefined {
    return id === undefined ? undefined : this.#notices.get(id);
  }
}
