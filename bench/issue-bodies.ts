/** What people write into issues: a few kinds of text, from one line to one that takes a parser. */

const oneLine = (number: number) => `Part ${number} fails when it is asked twice, see the log.`;

const withTasks = (number: number) => `What is wrong with part ${number}, and how one sees it.

- [x] reproduce
- [ ] mend
`;

const feature = (number: number) => `### Why

People ask for part ${number} every week; today they copy it **by hand** from [the old page](https://example.com/${number}).

### What

1. A button beside \`Save\`.
2. The same for \`Save as\`, so that nobody has to look for it.

### Tasks

- [x] Agree on the words
- [ ] Server
  - [x] Store it in \`parts\`
  - [ ] Send it on
- [ ] Page
  - [ ] Button
  - [ ] Help text, with a link to [the guide](https://example.com/guide)

Not part of this: the mobile pages.
`;

const report = (number: number) => `<!-- Thank you for your report! Please fill in all parts. -->

### What happened

After the update to 2.${number % 30} the page stays empty. It worked before.

### How to see it

1. Open the page of part ${number}
2. Press **Reload**

\`\`\`
Error: no such part: ${number}
    at find (parts.js:12:9)
    at show (page.js:80:3)
\`\`\`

### Checklist

- [x] I looked for similar issues
- [x] I use the newest version
`;

const decision = (number: number) => `> Could we have both?

For part ${number} there are two ways:

| way | effort | risk |
|---|---|---|
| a new table | 3 days | none |
| a new field | 1 day | old clients |

- [ ] decide
- [ ] tell everybody
`;

const kinds = [oneLine, withTasks, withTasks, feature, feature, report, report, decision];

/** A body for an issue; `random` from 0 to 1 says which kind. */
export function bodyOf(number: number, random: number): string {
  const kind = kinds[Math.floor(random * kinds.length)] ?? oneLine;
  return kind(number);
}
