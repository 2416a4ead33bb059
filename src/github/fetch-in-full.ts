/**
 * `fetch` for Octokit, which takes an answer that breaks off for an empty one: here it is read to its end
 * first, within one time limit, and what breaks off fails as a call without an answer does. GraphQL is parsed
 * here, too, for calls with `parseSuccessResponseBody: false`: Octokit looks in every answer for integers
 * that JavaScript can't hold, which takes longer than to parse it, and GraphQL's have 32 bits.
 */

/** What Octokit reads of an answer. */
interface FullAnswer extends Pick<Response, "status" | "statusText" | "url" | "headers"> {
  /** What a call gets that does not let Octokit parse. */
  readonly body: unknown;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export type FetchInFull = (url: string, init?: RequestInit) => Promise<FullAnswer>;

const callTimeoutMilliseconds = 30_000;

export function inFull(send: typeof fetch, milliseconds = callTimeoutMilliseconds): FetchInFull {
  return async (url, init) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(tooLate(milliseconds)), milliseconds);
    try {
      return await read(await send(url, { ...init, signal: limit.signal }), url);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Throws where there is no answer to the end, within the time limit. */
export const fetchInFull = inFull((...call) => fetch(...call));

function tooLate(milliseconds: number): Error {
  return new Error(`GitHub gave no answer in ${milliseconds / 1000} s: timed out.`);
}

async function read(answer: Response, url: string): Promise<FullAnswer> {
  const bytes = await answer.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  const { status, statusText, headers } = answer;
  return {
    ...{ status, statusText, headers, url: answer.url },
    body: status < 300 && url.endsWith("/graphql") ? parse(text) : text,
    text: async () => text,
    arrayBuffer: async () => bytes,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error("GitHub's answer to a GraphQL call is no JSON.", { cause });
  }
}
