/** Waits for something until the process ends; null then, and nobody cares any more how it goes on. */
export function untilEnded<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return giveUp(answer);
  return new Promise((resolve, reject) => {
    const end = () => resolve(giveUp(answer));
    signal.addEventListener("abort", end, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}

async function giveUp(answer: Promise<unknown>): Promise<null> {
  answer.catch(() => undefined);
  return null;
}
