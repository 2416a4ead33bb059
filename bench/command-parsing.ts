/**
 * `npm run bench:plan`: how long it takes to find the commands of a comment as long as GitHub takes, and what twice
 * the length costs: about 2 where time grows with the length, 4 where it grows with its square. In processor
 * time, the least of several runs.
 */
import { findInvocations } from "../src/commands/invocation.ts";

const length = 65_536;
const runs = 5;

/** What somebody may write to keep a machine busy, and what people write. */
const parts: readonly (readonly [name: string, part: string])[] = [
  [
    "prose with a command now and then",
    "A few words about it, and `code`.\n\nMore words.\n/start\n\n",
  ],
  ["nothing but commands", "/start\n"],
  ["commands in paragraphs of their own", "/alias *x* \\\n\n"],
  ["one paragraph of what never ends", '/note <!-- a\n`b [c](d <![CDATA[ <e f="\n'],
  ["code that never ends", "`` a\n/start ` b\n\n"],
  ["fences", "```\n/start\n```\n"],
  ["lists", "- /start\n\n  1. b\n\n"],
  ["quotes", "> /start\n\n/stop\n\n"],
  ["quotes that go on", '> /stop\n/start <a href="\n'],
  ["tables", "| a |\n|---|\n| /start |\n\n"],
  ["elements that never end", "<details>\n\n/start\n\n"],
  ["definitions", "[a]: b\n[c]\n/start\n\n"],
  ["footnotes", "[^1]: /start\n\n/stop\n\n"],
  ["line ends of another age", "/start\ra\r\r"],
  ["blanks", `${" ".repeat(70)}\n/start ${" ".repeat(70)}x\n`],
];

for (const [name, part] of parts) {
  const whole = timeOf(part, length);
  const ratio = whole / Math.max(0.1, timeOf(part, length / 2));
  console.log(
    `${name.padEnd(36)} ${whole.toFixed(0).padStart(6)} ms, twice the length ×${ratio.toFixed(1)}`,
  );
}

function timeOf(part: string, size: number): number {
  const text = `${part.repeat(Math.ceil(size / part.length)).slice(0, size)}\n\n/start`;
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    findInvocations(text, "/");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
