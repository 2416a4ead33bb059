/** Installations and Apps in REST's shape. */
import type { AppRecord, Installation } from "../auth/app-registry.ts";
import type { Permissions } from "../auth/permissions.ts";
import { accountJson } from "./account-json.ts";
import { API, WEB } from "./addresses.ts";

/** Events every App may be told of; the default subscription. */
const EVENTS: readonly string[] = [
  "issues",
  "issue_comment",
  "issue_dependencies",
  "label",
  "milestone",
  "pull_request",
  "push",
  "repository",
  "sub_issues",
];

function eventsOf(permissions: Permissions): readonly string[] {
  return permissions.checks === undefined ? EVENTS : ["check_run", "check_suite", ...EVENTS];
}

/** An installation. */
export function installationJson(installation: Installation): Record<string, unknown> {
  const { id, app, account, suspendedBy } = installation;
  return {
    id,
    account: accountJson(account),
    repository_selection: installation.selection,
    access_tokens_url: `${API}/app/installations/${id}/access_tokens`,
    repositories_url: `${API}/installation/repositories`,
    html_url: `${WEB}/settings/installations/${id}`,
    app_id: app.app.appId,
    client_id: app.app.clientId,
    app_slug: app.app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: app.input.events ?? eventsOf(installation.permissions),
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    suspended_at: installation.suspendedAt,
    suspended_by: suspendedBy === null ? null : accountJson(suspendedBy),
    single_file_name: null,
  };
}

/** Apps are as old as the sandbox cares. */
const APPS_SINCE = "2020-01-01T00:00:00Z";

/** An App as it knows itself. */
export function appJson({ app, bot, permissions, input }: AppRecord): Record<string, unknown> {
  const events = input.events ?? eventsOf(permissions);
  return integrationJson({ ...app, bot }, permissions, events);
}

/** An App as everything that it made tells of it. */
export function integrationJson(
  app: Pick<AppRecord["app"], "appId" | "clientId" | "slug"> & Pick<AppRecord, "bot">,
  permissions: Permissions,
  events: readonly string[],
): Record<string, unknown> {
  return {
    ...{ id: app.appId, client_id: app.clientId, slug: app.slug, node_id: `A_kw${app.appId}` },
    ...{ owner: accountJson(app.bot), name: app.slug, description: "", external_url: WEB },
    html_url: `${WEB}/apps/${app.slug}`,
    ...{ permissions, events },
    created_at: APPS_SINCE,
    updated_at: APPS_SINCE,
  };
}
