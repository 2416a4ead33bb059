/** What a person may do in a repository, least first: GitHub's roles. */
export const accessLevels = ["none", "read", "triage", "write", "maintain", "admin"] as const;

export type Access = (typeof accessLevels)[number];

export function isAtLeast(access: Access, least: Access): boolean {
  return accessLevels.indexOf(access) >= accessLevels.indexOf(least);
}

/** The lower of two: an edited comment has two authors. */
export function lowerAccess(a: Access, b: Access): Access {
  return isAtLeast(a, b) ? b : a;
}
