#!/usr/bin/env node
/**
 * The command line: `milepost serve | demo | preview`. Exit code 2 for what a person can mend. Commands
 * are loaded when they run: a server needs nothing of the sandbox.
 */
import { Command } from "commander";
import { InputError } from "./input-error.ts";

const print = (line: string) => console.log(line);

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
  .description("play the M2 plan against a GitHub in this process")
  .option("--walk", "end by itself; exit code 0 only if every figure was as expected")
  .action(async (options: { walk?: boolean }) => {
    const { demo } = await import("./demo/demo.ts");
    const isTrue = await demo({ endsByItself: options.walk ?? false }, print);
    if (!isTrue) process.exitCode = 1;
  });

program
  .command("preview")
  .description("try a plan without GitHub, step by step into a folder")
  .requiredOption("--spec <file>", "the plan: milestones and issues as JSON")
  .requiredOption(
    "--out <dir>",
    "where to write 000, 001, …: one folder for the start and each step",
  )
  .option("--events <file>", "steps to play, as JSON")
  .option("--documents <dir>", "files to put into the repository at the start")
  .action(async (options) => {
    const { preview } = await import("./preview/preview.ts");
    await preview(options, print);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
