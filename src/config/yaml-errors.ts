// The YAML parser's errors in words of people.

const explanations: Readonly<Record<string, string>> = {
  ALIAS: "Aliases (*name) are not supported: write the value out here.",
  TAB_AS_INDENT: "A tab cannot indent YAML: use spaces.",
  DUPLICATE_KEY: "This key is there twice: keep one of them.",
  BAD_INDENT: "The indentation is not right, or a bracket is not closed in time.",
  BLOCK_AS_IMPLICIT_KEY:
    'A key or list cannot begin here: check the indentation, and put a value that holds ": " in quotes.',
  MULTILINE_IMPLICIT_KEY: 'A key must be on one line, with ": " after it.',
  BAD_SCALAR_START: "A value cannot start with this character: put it in quotes.",
  MULTIPLE_DOCS: 'The file has more than one document: remove the line "---" between them.',
  RESOURCE_EXHAUSTION: "The file is nested too deeply: it needs three levels at most.",
  BAD_DIRECTIVE: 'Lines that start with "%" are not supported: remove this one.',
};

/** What to do about an error of this code; `message` is the parser's. */
export function explainYamlError(code: string, message: string): string {
  return explanations[code] ?? `This is not YAML: ${message.replace(/\.?$/, ".")}`;
}
