/** The demo's pages: the first example at work, to look at and to play with in a browser. */
import { type RunningSite, startSite } from "../../../sandbox/web/start-site.ts";
import { InputError } from "../input-error.ts";
import { createPlanShelf } from "./plan-shelf.ts";

export interface RunningPages {
  readonly site: RunningSite;
  /** The page to begin with. */
  readonly url: string;
}

/** `port` 0 takes a free one. Throws an InputError where it is taken. */
export async function showPages(
  port: number,
  print: (line: string) => void,
): Promise<RunningPages> {
  const shelf = createPlanShelf(print);
  const site = await startSite({ shelf, port }).catch((error: Error) => {
    throw new InputError(`The pages can't be shown: ${error.message}. Choose another --port.`);
  });
  const exhibit = await shelf.open("m2-data-foundations");
  if (exhibit === undefined) throw new Error("The first example is not on the shelf.");
  await site.show(exhibit);
  return { site, url: `${site.url}/${exhibit.repository}` };
}
