/**
 * The node id of the App's own bot user, by which its commits are found. Asked for once, with the rights
 * of the first installation at hand: the App itself may not look up users.
 */
import type { Octokit } from "./octokit.ts";
import { translateError } from "./translate-error.ts";

export type ReadBotId = (octokit: Octokit) => Promise<string>;

export function createBotIdReader(slug: string): ReadBotId {
  let known: string | null = null;
  return async (octokit) => {
    known ??= await readNodeId(octokit, `${slug}[bot]`);
    return known;
  };
}

async function readNodeId(octokit: Octokit, username: string): Promise<string> {
  try {
    const { data } = await octokit.request("GET /users/{username}", { username });
    return data.node_id;
  } catch (error) {
    throw translateError(error);
  }
}
