/** Repositories in REST's shape, as far as Apps read them. */
import type { Repository } from "../world/model.ts";
import { accountJson } from "./account-json.ts";
import { repositoryApi, repositoryPage } from "./addresses.ts";

/** A repository with the fields Apps commonly read. */
export function repositoryJson(repository: Repository): Record<string, unknown> {
  const open = [...repository.issues.values()].filter(({ state }) => state === "open").length;
  return {
    ...minimalRepositoryJson(repository),
    owner: accountJson(repository.owner),
    html_url: repositoryPage(repository),
    description: null,
    fork: false,
    url: repositoryApi(repository),
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    homepage: null,
    has_issues: repository.hasIssues,
    has_projects: true,
    has_wiki: true,
    archived: repository.isArchived,
    disabled: false,
    open_issues_count: open,
    open_issues: open,
    visibility: repository.isPrivate ? "private" : "public",
    default_branch: repository.defaultBranch,
  };
}

/** The few fields `installation` deliveries carry. */
export function minimalRepositoryJson(repository: Repository): Record<string, unknown> {
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: repository.nameWithOwner,
    private: repository.isPrivate,
  };
}
