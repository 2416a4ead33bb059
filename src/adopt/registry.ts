// All recognisers. A new one is a file and a line here.

import type { Recogniser } from "./candidate.ts";
import { recogniseContents } from "./recognisers/contents.ts";
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
import { recogniseHeadedLists, recogniseMilestoneSections } from "./recognisers/sections.ts";
import { recogniseMilestonesTables, recogniseProgressTables } from "./recognisers/tables.ts";

export const recognisers: readonly Recogniser[] = [
  recogniseStatusLine,
  recogniseChains,
  recogniseSequences,
  recogniseLists,
  recogniseMoved,
  recogniseTotals,
  recogniseBreakdowns,
  recogniseRiskFlags,
  recogniseProgressTables,
  recogniseMilestonesTables,
  recogniseMilestoneSections,
  recogniseHeadedLists,
  recogniseContents,
  recogniseRepeatedParts,
];
