/** Pages of REST lists: `per_page` (30, at most 100), `page`, and the `Link` header. */
import { ok, type RestReply, type RestRequest } from "./rest-route.ts";

/** One page of a list; only its own items are rendered. */
export function page<Item>(
  request: RestRequest,
  items: readonly Item[],
  render: (item: Item) => unknown,
): RestReply {
  const { slice, headers } = cut(request, items);
  return ok(slice.map(render), headers);
}

/** The items of the page asked for, and the header that leads to the others. */
export function cut<Item>(
  request: RestRequest,
  items: readonly Item[],
): { readonly slice: readonly Item[]; readonly headers: Record<string, string> } {
  const perPage = clamp(request.query.get("per_page"), 30, 100);
  const number = clamp(request.query.get("page"), 1, Number.MAX_SAFE_INTEGER);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const slice = items.slice((number - 1) * perPage, number * perPage);
  const to = (target: number, rel: string) =>
    `<${withPage(request.address, target)}>; rel="${rel}"`;
  const links = [
    ...(number > 1 ? [to(number - 1, "prev")] : []),
    ...(number < last ? [to(number + 1, "next"), to(last, "last")] : []),
    ...(number > 1 ? [to(1, "first")] : []),
  ];
  return { slice, headers: links.length === 0 ? {} : { link: links.join(", ") } };
}

function clamp(text: string | null, fallback: number, most: number): number {
  const value = Number(text ?? fallback);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : fallback;
}

function withPage(address: string, number: number): string {
  const url = new URL(address);
  url.searchParams.set("page", String(number));
  return url.href;
}
