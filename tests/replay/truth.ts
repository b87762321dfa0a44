import type { License } from '../../utils/model/ledger.ts';
import { DAY, HOUR, type Instant, type JstDate } from '../../utils/model/time.ts';
import { dateOf, midnight, plus, works } from './calendar.ts';
import type { Random } from './random.ts';

export interface Span {
  from: Instant;
  to: Instant;
}

/** One key of one app: from when it can be read in RMS until it is replaced. */
export interface KeyLife {
  id: string;
  shopId: string;
  appId: string;
  endsOn: JstDate;
  from: Instant;
  to: Instant;
  /** Since when RMS says 更新あり; null = never. */
  updateFrom: Instant | null;
}

/** The lives of the keys of one shop, as staff renew them: mostly in time, some on the last day, some too late. */
export function keyLives(random: Random, shop: number, span: Span): KeyLife[] {
  const lives: KeyLife[] = [];
  for (let app = 0; app < 3; app += 1) {
    let from = span.from;
    let endsOn = plus(dateOf(from), random.int(2, 90));
    for (let n = 0; from < span.to; n += 1) {
      const end = midnight(endsOn);
      const lot = random.next();
      const renewed =
        lot < 0.6 ? end - random.int(1, 20) * DAY : lot < 0.8 ? end : end + random.int(1, 6) * DAY;
      const to = Math.max(from + DAY, renewed + random.int(9, 20) * HOUR);
      const updateFrom = random.chance(0.1) ? from + random.int(5, 40) * DAY : null;
      const shopId = `s${shop}`;
      const appId = `${shopId}a${app}`;
      lives.push({ id: `${appId}n${n}`, shopId, appId, endsOn, from, to, updateFrom });
      from = to;
      endsOn = plus(dateOf(to), 90);
    }
  }
  return lives;
}

/** When a browser is open: working hours, some evenings and days off, never in a holiday of the staff. */
export function openHours(random: Random, span: Span): Span[] {
  const hours: Span[] = [];
  let away = 0;
  for (let date = dateOf(span.from); midnight(date) < span.to; date = plus(date, 1)) {
    if (away > 0) {
      away -= 1;
      continue;
    }
    if (random.chance(0.01)) away = random.int(2, 12);
    if (!random.chance(works(date) ? 0.92 : 0.25)) continue;
    const evening = random.chance(0.05);
    const from = midnight(date) + (evening ? 19 * HOUR : 8 * HOUR + random.int(0, 150) * 60_000);
    const to = Math.min(span.to, from + (evening ? 3 : random.int(5, 12)) * HOUR);
    // Of what comes after the end nothing is played, and nothing is due.
    if (from < to) hours.push({ from, to });
  }
  return hours;
}

/** When something outside is out of order. */
export function outages(random: Random, span: Span, perYear: number): Span[] {
  const found: Span[] = [];
  for (let at = span.from; at < span.to; at += DAY) {
    if (!random.chance(perYear / 365)) continue;
    const from = at + random.int(0, 23) * HOUR;
    found.push({ from, to: from + random.int(1, 60) * HOUR });
  }
  return found;
}

/** The license as the ledger would hold it. */
export const licenseOf = (life: KeyLife, seenAt: Instant, over: Partial<License>): License => ({
  id: life.id,
  shopId: life.shopId,
  appId: life.appId,
  last4: life.id.slice(-4),
  expiry: { on: life.endsOn, basis: 'page' },
  conflict: null,
  state: 'active',
  stateText: '利用中',
  updateSeenSince: null,
  issuedSeenAt: null,
  firstSeenAt: seenAt,
  lastSeenAt: seenAt,
  missedReadings: 0,
  goneAt: null,
  ...over,
});
