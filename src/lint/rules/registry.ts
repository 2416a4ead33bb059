// All rules, by id. One more is one new file and one line.

import type { Rule } from "../rule.ts";
import { activeRiskOnCompleteMilestone } from "./active-risk-on-complete-milestone.ts";
import { allSameDay } from "./all-same-day.ts";
import { anchorBroken } from "./anchor-broken.ts";
import { approval } from "./approval.ts";
import { arithmetic } from "./arithmetic.ts";
import { brokenMarkdown } from "./broken-markdown.ts";
import { changelogGap } from "./changelog-gap.ts";
import { closedWithOpenBlocker } from "./closed-with-open-blocker.ts";
import { completeWithOpenDependency } from "./complete-with-open-dependency.ts";
import { countDiffers } from "./count-differs.ts";
import { countVsList } from "./count-vs-list.ts";
import { danglingRef } from "./dangling-ref.ts";
import { decorationInTitle } from "./decoration-in-title.ts";
import { dependencyCycle } from "./dependency-cycle.ts";
import { dependencyOnEverything } from "./dependency-on-everything.ts";
import { dependencyOrder } from "./dependency-order.ts";
import { doubleCount } from "./double-count.ts";
import { duplicateSection } from "./duplicate-section.ts";
import { duplicateSectionDisagrees } from "./duplicate-section-disagrees.ts";
import { epicClosable } from "./epic-closable.ts";
import { issueInTwoMilestones } from "./issue-in-two-milestones.ts";
import { issueListedTwice } from "./issue-listed-twice.ts";
import { listDrift } from "./list-drift.ts";
import { markerScope } from "./marker-scope.ts";
import { metricWithoutMeasurement } from "./metric-without-measurement.ts";
import { milestoneDiffers } from "./milestone-differs.ts";
import { missingDoc } from "./missing-doc.ts";
import { missingField } from "./missing-field.ts";
import { missingFromList } from "./missing-from-list.ts";
import { movedToTwoPlaces } from "./moved-to-two-places.ts";
import { numberSeries } from "./number-series.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { placeholderRow } from "./placeholder-row.ts";
import { possibleDuplicate } from "./possible-duplicate.ts";
import { priorityUnset } from "./priority-unset.ts";
import { rangeSwallowsOpen } from "./range-swallows-open.ts";
import { schemeMix } from "./scheme-mix.ts";
import { scopeConflict } from "./scope-conflict.ts";
import { staleSection } from "./stale-section.ts";
import { stateConflict } from "./state-conflict.ts";
import { stateDiffers } from "./state-differs.ts";
import { statusConflict } from "./status-conflict.ts";
import { summaryVsDetail } from "./summary-vs-detail.ts";
import { titleDrift } from "./title-drift.ts";
import { totalsDoNotAdd } from "./totals-do-not-add.ts";
import { unclustered } from "./unclustered.ts";
import { weekdayDate } from "./weekday-date.ts";

export const rules: readonly Rule[] = [
  activeRiskOnCompleteMilestone,
  allSameDay,
  anchorBroken,
  approval,
  arithmetic,
  brokenMarkdown,
  changelogGap,
  closedWithOpenBlocker,
  completeWithOpenDependency,
  countDiffers,
  countVsList,
  danglingRef,
  decorationInTitle,
  dependencyCycle,
  dependencyOnEverything,
  dependencyOrder,
  doubleCount,
  duplicateSectionDisagrees,
  duplicateSection,
  epicClosable,
  issueInTwoMilestones,
  issueListedTwice,
  listDrift,
  markerScope,
  metricWithoutMeasurement,
  milestoneDiffers,
  missingDoc,
  missingField,
  missingFromList,
  movedToTwoPlaces,
  numberSeries,
  partExceedsWhole,
  placeholderRow,
  possibleDuplicate,
  priorityUnset,
  rangeSwallowsOpen,
  schemeMix,
  scopeConflict,
  staleSection,
  stateConflict,
  stateDiffers,
  statusConflict,
  summaryVsDetail,
  titleDrift,
  totalsDoNotAdd,
  unclustered,
  weekdayDate,
];
