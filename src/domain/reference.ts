/**
 * How an issue is named. Within the plan's own repository by its number, elsewhere as
 * "owner/name#number". Both work as keys of a Map.
 */

export type ForeignReference = `${string}/${string}#${number}`;
export type IssueReference = number | ForeignReference;

/** `issueReference("o/r", "o/r", 3)` is 3, `issueReference("o/r", "o/other", 3)` is "o/other#3". */
export function issueReference(home: string, repository: string, number: number): IssueReference {
  const isHome = repository.toLowerCase() === home.toLowerCase();
  return isHome ? number : (`${repository}#${number}` as ForeignReference);
}

/** Own issues first, by number; then foreign ones, by repository and number. */
export function compareReferences(a: IssueReference, b: IssueReference): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number") return -1;
  if (typeof b === "number") return 1;
  const [repositoryA, numberA] = splitForeign(a);
  const [repositoryB, numberB] = splitForeign(b);
  if (repositoryA === repositoryB) return numberA - numberB;
  return repositoryA < repositoryB ? -1 : 1;
}

export function splitForeign(
  reference: ForeignReference,
): readonly [repository: string, number: number] {
  const hash = reference.lastIndexOf("#");
  return [reference.slice(0, hash), Number(reference.slice(hash + 1))];
}
