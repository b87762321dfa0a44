import type { SessionArea } from '../../../utils/vault/ports.ts';

/** A session area as the browser's: JSON in memory. `dump` is everything that lies in it. */
export function memorySession(): SessionArea & { dump(): string } {
  const values = new Map<string, string>();
  return {
    get: async (key) => {
      const text = values.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    keys: async () => [...values.keys()],
    set: async (key, value) => {
      values.set(key, JSON.stringify(value));
    },
    remove: async (keys) => {
      for (const key of keys) values.delete(key);
    },
    dump: () => JSON.stringify([...values]),
  };
}
