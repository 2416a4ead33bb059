/** Tells a page that something changed, as server-sent events. The page then asks for itself anew. */
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Exhibit } from "./exhibit.ts";
import type { Stir } from "./live-log/live-log.ts";

/** What happens together is told together. */
const gatherMilliseconds = 20;
/** When the exhibit has ended, for example because it begins again. */
const comeBackMilliseconds = 300;

/** `of` is "world", or "log" for pages that show everything. */
export function streamChanges(context: Context, exhibit: Exhibit, of: Stir): Response {
  return streamSSE(context, async (stream) => {
    const { live } = exhibit;
    const gone = new Promise<void>((resolve) => stream.onAbort(resolve));
    let timer: NodeJS.Timeout | undefined;
    const tell = () => {
      timer = undefined;
      const data = live.version;
      void stream.writeSSE({ event: "change", data, retry: comeBackMilliseconds });
    };
    const stopListening = live.listen((stir) => {
      if (of === "world" && stir === "log") return;
      timer ??= setTimeout(tell, gatherMilliseconds);
    });
    tell();
    await Promise.race([gone, live.ended]);
    clearTimeout(timer);
    stopListening();
  });
}
