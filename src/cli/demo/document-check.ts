/** A document that somebody brought, linted: once as it came, and again whenever it or the plan has changed. */
import type { DocumentCheck, DocumentFinding } from "../../../sandbox/web/exhibit.ts";
import type { Plan } from "../../domain/plan.ts";
import { type LintSource, lintDocument } from "../../lint/lint-document.ts";
import { decodeText } from "../../markdown/bytes.ts";
import type { Playground } from "../play/playground.ts";

type Linted = {
  readonly plan: Plan;
  readonly text: string;
  readonly found: DocumentCheck["brought"];
};

export function createDocumentCheck(
  { path, text }: LintSource,
  { sandbox, seeded, plan: planNow }: Playground,
): DocumentCheck {
  const { world } = sandbox;
  const documentNow = () => world.file(world.repository(seeded.nameWithOwner), path);
  let last: Linted | undefined;
  return {
    path,
    brought: findingsOf({ path, text }, null),
    now() {
      const plan = planNow();
      const bytes = documentNow();
      if (plan === null || bytes === undefined) return undefined;
      const present = decodeText(bytes);
      if (last?.plan !== plan || last.text !== present) {
        last = { plan, text: present, found: findingsOf({ path, text: present }, plan) };
      }
      return last.found;
    },
  };
}

function findingsOf(source: LintSource, plan: Plan | null): readonly DocumentFinding[] {
  return lintDocument(source, plan).findings;
}
