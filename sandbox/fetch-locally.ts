/**
 * `fetch` without sockets: the same requests and answers, redirects followed, connections cut as a
 * rejected promise.
 */
import { isCut } from "./faults/cut-connection.ts";

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** As many as browsers follow. */
const MOST_REDIRECTS = 20;

/** A `fetch` that asks a function instead of the network. */
export function fetchLocally(serve: (request: Request) => Response | Promise<Response>): Fetch {
  return async (input, init) => {
    let request = new Request(input, init);
    for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
      request.signal.throwIfAborted();
      const mayFollow = request.redirect === "follow";
      const spare = mayFollow ? spareOf(request, init) : init;
      const response = await serve(request);
      if (isCut(response)) throw new TypeError("fetch failed");
      const location = response.headers.get("location");
      const isMoved = response.status >= 300 && response.status < 400 && location !== null;
      if (!isMoved || !mayFollow) return named(response, request.url);
      request = redirected(request, spare, new URL(location, request.url), response.status);
    }
    throw new TypeError("fetch failed");
  };
}

/** What sends the same once more; a body that is a stream can be read only once. */
function spareOf(request: Request, init: RequestInit | undefined): RequestInit | undefined {
  if (request.body === null || typeof init?.body === "string") return init;
  return request.clone();
}

/** As fetch does it: a POST becomes a GET where the status is 301 or 302. */
function redirected(
  { method, headers, signal }: Request,
  spare: RequestInit | undefined,
  url: URL,
  status: number,
): Request {
  const isTurned = method === "POST" && (status === 301 || status === 302);
  if (isTurned) return new Request(url, { headers, signal });
  return new Request(url, { ...bodyOf(spare), method, headers, signal });
}

function bodyOf(spare: RequestInit | undefined): RequestInit {
  return spare?.body == null ? {} : { body: spare.body, duplex: "half" };
}

function named(response: Response, url: string): Response {
  return Object.defineProperty(response, "url", { value: url });
}
