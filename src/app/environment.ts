/**
 * Every variable of the environment that a server reads: what it means, what it is when left out, and what it
 * may hold. `docs/environment.md` is made from this list.
 */

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
export const logFormats = ["pretty", "json"] as const;

export interface Variable {
  readonly name: string;
  /** A sentence, in Markdown. */
  readonly meaning: string;
  /** What holds without it, in a word or two. */
  readonly byDefault: string;
  /** Left out where any text will do. */
  readonly rule?: Rule;
  /** Its value is not shown in messages. */
  readonly isSecret?: boolean;
}

interface Rule {
  readonly holds: (text: string) => boolean;
  /** Completes "it should be …". */
  readonly shouldBe: string;
}

const port: Rule = {
  holds: (text) => /^\d+$/.test(text) && Number(text) <= 65_535,
  shouldBe: "a number from 0 to 65535",
};

const flag: Rule = { holds: (text) => /^(true|false)$/.test(text), shouldBe: "true or false" };

function oneOf(words: readonly string[]): Rule {
  return { holds: (text) => words.includes(text), shouldBe: `one of ${words.join(", ")}` };
}

const longestPeriod = 14 * 24 * 60 * 60_000;

export const variables: readonly Variable[] = [
  {
    name: "APP_ID",
    meaning: "The number on the App's settings page.",
    byDefault: "required",
    rule: { holds: (text) => /^\d+$/.test(text.trim()), shouldBe: "a number" },
  },
  {
    name: "PRIVATE_KEY",
    meaning: "The App's key: the whole `.pem`, its line ends written as `\\n`, or in base64.",
    byDefault: "required, or the next",
    isSecret: true,
  },
  { name: "PRIVATE_KEY_PATH", meaning: "A file with that key.", byDefault: "none" },
  {
    name: "WEBHOOK_SECRET",
    meaning: "The secret of the App's webhook.",
    byDefault: "required",
    isSecret: true,
  },
  {
    name: "HOST",
    meaning: "The address to listen at; in a container `0.0.0.0`.",
    byDefault: "`localhost`",
  },
  { name: "PORT", meaning: "The port for webhooks and probes.", byDefault: "`3000`", rule: port },
  {
    name: "METRICS_PORT",
    meaning: "The port for `/metrics`, which no one outside should reach.",
    byDefault: "no metrics",
    rule: port,
  },
  {
    name: "REDIS_URL",
    meaning: "A Redis for several workers, like `redis://host:6379`.",
    byDefault: "one process, in memory",
    isSecret: true,
    rule: {
      holds: (text) => /^rediss?:\/\//.test(text) && URL.canParse(text),
      shouldBe: "the address of a Redis server, like redis://host:6379",
    },
  },
  {
    name: "CONCURRENCY",
    meaning: "How many repositories this process syncs at once.",
    byDefault: "`4`",
    rule: { holds: (text) => /^[1-9]\d{0,2}$/.test(text), shouldBe: "a number from 1 to 999" },
  },
  {
    name: "RESYNC_EVERY",
    meaning: "How often every repository is read in full, to find what was missed.",
    byDefault: "`6h`",
    rule: {
      holds: (text) => {
        const milliseconds = readPeriod(text);
        return milliseconds !== null && milliseconds >= 60_000 && milliseconds <= longestPeriod;
      },
      shouldBe: "a time from 1m to 14d, like 30m, 6h or 1d",
    },
  },
  {
    name: "GHE_HOST",
    meaning: "The host of a GitHub Enterprise Server.",
    byDefault: "github.com",
  },
  { name: "GHE_PROTOCOL", meaning: "How to reach it.", byDefault: "`https`" },
  {
    name: "LOG_LEVEL",
    meaning: `What is logged at least: ${logLevels.join(", ")}.`,
    byDefault: "`info`",
    rule: oneOf(logLevels),
  },
  {
    name: "LOG_FORMAT",
    meaning: "`json` for machines, `pretty` for people.",
    byDefault: "`json` where `NODE_ENV` is `production`, else `pretty`",
    rule: oneOf(logFormats),
  },
  {
    name: "LOG_LEVEL_IN_STRING",
    meaning: "`true` to write levels as words in JSON.",
    byDefault: "`false`",
    rule: flag,
  },
  { name: "LOG_MESSAGE_KEY", meaning: "The name of the message in JSON.", byDefault: "`msg`" },
  {
    name: "NODE_ENV",
    meaning: "`production` refuses to start without credentials, instead of opening the set-up.",
    byDefault: "none",
  },
];

/** One sentence for each variable that holds what it may not. Empty ones count as left out. */
export function findEnvironmentFaults(
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return variables.flatMap(({ name, rule, isSecret }) => {
    const value = env[name];
    if (!value || !rule || rule.holds(value)) return [];
    const said = isSecret ? `${name} is something else` : `${name} is "${value}"`;
    return [`${said}, but it should be ${rule.shouldBe}.`];
  });
}

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "90s", "30m", "6h" or "1d" in milliseconds. */
export function readPeriod(text: string): number | null {
  const [, amount, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const known = (["s", "m", "h", "d"] as const).find((one) => one === unit);
  return known ? Number(amount) * units[known] : null;
}
