/** What a form sent: fields by name, a file where there was one. */
import type { Context } from "hono";
import type { BroughtFile } from "../exhibit.ts";

export class Form {
  readonly #fields: Readonly<Record<string, string | File>>;

  constructor(fields: Readonly<Record<string, string | File>>) {
    this.#fields = fields;
  }

  /** "" where the field is missing. */
  text(name: string): string {
    const value = this.#fields[name];
    return typeof value === "string" ? value : "";
  }

  /** A whole number; a "#" before it is left away. Not a number where there is none. */
  number(name: string): number {
    const text = this.text(name).trim().replace(/^#/, "");
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
  }

  /** Undefined where none was chosen. */
  async file(name: string): Promise<BroughtFile | undefined> {
    const value = this.#fields[name];
    if (!(value instanceof File) || value.size === 0) return undefined;
    return { name: value.name, text: await value.text() };
  }
}

export async function readForm(context: Context): Promise<Form> {
  return new Form(await context.req.parseBody());
}
