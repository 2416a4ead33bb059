/** A person at the web site: every act the sandbox knows, checked against the person's role. */

import { checkActions } from "./person-checks.ts";
import type { PersonContext } from "./person-context.ts";
import { edgeActions } from "./person-edges.ts";
import { issueActions, orderActions } from "./person-issues.ts";
import { planningActions } from "./person-planning.ts";
import { catalogueActions, repositoryActions } from "./person-repository.ts";
import { settingsActions } from "./person-settings.ts";
import { talkActions } from "./person-talk.ts";

export type Person = ReturnType<typeof issueActions> &
  ReturnType<typeof orderActions> &
  ReturnType<typeof planningActions> &
  ReturnType<typeof checkActions> &
  ReturnType<typeof edgeActions> &
  ReturnType<typeof talkActions> &
  ReturnType<typeof catalogueActions> &
  ReturnType<typeof repositoryActions> &
  ReturnType<typeof settingsActions>;

/** All acts of one person. */
export function personOf(context: PersonContext): Person {
  return {
    ...issueActions(context),
    ...orderActions(context),
    ...planningActions(context),
    ...checkActions(context),
    ...edgeActions(context),
    ...talkActions(context),
    ...catalogueActions(context),
    ...repositoryActions(context),
    ...settingsActions(context),
  };
}
