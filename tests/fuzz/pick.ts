/** A seeded chooser: the same seed makes the same choices, in the same order, everywhere. */
export interface Pick {
  /** An integer of min to max, both included. */
  int(min: number, max: number): number;
  /** True with this chance (0 to 1). */
  bool(chance?: number): boolean;
  /** One entry of a list that is not empty. */
  oneOf<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  /** A copy in random order. */
  shuffle<T>(list: readonly T[]): T[];
  /** `count` different entries, in random order. */
  some<T>(list: readonly T[], count: number): T[];
}

/** mulberry32: 32 bits of state, good enough to choose words by. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A chooser for this seed (any integer). */
export function pickFrom(seed: number): Pick {
  const next = random(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    const out: T[] = [];
    while (left.length > 0) out.push(...left.splice(int(0, left.length - 1), 1));
    return out;
  };
  return {
    int,
    bool: (chance = 0.5) => next() < chance,
    oneOf: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[int(0, list.length - 1)]!;
    },
    shuffle,
    some: (list, count) => shuffle(list).slice(0, count),
  };
}
