/** The formats of `milepost lint --format`, by name. */
import type { FileReport } from "../lint-document.ts";
import { renderGithub } from "./github.ts";
import { renderJson } from "./json.ts";
import { renderSarif } from "./sarif.ts";
import { renderText } from "./text.ts";

export const formats = {
  text: renderText,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
} satisfies Readonly<Record<string, (reports: readonly FileReport[]) => string>>;

export type FormatName = keyof typeof formats;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
