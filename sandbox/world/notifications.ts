/** Who hears of what. An edit reaches only people it newly mentions. */
import type { Account, Issue } from "./model.ts";
import type { Notification } from "./notification.ts";
import type { WorldState } from "./world-state.ts";

/** Puts a message in one person's inbox and subscribes them; nobody hears of their own doing. */
export function notify(
  state: WorldState,
  login: string,
  reason: Notification["reason"],
  issue: Issue,
  by: Account,
): void {
  if (login === by.login.toLowerCase()) return;
  issue.subscribers.add(login);
  const name = `${issue.repository.nameWithOwner}#${issue.number}`;
  state.notifications.push({ login, reason, issue: name, by: by.login, at: state.clock.iso() });
}

/** A new issue or comment: those mentioned, then everyone else who watches or follows. */
export function announce(
  state: WorldState,
  issue: Issue,
  by: Account,
  mentions: readonly string[],
): void {
  for (const login of mentions) notify(state, login, "mention", issue, by);
  const others = new Set([...issue.repository.watchers, ...issue.subscribers]);
  for (const login of others) {
    if (!mentions.includes(login)) notify(state, login, "subscribed", issue, by);
  }
  if (by.type === "User") issue.subscribers.add(by.login.toLowerCase());
}
