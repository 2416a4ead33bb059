/** Plays a story on Redis. */
import "../node-on-simulated-time.ts";
import { type Played, playStory } from "../play-story.ts";
import type { Story } from "../story.ts";
import type { RedisUpstream } from "./redis-upstream.ts";
import { RedisWorld } from "./redis-world.ts";

/** One at a time on one database. */
export async function playRedisStory(story: Story, upstream: RedisUpstream): Promise<Played> {
  await upstream.send(["FLUSHDB"]);
  return playStory(story, (of) => new RedisWorld(of, upstream));
}
