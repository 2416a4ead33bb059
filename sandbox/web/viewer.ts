/** Who a visitor acts as: one of the people every sandbox knows, kept in a cookie. */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { BUILT_IN_ROLES } from "../world/roles.ts";

const COOKIE = "viewer";
const UNLESS_CHOSEN = "maintainer";

/** Logins to choose from, those who may most first. */
export const PEOPLE: readonly string[] = [...BUILT_IN_ROLES.keys()];

export function viewerOf(context: Context): string {
  const chosen = getCookie(context, COOKIE) ?? "";
  return PEOPLE.includes(chosen) ? chosen : UNLESS_CHOSEN;
}

export function chooseViewer(context: Context, login: string): void {
  if (!PEOPLE.includes(login)) return;
  setCookie(context, COOKIE, login, { httpOnly: true, sameSite: "Strict", path: "/" });
}
