/** Labels and milestones in REST's shape. */
import type { Label, Milestone } from "../world/model.ts";
import { accountJson } from "./account-json.ts";
import { milestonePage, repositoryApi } from "./addresses.ts";

/** A label. */
export function labelJson(label: Label): Record<string, unknown> {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repositoryApi(label.repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.isDefault,
    description: label.description,
  };
}

/** A milestone; its counters include pull requests. */
export function milestoneJson(milestone: Milestone): Record<string, unknown> {
  const url = `${repositoryApi(milestone.repository)}/milestones/${milestone.number}`;
  return {
    url,
    html_url: milestonePage(milestone),
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: milestone.nodeId,
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: accountJson(milestone.creator),
    open_issues: milestone.openIssues,
    closed_issues: milestone.closedIssues,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}
