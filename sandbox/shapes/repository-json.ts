/** Repositories in REST's shape. */
import type { Repository } from "../world/model.ts";
import { accountJson } from "./account-json.ts";
import { repositoryApi, repositoryPage } from "./addresses.ts";

/** Addresses under the repository's own, by field. */
const ADDRESSES: Readonly<Record<string, string>> = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

/** What the sandbox's repositories have none of. */
const NOTHING = {
  ...{ description: null, homepage: null, language: null, license: null, mirror_url: null },
  ...{ fork: false, disabled: false, is_template: false, topics: [], size: 0 },
  ...{ forks: 0, forks_count: 0, stargazers_count: 0, watchers: 0, watchers_count: 0 },
  ...{ has_projects: true, has_wiki: true, has_downloads: true },
  ...{ has_pages: false, has_discussions: false, allow_forking: true },
  ...{ web_commit_signoff_required: false, custom_properties: {} },
};

/** A repository as it comes with lists and deliveries. */
export function repositoryJson(repository: Repository): Record<string, unknown> {
  let open = 0;
  for (const { state } of repository.issues.values()) if (state === "open") open += 1;
  const api = repositoryApi(repository);
  const page = repositoryPage(repository);
  return {
    ...minimalRepositoryJson(repository),
    owner: accountJson(repository.owner),
    html_url: page,
    url: api,
    ...Object.fromEntries(Object.entries(ADDRESSES).map(([name, path]) => [name, api + path])),
    ...{ git_url: page.replace("https", "git"), clone_url: `${page}.git`, svn_url: page },
    ssh_url: `git@github.com:${repository.nameWithOwner}.git`,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    ...NOTHING,
    has_issues: repository.hasIssues,
    archived: repository.isArchived,
    open_issues_count: open,
    open_issues: open,
    visibility: repository.isPrivate ? "private" : "public",
    default_branch: repository.defaultBranch,
  };
}

/** A repository as it answers for itself. */
export function fullRepositoryJson(repository: Repository): Record<string, unknown> {
  return { ...repositoryJson(repository), network_count: 0, subscribers_count: 0 };
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
