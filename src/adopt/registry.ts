// All recognisers. A new one is a file and a line here.

import type { Recogniser } from "./candidate.ts";
import {
  recogniseBreakdowns,
  recogniseStatusLine,
  recogniseTotals,
} from "./recognisers/figures.ts";
import { recogniseLists } from "./recognisers/lists.ts";
import { recogniseMoved } from "./recognisers/moved.ts";
import { recogniseChains, recogniseSequences } from "./recognisers/order.ts";
import { recogniseRepeatedParts } from "./recognisers/repeated-parts.ts";
import { recogniseRiskFlags } from "./recognisers/risk-flags.ts";

export const recognisers: readonly Recogniser[] = [
  recogniseStatusLine,
  recogniseChains,
  recogniseSequences,
  recogniseLists,
  recogniseMoved,
  recogniseTotals,
  recogniseBreakdowns,
  recogniseRiskFlags,
  recogniseRepeatedParts,
];
