/** From what was read to the plan, with what is wrong with the configuration and the status issue. */
import { configPath } from "../config/settings-file.ts";
import type { Day } from "../domain/calendar.ts";
import { derivePlan } from "../domain/derive-plan.ts";
import { withFindings } from "../domain/findings.ts";
import type { Plan } from "../domain/plan.ts";
import { gatherProject } from "../facts/gather-project.ts";
import { noteTitles } from "../facts/milestone-titles.ts";
import { emptyNotebook, type Notebook, readNotebook } from "../facts/notebook.ts";
import { rememberUndo } from "../facts/undo-notes.ts";
import { choiceFindings } from "./choice-findings.ts";
import { findDamage, findStatusIssue, findStatusIssues } from "./decide-status.ts";
import type { SyncSources } from "./read-sources.ts";
import type { RepositoryMemory } from "./repository-memory.ts";
import { readUnnoted } from "./unnoted.ts";

export function computePlan(sources: SyncSources, notebook: Notebook, today: Day): Plan {
  const { memory, config } = sources;
  const own = findStatusIssues(memory.issues);
  const project = gatherProject({
    repository: memory.repository,
    issues: memory.issues,
    config,
    notebook,
    ownIssues: new Set(own.map((issue) => issue.number)),
  });
  return withFindings(derivePlan(project, today), [
    ...configFindings(sources),
    ...choiceFindings(sources.choice),
    ...findDamage(own[0], today),
  ]);
}

function configFindings({ configErrors }: SyncSources): Plan["findings"] {
  return configErrors.map(({ file = configPath, line, key, message }) => ({
    rule: "config-invalid",
    severity: "error",
    issues: [],
    milestone: null,
    message: `${file}, line ${line}${key === "" ? "" : `, ${key}`}: ${message}`,
  }));
}

/** What the status issue holds, with what it does not hold yet and the titles of today. */
export function currentNotebook({ issues, repository, unnoted }: RepositoryMemory): Notebook {
  const status = findStatusIssue(issues);
  const written = (status && readNotebook(status.body)) ?? emptyNotebook;
  return rememberUndo(noteTitles(written, repository.milestones), readUnnoted(unnoted));
}
