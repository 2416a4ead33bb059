/** One repository with four planned issues and one plan document, kept true by a server that meets trouble. */
import { expect } from "#test";
import type { Installation } from "../../sandbox/auth/app-registry.ts";
import { type LifecycleWorld, statusIssuesOf, withWorld } from "./lifecycle-world.ts";

export interface FailureWorld extends LifecycleWorld {
  readonly repo: string;
  readonly installation: Installation;
  readonly admin: LifecycleWorld["person"];
  close(...issues: readonly number[]): void;
  /** Subjects of the App's commits on the default branch, oldest first. */
  commits(): readonly string[];
  /** That so many issues are done is what all surfaces say, and nothing is there twice. */
  expectDone(done: number): void;
}

export const planDocument = "plan.md";
const text = "We are at <!-- milepost:count milestone=1 -->?<!-- milepost:end -->.\n";
const config = `documents: [${planDocument}]\n`;
const issues = 4;

/** `prepare` runs when the repository is there and the App is not. */
export async function withPlan(
  run: (world: FailureWorld) => Promise<void>,
  prepare: (world: LifecycleWorld, repo: string) => void = () => undefined,
): Promise<void> {
  await withWorld(async (world) => {
    const repo = world.createRepository("plan", issues);
    world.person.push(repo, { ".github/milepost.yml": config, [planDocument]: text }, "Plan");
    prepare(world, repo);
    const repositories = [repo];
    const installation = world.sandbox.install(world.app, { account: "acme", repositories });
    await world.start();
    await world.settle();
    await run(planOf(world, repo, installation));
  });
}

function planOf(world: LifecycleWorld, repo: string, installation: Installation): FailureWorld {
  const { sandbox, person } = world;
  const commits = () =>
    sandbox.world
      .commits(repo)
      .filter(({ author }) => author.type === "Bot")
      .map(({ message }) => message)
      .reverse();
  return {
    ...world,
    ...{ repo, installation, commits, admin: sandbox.world.as("admin") },
    close: (...numbers) => {
      for (const number of numbers) person.closeIssue(repo, number);
    },
    expectDone(done) {
      const percent = (done * 100) / issues;
      const [status, ...others] = statusIssuesOf(sandbox, repo);
      expect(others).toEqual([]);
      expect(status?.body).toContain(`${done} of ${issues} (${percent}%)`);
      expect(sandbox.world.text(repo, planDocument)).toContain(`${done}/${issues} (${percent}%)`);
      expect(sandbox.world.pinned(repo)).toEqual([status]);
      expect(new Set(commits()).size).toBe(commits().length);
    },
  };
}
