/** Webhook payloads with no more in them than what is read. */

export const repository = {
  name: "plan",
  full_name: "acme/plan",
  owner: { login: "acme" },
  default_branch: "main",
};

export const human = { type: "User", login: "ada" };
export const ourselves = { type: "Bot", login: "milepost[bot]" };

export function payload(action: string | undefined, parts: object = {}) {
  return { action, repository, sender: human, installation: { id: 7 }, ...parts };
}
