/** Milestones and labels: list, read, create, change, delete. */
import { labelJson, milestoneJson } from "../shapes/catalogue-json.ts";
import { createLabel, deleteLabel, editLabel } from "../world/labels.ts";
import { requireLabel, requireMilestone } from "../world/lookup.ts";
import { createMilestone, deleteMilestone, editMilestone } from "../world/milestones.ts";
import type { Label, Milestone } from "../world/model.ts";
import { invalid } from "../world/world-error.ts";
import { nullableText, requiredText, text } from "./body.ts";
import { page } from "./paging.ts";
import {
  created,
  type Entry,
  enter,
  noContent,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const MILESTONES = "/repos/{owner}/{repo}/milestones";
const MILESTONE = `${MILESTONES}/{milestone_number}`;
const LABELS = "/repos/{owner}/{repo}/labels";
const LABEL = `${LABELS}/{name}`;
const READ = ["issues", "read"] as const;
const WRITE = ["issues", "write"] as const;

export const catalogueRoutes: readonly RestRoute[] = [
  { method: "GET", template: MILESTONES, access: READ, handle: listMilestones },
  { method: "POST", template: MILESTONES, access: WRITE, handle: addMilestone },
  {
    method: "GET",
    template: MILESTONE,
    access: READ,
    handle: (request) => ok(milestoneJson(enterMilestone(request).milestone)),
  },
  { method: "PATCH", template: MILESTONE, access: WRITE, handle: changeMilestone },
  { method: "DELETE", template: MILESTONE, access: WRITE, handle: dropMilestone },
  {
    method: "GET",
    template: LABELS,
    access: READ,
    handle: (request) => page(request, [...enter(request).repository.labels.values()], labelJson),
  },
  { method: "POST", template: LABELS, access: WRITE, handle: addLabel },
  {
    method: "GET",
    template: LABEL,
    access: READ,
    handle: (request) => ok(labelJson(enterLabel(request).label)),
  },
  { method: "PATCH", template: LABEL, access: WRITE, handle: changeLabel },
  { method: "DELETE", template: LABEL, access: WRITE, handle: dropLabel },
];

function enterMilestone(request: RestRequest): Entry & { readonly milestone: Milestone } {
  const entry = enter(request);
  const number = Number(request.params.milestone_number);
  return { ...entry, milestone: requireMilestone(entry.repository, number) };
}

function listMilestones(request: RestRequest): RestReply {
  const state = request.query.get("state") ?? "open";
  const all = [...enter(request).repository.milestones.values()];
  const found = all.filter((milestone) => state === "all" || milestone.state === state);
  found.sort(milestoneOrder(request.query.get("sort") ?? "due_on"));
  return page(
    request,
    request.query.get("direction") === "desc" ? found.reverse() : found,
    milestoneJson,
  );
}

function milestoneOrder(sort: string): (a: Milestone, b: Milestone) => number {
  const share = ({ openIssues, closedIssues }: Milestone) =>
    closedIssues / Math.max(1, openIssues + closedIssues);
  if (sort === "completeness") return (a, b) => share(a) - share(b) || a.number - b.number;
  return (a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.number - b.number;
}

function milestoneState(request: RestRequest): "open" | "closed" | undefined {
  const state = text(request.body, "state");
  if (state === undefined || state === "open" || state === "closed") return state;
  throw invalid("Milestone", "state", "invalid");
}

function addMilestone(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const milestone = createMilestone(services.state, actor, repository, {
    title: requiredText(request.body, "title", "Milestone"),
    description: nullableText(request.body, "description"),
    dueOn: nullableText(request.body, "due_on"),
    state: milestoneState(request),
  });
  return created(milestoneJson(milestone));
}

function changeMilestone(request: RestRequest): RestReply {
  const { services, actor, milestone } = enterMilestone(request);
  const changed = editMilestone(services.state, actor, milestone, {
    title: text(request.body, "title"),
    description: nullableText(request.body, "description"),
    dueOn: nullableText(request.body, "due_on"),
    state: milestoneState(request),
  });
  return ok(milestoneJson(changed));
}

function dropMilestone(request: RestRequest): RestReply {
  const { services, actor, milestone } = enterMilestone(request);
  deleteMilestone(services.state, actor, milestone);
  return noContent();
}

function enterLabel(request: RestRequest): Entry & { readonly label: Label } {
  const entry = enter(request);
  return { ...entry, label: requireLabel(entry.repository, request.params.name ?? "") };
}

function addLabel(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const label = createLabel(services.state, actor, repository, {
    name: requiredText(request.body, "name", "Label"),
    color: text(request.body, "color"),
    description: nullableText(request.body, "description"),
  });
  return created(labelJson(label));
}

function changeLabel(request: RestRequest): RestReply {
  const { services, actor, label } = enterLabel(request);
  const changed = editLabel(services.state, actor, label, {
    name: text(request.body, "new_name"),
    color: text(request.body, "color"),
    description: nullableText(request.body, "description"),
  });
  return ok(labelJson(changed));
}

function dropLabel(request: RestRequest): RestReply {
  const { services, actor, label } = enterLabel(request);
  deleteLabel(services.state, actor, label);
  return noContent();
}
