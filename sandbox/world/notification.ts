/** A message that somebody got. */
export interface Notification {
  readonly login: string;
  readonly reason: "mention" | "subscribed" | "assign";
  /** `owner/name#number` */
  readonly issue: string;
  readonly by: string;
  readonly at: string;
}
