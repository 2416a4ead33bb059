/** Whether this process can do its work. Asked at most so often, however many probes ask. */

export interface Readiness {
  readonly isReady: boolean;
  /** Each part in a word, for whoever reads the probe's answer. */
  readonly parts: Readonly<Record<string, "ok" | "unreachable">>;
}

export interface ReadinessOptions {
  /** By name: whether it answers. Must not reject. */
  readonly checks: Readonly<Record<string, () => Promise<boolean>>>;
  readonly rememberedMilliseconds?: number;
  readonly timeoutMilliseconds?: number;
}

export function createReadiness({
  checks,
  rememberedMilliseconds = 15_000,
  timeoutMilliseconds = 3_000,
}: ReadinessOptions): () => Promise<Readiness> {
  let known: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;

  async function ask(): Promise<Readiness> {
    const names = Object.keys(checks);
    const answers = await Promise.all(
      Object.values(checks).map((check) => inTime(check(), timeoutMilliseconds)),
    );
    const parts = Object.fromEntries(
      names.map((name, index) => [name, answers[index] ? "ok" : "unreachable"] as const),
    );
    return { isReady: answers.every(Boolean), parts };
  }

  return () => {
    const now = performance.now();
    if (known === null || now - known.at > rememberedMilliseconds) {
      known = { at: now, answer: ask() };
    }
    return known.answer;
  };
}

function inTime(answer: Promise<boolean>, milliseconds: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), milliseconds);
  answer.then(resolve, () => resolve(false)).finally(() => clearTimeout(timer));
  return promise;
}
