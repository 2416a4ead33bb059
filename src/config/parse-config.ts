// The text of `.github/milepost.yml` by itself to a Config or to all that is wrong with it, in order of
// line. What it extends is not read here.

import { combineLayers } from "./combine-layers.ts";
import type { ConfigResult } from "./config.ts";
import { readLayer } from "./settings-layer.ts";

/** A valid Config (defaults for an empty text) or at least one error. Never throws. */
export function parseConfig(text: string): ConfigResult {
  return combineLayers([readLayer(text)]);
}
