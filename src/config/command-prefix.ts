// What commands may begin with.

export const prefixPattern = "^[/!.+][a-z-]{0,20}$";

export const prefixRule =
  'must be "/", "!", "." or "+", and then perhaps lower-case letters and "-"';

const prefix = new RegExp(prefixPattern);

/** What is wrong with it; undefined where nothing is. */
export function findPrefixFault(text: string): string | undefined {
  return prefix.test(text) ? undefined : prefixRule;
}
