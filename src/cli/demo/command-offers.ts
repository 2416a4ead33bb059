/** The commands as the comment field offers them. */
import type { CommandOffer } from "../../../sandbox/web/exhibit.ts";
import { createRegistry } from "../../commands/registry.ts";
import { defaultConfig } from "../../config/defaults.ts";

const { prefix } = defaultConfig.commands;

export const commandOffers: readonly CommandOffer[] = createRegistry(defaultConfig).commands.map(
  ({ name, usage, summary }) => ({ usage: `${prefix}${name} ${usage}`.trim(), summary }),
);
