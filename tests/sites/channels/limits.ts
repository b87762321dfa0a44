import type { Clock, Instant } from '../../../utils/model/time.ts';

export interface Limit {
  /** Counts one call of that name; false = one too many, and it does not count. */
  take(name: string): boolean;
  /** Calls that are left in the window. */
  left(name: string): number;
  /** When the oldest call leaves the window. */
  resetAt(name: string): Instant;
}

/** So many calls of one name within a sliding window of so many milliseconds. */
export function makeLimit(most: number, windowMs: number, clock: Clock): Limit {
  const calls = new Map<string, Instant[]>();
  const recent = (name: string): Instant[] => {
    const kept = (calls.get(name) ?? []).filter((at) => at > clock() - windowMs);
    calls.set(name, kept);
    return kept;
  };
  return {
    take: (name) => {
      const kept = recent(name);
      if (kept.length >= most) return false;
      kept.push(clock());
      return true;
    },
    left: (name) => most - recent(name).length,
    resetAt: (name) => (recent(name)[0] ?? clock()) + windowMs,
  };
}
