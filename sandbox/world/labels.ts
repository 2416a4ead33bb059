/** A repository's labels. Renaming one moves no issue; deleting one takes it off every issue. */
import { requireWritable } from "./lookup.ts";
import type { Account, Label, Repository } from "./model.ts";
import { touch } from "./recency.ts";
import { record } from "./timeline.ts";
import { invalid } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

export interface LabelInput {
  readonly name: string;
  /** Six hexadecimal digits, without `#`. */
  readonly color?: string;
  readonly description?: string | null;
}

/** Creates a label; names are unique in any case, 50 characters at most (descriptions 100). */
export function createLabel(
  state: WorldState,
  actor: Account,
  repository: Repository,
  input: LabelInput,
): Label {
  requireWritable(repository);
  requireLabelFits(repository, input.name, input.description ?? null);
  state.tick();
  const label = addLabel(state, repository, input);
  state.emit({ name: "label", action: "created", repository, sender: actor, parts: { label } });
  return label;
}

/** Enters a label in the world, telling nobody. */
export function addLabel(
  state: WorldState,
  repository: Repository,
  input: LabelInput,
  isDefault = false,
): Label {
  const label: Label = {
    kind: "label",
    ...state.identify("LA"),
    ...{ repository, isDefault, name: input.name, color: input.color ?? "ededed" },
    ...{ description: input.description ?? null, issues: new Set() },
  };
  repository.labels.set(label.name.toLowerCase(), label);
  state.nodes.set(label.nodeId, label);
  return label;
}

/** Creates in a repository the labels it does not have yet. */
export function copyLabels(
  state: WorldState,
  actor: Account,
  labels: Iterable<Label>,
  target: Repository,
): void {
  for (const { name, color, description } of labels) {
    if (target.labels.has(name.toLowerCase())) continue;
    createLabel(state, actor, target, { name, color, description });
  }
}

/** Changes a label in place: issues keep it and their `updatedAt`. */
export function editLabel(
  state: WorldState,
  actor: Account,
  label: Label,
  input: Partial<LabelInput>,
): Label {
  const { repository } = label;
  requireWritable(repository);
  const name = input.name ?? label.name;
  const description = input.description === undefined ? label.description : input.description;
  if (name.toLowerCase() !== label.name.toLowerCase())
    requireLabelFits(repository, name, description);
  const changes = {
    ...(name === label.name ? {} : { name: { from: label.name } }),
    ...(description === label.description
      ? {}
      : { description: { from: label.description ?? "" } }),
    ...(input.color === undefined || input.color === label.color
      ? {}
      : { color: { from: label.color } }),
  };
  if (Object.keys(changes).length === 0) return label;
  state.tick();
  repository.labels.delete(label.name.toLowerCase());
  Object.assign(label, { name, description, color: input.color ?? label.color });
  repository.labels.set(name.toLowerCase(), label);
  state.emit({
    name: "label",
    action: "edited",
    repository,
    sender: actor,
    parts: { label, changes },
  });
  return label;
}

/** Deletes a label: `label.deleted`, then `issues.unlabeled` without `label` for each issue. */
export function deleteLabel(state: WorldState, actor: Account, label: Label): void {
  const { repository } = label;
  requireWritable(repository);
  const at = state.tick();
  repository.labels.delete(label.name.toLowerCase());
  state.nodes.delete(label.nodeId);
  state.emit({ name: "label", action: "deleted", repository, sender: actor, parts: { label } });
  for (const issue of label.issues) {
    issue.labels.delete(label);
    touch(issue, at);
    record(state, issue, actor, "UnlabeledEvent", { label });
    state.emit({
      name: "issues",
      action: "unlabeled",
      repository,
      sender: actor,
      parts: { issue },
    });
  }
  label.issues.clear();
}

function requireLabelFits(repository: Repository, name: string, description: string | null): void {
  if (name.trim() === "") throw invalid("Label", "name", "missing_field");
  if (repository.labels.has(name.toLowerCase())) throw invalid("Label", "name", "already_exists");
  if (name.length > 50) {
    throw invalid("Label", "name", "custom", "name is too long (maximum is 50 characters)");
  }
  if ((description ?? "").length > 100) {
    throw invalid(
      "Label",
      "description",
      "custom",
      "description is too long (maximum is 100 characters)",
    );
  }
}
