/** What accounts and administrators do with the App and its repositories, and what becomes of the plan. */
import { expect, test } from "#test";
import type { Installation } from "../../sandbox/auth/app-registry.ts";
import { type LifecycleWorld, statusIssuesOf, withWorld } from "./lifecycle-world.ts";

interface Installed extends LifecycleWorld {
  readonly installation: Installation;
  readonly repository: string;
}

/** A server, and one repository that it has synced. */
async function withInstalled(run: (world: Installed) => Promise<void>): Promise<void> {
  await withWorld(async (world) => {
    await world.start();
    const repository = world.createRepository("plan");
    const installation = world.sandbox.install(world.app, {
      account: "acme",
      repositories: [repository],
    });
    await world.settle();
    expect(world.statusOf(repository)).toContain("0 of 4");
    await run({ ...world, installation, repository });
  });
}

test("an installation that is suspended is left alone, and caught up with when it is back", async () => {
  await withInstalled(async ({ sandbox, installation, repository, ...world }) => {
    sandbox.suspend(installation);
    world.person.closeIssue(repository, 1);
    await world.settle();
    expect(world.statusOf(repository)).toContain("0 of 4");
    sandbox.unsuspend(installation);
    await world.settle();
    expect(world.statusOf(repository)).toContain("1 of 4");
  });
});

test("new permissions are used at once", async () => {
  await withInstalled(async ({ sandbox, installation, repository, ...world }) => {
    sandbox.setPermissions(installation, { issues: "read" });
    world.person.closeIssue(repository, 1);
    await world.settle();
    expect(world.statusOf(repository)).toContain("0 of 4");
    sandbox.setPermissions(installation, { issues: "write" });
    await world.settle();
    expect(world.statusOf(repository)).toContain("1 of 4");
  });
});

test("a repository that is added is synced; one that is removed is left as it is", async () => {
  await withInstalled(async ({ sandbox, installation, repository, ...world }) => {
    const other = world.createRepository("other");
    sandbox.addRepository(installation, other);
    await world.settle();
    expect(world.statusOf(other)).toContain("0 of 4");
    sandbox.removeRepository(installation, repository);
    world.person.closeIssue(repository, 1);
    world.person.closeIssue(other, 1);
    await world.settle();
    expect(world.statusOf(repository)).toContain("0 of 4");
    expect(world.statusOf(other)).toContain("1 of 4");
  });
});

test("an installation that is removed is forgotten, and one that comes again goes on", async () => {
  await withInstalled(async ({ sandbox, app, installation, repository, ...world }) => {
    sandbox.uninstall(installation);
    world.person.closeIssue(repository, 1);
    await world.settle();
    expect(world.statusOf(repository)).toContain("0 of 4");
    sandbox.install(app, { account: "acme", repositories: [repository] });
    await world.settle();
    expect(world.statusOf(repository)).toContain("1 of 4");
    expect(statusIssuesOf(sandbox, repository)).toHaveLength(1);
  });
});

test("a repository that is renamed keeps its status issue", async () => {
  await withInstalled(async ({ sandbox, repository, ...world }) => {
    sandbox.world.as("admin").renameRepository(repository, "renamed");
    await world.settle();
    world.person.closeIssue("acme/renamed", 1);
    await world.settle();
    expect(world.statusOf("acme/renamed")).toContain("1 of 4");
    expect(statusIssuesOf(sandbox, "acme/renamed")).toHaveLength(1);
  });
});

test("a repository that is transferred goes on where the App is installed too", async () => {
  await withInstalled(async ({ sandbox, app, repository, ...world }) => {
    sandbox.world.createRepository({ owner: "globex", name: "home" });
    sandbox.install(app, { account: "globex", repositories: "all" });
    await world.settle();
    sandbox.world.as("admin").transferRepository(repository, "globex");
    await world.settle();
    world.person.closeIssue("globex/plan", 1);
    await world.settle();
    expect(world.statusOf("globex/plan")).toContain("1 of 4");
    expect(statusIssuesOf(sandbox, "globex/plan")).toHaveLength(1);
  });
});

test("an archived repository is not written, and is made true when it is no more", async () => {
  await withInstalled(async ({ sandbox, repository, ...world }) => {
    sandbox.world.withoutWebhooks(() => world.person.closeIssue(repository, 1));
    sandbox.world.as("admin").archiveRepository(repository);
    await world.settle();
    expect(world.statusOf(repository)).toContain("0 of 4");
    sandbox.world.as("admin").unarchiveRepository(repository);
    await world.settle();
    expect(world.statusOf(repository)).toContain("1 of 4");
  });
});

test("the names of a repository that is made private leave the plans of public ones", async () => {
  await withInstalled(async ({ sandbox, installation, repository, ...world }) => {
    const secret = world.createRepository("buy-initech");
    sandbox.addRepository(installation, secret);
    world.person.addBlockedBy(repository, 1, { repo: secret, number: 1 });
    await world.settle();
    expect(world.statusOf(repository)).toContain("acme/buy-initech");
    sandbox.world.as("admin").privatizeRepository(secret);
    await world.start();
    await world.settle();
    expect(world.statusOf(repository)).not.toContain("initech");
  });
});
