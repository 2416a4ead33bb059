/** A file or option that a person gave and that cannot be used: printed as it is, exit code 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
