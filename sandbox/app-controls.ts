/** What a test does with Apps: registering them, installing them, and changing installations. */
import type { AppInput, Installation, RegisteredApp } from "./auth/app-registry.ts";
import { type PermissionInput, permissionsFrom } from "./auth/permissions.ts";
import type { Services } from "./services.ts";
import type { Delivery } from "./webhooks/delivery-queue.ts";

interface InstallInput {
  readonly account: string;
  /** `owner/name` or `name`. */
  readonly repositories: readonly string[] | "all";
}

export interface AppControls {
  registerApp(input: AppInput): RegisteredApp;
  /** As an App changes its own settings once it listens. */
  setWebhookUrl(app: RegisteredApp, url: string): void;
  /** Sends a logged delivery once more, as its App's settings page offers. */
  redeliver(delivery: Delivery): void;
  /** Sends `installation.created`. */
  install(app: RegisteredApp, input: InstallInput): Installation;
  /** A token as the App would ask for with its key, without the work of signing. */
  createToken(installation: Installation): string;
  /** While suspended, tokens are refused and nothing is delivered. */
  suspend(installation: Installation): void;
  unsuspend(installation: Installation): void;
  /** Tokens of it are good for nothing from now on. */
  uninstall(installation: Installation): void;
  /** What the account grants from now on, over what it granted; "none" takes away. */
  setPermissions(installation: Installation, changes: PermissionInput): void;
  /** Gives a selective installation one more repository. */
  addRepository(installation: Installation, repository: string): void;
  removeRepository(installation: Installation, repository: string): void;
}

/** The controls of one sandbox. */
export function appControls({ state, registry, dispatcher }: Services): AppControls {
  const find = (app: RegisteredApp) => {
    const record = registry.apps.find((one) => one.app === app || one.app.appId === app.appId);
    if (record === undefined) throw new Error(`sandbox: App ${app.appId} is not registered here`);
    return record;
  };
  return {
    ...selectionControls({ state, dispatcher }),
    registerApp: (input: AppInput) => registry.register(input).app,
    setWebhookUrl(app: RegisteredApp, webhookUrl: string): void {
      const record = find(app);
      record.input = { ...record.input, webhookUrl };
    },
    redeliver(delivery: Delivery): void {
      const record = registry.apps.find(({ app }) => app.appId === delivery.appId);
      if (record) dispatcher.redeliver(record, delivery);
    },
    install(app: RegisteredApp, { account, repositories }: InstallInput): Installation {
      const chosen =
        repositories === "all"
          ? "all"
          : repositories.map((name) => state.repository(fullName(account, name)));
      const installation = registry.install(find(app), account, chosen);
      dispatcher.tellInstallation(installation, "created", installation.account);
      return installation;
    },
    createToken: (installation: Installation) => registry.createToken(installation).value,
    suspend(installation: Installation): void {
      installation.suspendedAt = state.tick();
      installation.suspendedBy = installation.account;
      dispatcher.tellInstallation(installation, "suspend", installation.account);
    },
    unsuspend(installation: Installation): void {
      state.tick();
      Object.assign(installation, { suspendedAt: null, suspendedBy: null });
      dispatcher.tellInstallation(installation, "unsuspend", installation.account);
    },
    uninstall(installation: Installation): void {
      state.tick();
      registry.uninstall(installation);
      dispatcher.tellInstallation(installation, "deleted", installation.account);
    },
    setPermissions(installation: Installation, changes: PermissionInput): void {
      state.tick();
      installation.permissions = permissionsFrom(changes, installation.permissions);
      const action = "new_permissions_accepted";
      dispatcher.tellInstallation(installation, action, installation.account);
    },
  };
}

function selectionControls({ state, dispatcher }: Pick<Services, "state" | "dispatcher">) {
  const find = ({ account }: Installation, name: string) =>
    state.repository(fullName(account.login, name));
  return {
    addRepository(installation: Installation, name: string): void {
      const repository = find(installation, name);
      state.tick();
      installation.selected.add(repository);
      dispatcher.tellRepositories(installation, "added", [repository], installation.account);
    },
    removeRepository(installation: Installation, name: string): void {
      const repository = find(installation, name);
      state.tick();
      installation.selected.delete(repository);
      dispatcher.tellRepositories(installation, "removed", [repository], installation.account);
    },
  };
}

function fullName(account: string, name: string): string {
  return name.includes("/") ? name : `${account}/${name}`;
}
