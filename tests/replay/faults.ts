import type { Random } from './random.ts';

/** Every await of a sender, by what it waits for. */
export const POINTS = ['plan', 'claim', 'find', 'send', 'record'] as const;
export type Point = (typeof POINTS)[number];

/** What can go wrong at an await. */
export const STORE_FAULTS = [
  'killBefore',
  'killAfter',
  'storage',
  'sleep',
  'back',
  'ahead',
] as const;
export const CHANNEL_FAULTS = [
  'killBefore',
  'killAfter',
  'sleep',
  'back',
  'ahead',
  'fails',
  'rateLimited',
  'refuses',
  'lostRequest',
  'lostReply',
  'late',
] as const;
export type Fault = (typeof STORE_FAULTS)[number] | (typeof CHANNEL_FAULTS)[number];

export const faultsAt = (point: Point): readonly Fault[] =>
  point === 'send' || point === 'find' ? CHANNEL_FAULTS : STORE_FAULTS;

export interface Faults {
  /** What goes wrong at this await; null = nothing. */
  draw(point: Point): Fault | null;
  /** How often each happened, `point fault` → times. */
  counts: Map<string, number>;
}

/** How likely something goes wrong at an await of each kind: sends are rare, so more likely there. */
export const CHANCE: Record<Point, number> = {
  plan: 0.02,
  claim: 0.03,
  find: 0.25,
  send: 0.25,
  record: 0.15,
};

export function faultsOf(random: Random, scale = 1): Faults {
  const counts = new Map<string, number>();
  return {
    counts,
    draw(point) {
      if (!random.chance(CHANCE[point] * scale)) return null;
      const fault = random.pick(faultsAt(point));
      const key = `${point} ${fault}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return fault;
    },
  };
}
