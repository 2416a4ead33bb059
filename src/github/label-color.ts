/** Colours of labels that Milepost makes: quiet ones, black is readable on all of them. */
const palette = [
  "bfdadc",
  "bfd4f2",
  "c2e0c6",
  "c5def5",
  "d4c5f9",
  "e6ccb3",
  "e99695",
  "f9d0c4",
  "fad8c7",
  "fbca04",
  "fef2c0",
  "d5e8a4",
] as const;

/** Six hexadecimal digits; the same for the same name, so that it does not matter when it is made. */
export function labelColor(name: string): string {
  let sum = 0;
  for (const character of name.toLowerCase()) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return palette[sum % palette.length] ?? palette[0];
}
