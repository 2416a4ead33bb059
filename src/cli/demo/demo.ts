/**
 * `milepost demo`: the M2 plan at work against a GitHub in this process, with pages to play in; or its
 * story played to the end and checked.
 */
import { showPages } from "./show-pages.ts";
import { walk } from "./walk.ts";

export interface DemoOptions {
  readonly endsByItself: boolean;
  /** Of the pages; 0 takes a free one. */
  readonly port: number;
}

/** Whether all went as expected. */
export async function demo(
  { endsByItself, port }: DemoOptions,
  print: (line: string) => void,
): Promise<boolean> {
  if (endsByItself) return walk(print);
  const { site, url } = await showPages(port, print);
  print(`Open ${url}`);
  print("A plan of 93 issues, a GitHub in this process, and Milepost at work. Ctrl+C ends it.");
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await site.stop();
  return true;
}
