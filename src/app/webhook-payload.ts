/**
 * The parts of GitHub's webhook payloads that are read here. All optional: the payloads of newer events
 * are described nowhere in full, and a missing part must never stop a delivery.
 */

export interface WebhookPayload {
  readonly action?: string;
  readonly sender?: { readonly type?: string; readonly login?: string };
  readonly installation?: { readonly id: number; readonly account?: unknown };
  readonly repository?: {
    readonly name: string;
    readonly full_name?: string;
    readonly owner: { readonly login: string };
    readonly default_branch?: string;
  };
  readonly issue?: WrittenText & { readonly number: number; readonly pull_request?: unknown };
  readonly comment?: WrittenText;
  readonly label?: { readonly node_id: string; readonly name: string };
  readonly pull_request?: { readonly number?: number; readonly body?: string | null };
  readonly changes?: { readonly body?: { readonly from?: string | null } };
  readonly ref?: string;
  readonly deleted?: boolean;
  /** `installation.created` and `installation_repositories.added` list them under these names. */
  readonly repositories?: readonly ListedRepository[];
  readonly repositories_added?: readonly ListedRepository[];
  readonly repositories_removed?: readonly ListedRepository[];
  readonly blocked_issue?: IssueEnd;
  readonly blocked_issue_repo?: RepositoryEnd;
  readonly blocking_issue?: IssueEnd;
  readonly blocking_issue_repo?: RepositoryEnd;
  readonly parent_issue?: IssueEnd;
  readonly parent_issue_repo?: RepositoryEnd;
  readonly sub_issue?: IssueEnd;
  readonly sub_issue_repo?: RepositoryEnd;
}

interface WrittenText {
  readonly node_id?: string;
  readonly body?: string | null;
}

interface ListedRepository {
  readonly full_name: string;
}

export interface IssueEnd {
  readonly number: number;
}

export interface RepositoryEnd {
  readonly full_name?: string;
}
