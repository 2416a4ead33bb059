/** Reads a request's JSON, refusing what is no JSON and what is far too long. */
const BODY_LIMIT_BYTES = 100 * 1024 * 1024;

export type JsonBody =
  | { readonly value: Readonly<Record<string, unknown>> | unknown[] }
  | { readonly status: 400 | 413; readonly problem: string };

/** The body as an object or list; an empty body is an empty object. */
export async function readJsonBody(request: Request): Promise<JsonBody> {
  if (request.method === "GET" || request.method === "HEAD") return { value: {} };
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT_BYTES) {
    return { status: 413, problem: "Payload too large" };
  }
  const text = await request.text();
  if (text.trim() === "") return { value: {} };
  return parse(text);
}

function parse(text: string): JsonBody {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { value };
    if (typeof value === "object" && value !== null) return { value: { ...value } };
    return { status: 400, problem: "Body should be a JSON object" };
  } catch {
    return { status: 400, problem: "Problems parsing JSON" };
  }
}
