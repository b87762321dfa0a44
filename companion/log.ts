import { redactKeys } from '../utils/model/secret.ts';

export type LogFields = Record<string, string | number | boolean | null>;
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/**
 * A log of one JSON object a line. Callers give words and numbers of our own, never what somebody
 * sent; whatever looks like a key is cut out all the same.
 */
export const makeLog =
  (write: (line: string) => void, clock: () => number): Log =>
  (level, event, fields = {}) => {
    const safe = Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? redactKeys(value) : value,
    ]);
    const at = new Date(clock()).toISOString();
    write(`${JSON.stringify({ at, level, event, ...Object.fromEntries(safe) })}\n`);
  };

/**
 * An error as far as it may be logged: its name, code and the places in our files. Its message may
 * quote what was sent, so it is left out.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const places = (error.stack ?? '').match(/[\w-]+\.(?:ts|js|mjs):\d+/g) ?? [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { error: error.name, code, where: places.slice(0, 4).join(' < ') };
}

/** An id short enough not to be taken for a key, long enough to tell devices apart. */
export const shortId = (id: string): string => id.slice(0, 8);
