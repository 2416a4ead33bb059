#!/usr/bin/env node
/**
 * The command line: `milepost serve | demo | preview | init | adopt | lint | leave`. Exit code 2 for what a person
 * can mend. Commands are loaded when they run: a server needs nothing of the sandbox.
 */
import { enableCompileCache } from "node:module";
import { Command } from "commander";
import { GoneError, RefusedError, RetryableError, StaleHeadError } from "../engine/errors.ts";
import { InputError } from "./input-error.ts";

interface AdoptArguments {
  readonly repository: string;
  readonly milestone?: string;
  readonly write: boolean;
  readonly pullRequest: boolean;
}

/** What a person can mend, or GitHub answered: said in words, without a stack. */
function isExpected(error: unknown): error is Error {
  return [InputError, GoneError, RefusedError, RetryableError, StaleHeadError].some(
    (kind) => error instanceof kind,
  );
}

const print = (line: string) => console.log(line);

// What was compiled once starts in half the time, and takes less memory.
enableCompileCache();

const program = new Command("milepost")
  .description("Keeps a project's plan true.")
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

program
  .command("serve")
  .description("run the App; settings come from the environment")
  .action(async () => {
    const { serve } = await import("./serve.ts");
    await serve(print);
  });

program
  .command("demo")
  .description("try the M2 plan in a browser, against a GitHub in this process")
  .option("--walk", "play it to its end; exit code 0 only if every figure was as expected")
  .option("--port <number>", "where the pages are; any free port unless given", Number, 0)
  .action(async ({ walk = false, port }: { walk?: boolean; port: number }) => {
    const { demo } = await import("./demo/demo.ts");
    const isTrue = await demo({ endsByItself: walk, port }, print);
    if (!isTrue) process.exitCode = 1;
  });

program
  .command("preview")
  .description("show what Milepost would write: in a repository, or for a plan in a file")
  .argument("[repository]", "OWNER/REPO, read with GH_TOKEN; nothing is written there")
  .option("--spec <file>", "a plan without GitHub: milestones and issues as JSON")
  .option("--out <dir>", "where to write 000, 001, …: one folder for the start and each step")
  .option("--events <file>", "steps to play, as JSON")
  .option("--today <day>", "the day it is at the start, like 2026-01-31")
  .option("--documents <dir>", "files to put into the repository at the start")
  .action(async (repository: string | undefined, options) => {
    const { runPreview } = await import("./preview/run-preview.ts");
    await runPreview(repository, options, print);
  });

program
  .command("init")
  .description("write settings and plan documents to start with, from what is in a repository")
  .argument("<repository>", "OWNER/REPO, read with GH_TOKEN; nothing is written there")
  .option("--dir <folder>", "a checkout of it, where the files go", ".")
  .action(async (repository: string, { dir }: { dir: string }) => {
    const { accessGithub, parseRepository } = await import("./github-access.ts");
    const { init } = await import("./init/init.ts");
    await init(parseRepository(repository), accessGithub(process.env), { dir, print });
  });

program
  .command("lint")
  .description("find what in plan documents contradicts GitHub or itself; exit code 1 on errors")
  .argument("[files...]", "documents or folders; else those of the configuration, else docs/")
  .option("--repository <OWNER/REPO>", "compare with this repository, read with GH_TOKEN")
  .option("--format <name>", "text, json, sarif or github", "text")
  .option("--fix", "mend what can be mended, in place")
  .action(async (files: string[], options) => {
    const { lint } = await import("./lint/lint.ts");
    const isClean = await lint(files, options, {
      root: process.cwd(),
      env: process.env,
      write: (text) => process.stdout.write(text),
      say: (line) => console.error(line),
    });
    if (!isClean) process.exitCode = 1;
  });

program
  .command("adopt")
  .description("propose regions for what a hand-written plan document says")
  .argument(
    "<file>",
    "the document, in a checkout of the repository; or as its default branch has it",
  )
  .requiredOption("--repository <repository>", "OWNER/REPO, read with GH_TOKEN")
  .option("--milestone <milestone>", "the one that it is about, by number, title or prefix")
  .option("--write", "write the file", false)
  .option(
    "--pull-request",
    "propose it in the repository, where GH_TOKEN may write: one pull request, found again",
    false,
  )
  .action(async (file: string, options: AdoptArguments) => {
    const { accessGithub, parseRepository } = await import("./github-access.ts");
    const { runAdopt } = await import("./adopt/run-adopt.ts");
    const { repository, ...rest } = options;
    const address = parseRepository(repository);
    await runAdopt(file, address, accessGithub(process.env), { ...rest, print });
  });

program
  .command("leave")
  .description("take Milepost out of a repository, with GH_TOKEN: its texts stay, its markers go")
  .argument("<repository>", "OWNER/REPO")
  .action(async (repository: string) => {
    const { accessGithub, parseRepository } = await import("./github-access.ts");
    const { leave } = await import("./leave/leave.ts");
    await leave(parseRepository(repository), accessGithub(process.env), print);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!isExpected(error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
