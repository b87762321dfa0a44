const STEP_MS = 50;

/**
 * Asks again and again until the answer is neither null, undefined nor false, and gives it.
 * Throws after `timeout` ms with what was waited for.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeout = 30_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
