import { DAY, HOUR, type Instant } from '../../utils/model/time.ts';
import { dateOf, daysToSpeak, midnight, plus, works } from './calendar.ts';
import type { Posted, Said } from './room.ts';
import type { KeyLife, Span } from './truth.ts';

/** Something that must be said between two moments, if anybody had the time to say it. */
export interface Obligation {
  said: Said;
  from: Instant;
  to: Instant;
  /** It may wait for the digest of a working day. */
  digest: boolean;
}

/** A life of a key as the browser could know it. */
export interface KnownLife extends KeyLife {
  knownFrom: Instant;
  knownTo: Instant;
  updateKnown: Instant | null;
  /** When another browser may know the end of it, before this one does. */
  endKnown?: Instant;
}

/** All that must be said of a key, by the promise alone: nothing here knows how the product does it. */
export const obligationsOf = (life: KnownLife): Obligation[] =>
  sayingsOf(life).filter((one) => one.from < one.to);

/** Also what a key did not live to hear: a browser that slept over its end may say it, and not before its day. */
export function sayingsOf(life: KnownLife): Obligation[] {
  const { id, endsOn, knownFrom } = life;
  const knownTo = Math.min(life.knownTo, life.endKnown ?? Infinity);
  const about = { subjectId: id, resolved: false } as const;
  const dead = midnight(plus(endsOn, 1));
  const days = daysToSpeak(endsOn);
  const expiring = days.map(([threshold, date], i): Obligation => {
    const next = days[i + 1];
    const over = next ? midnight(next[1]) : dead;
    return {
      said: { ...about, reason: 'expiring', expiresOn: endsOn, threshold },
      from: Math.max(midnight(date) + 9 * HOUR, knownFrom),
      to: Math.min(over, knownTo),
      digest: threshold > 3,
    };
  });
  const expired: Obligation = {
    said: { ...about, reason: 'expired', expiresOn: endsOn, threshold: null },
    from: Math.max(dead, knownFrom),
    to: knownTo,
    digest: false,
  };
  const updates: Obligation[] = life.updateKnown
    ? [
        {
          said: { ...about, reason: 'update', expiresOn: null, threshold: null },
          from: life.updateKnown,
          to: knownTo,
          digest: true,
        },
      ]
    : [];
  return [...expiring, expired, ...updates];
}

/** How long everything must have gone well for a miss to be a miss: longer than any wait between attempts and visits. */
const LONG_ENOUGH = 5 * HOUR;

export interface Conditions {
  open: Span[];
  /** Times at which something went wrong, sorted. */
  disturbed: Instant[];
  /** Spans in which the clock was wrong or the target out of order. */
  bad: Span[];
}

/**
 * The first moment by which it must have been said, given that for five hours before, in office hours, the
 * browser was open and nothing went wrong; null where there was no such time before `to`.
 */
export function mustBeSaidBy(one: Obligation, conditions: Conditions): Instant | null {
  const earliest = one.digest ? nextDigest(one.from) : one.from;
  for (const span of conditions.open.slice(firstAfter(conditions.open, earliest))) {
    if (span.from >= one.to) return null;
    for (let date = dateOf(span.from); midnight(date) < span.to; date = plus(date, 1)) {
      if (one.digest && !works(date)) continue;
      const from = Math.max(span.from, earliest, midnight(date) + 9 * HOUR);
      const to = Math.min(span.to, one.to, midnight(date) + 18 * HOUR);
      const end = quietFor(from, to, conditions);
      if (end !== null) return end;
    }
  }
  return null;
}

function nextDigest(at: Instant): Instant {
  let date = dateOf(at);
  while (!works(date) || midnight(date) + 9.5 * HOUR < at) date = plus(date, 1);
  return midnight(date) + 9.5 * HOUR;
}

const firstAfter = (spans: Span[], at: Instant): number => {
  const found = spans.findIndex((span) => span.to > at);
  return found === -1 ? spans.length : found;
};

/** The end of the first quiet stretch that is long enough. */
function quietFor(from: Instant, to: Instant, { disturbed, bad }: Conditions): Instant | null {
  let start = from;
  for (;;) {
    if (start + LONG_ENOUGH > to) return null;
    const end = start + LONG_ENOUGH;
    const inBad = bad.find((span) => span.from < end && span.to > start);
    const hit = lastIn(disturbed, start, end);
    if (!inBad && hit === null) return end;
    start = Math.max(inBad?.to ?? 0, hit === null ? 0 : hit + 1, start + 1);
  }
}

/** The last time within a span, of a sorted list. */
function lastIn(times: Instant[], from: Instant, to: Instant): Instant | null {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  const found = times[low - 1];
  return found !== undefined && found >= from ? found : null;
}

/** What makes two sayings the same one. 解決 is said once of a matter, whatever step it had come to. */
export const saidKey = ({ subjectId, reason, expiresOn, threshold, resolved }: Said): string =>
  resolved
    ? `${subjectId}|${reason === 'update' ? 'update' : 'end'}|solved`
    : [subjectId, reason, expiresOn, threshold].join('|');

/** When each thing was said to each target, in true time. */
export function whenSaid(posts: Posted[]): Map<string, Posted[]> {
  const said = new Map<string, Posted[]>();
  for (const post of posts) {
    for (const one of post.said) {
      const key = `${post.target} ${saidKey(one)}`;
      const known = said.get(key);
      if (known) known.push(post);
      else said.set(key, [post]);
    }
  }
  return said;
}

/** 解決 is owed where the matter had been said, for so long. */
export const SOLVED_WITHIN = 20 * DAY;
