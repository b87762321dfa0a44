import { addDays, daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { JstDate } from '../model/time.ts';
import type { LicenseView, Overview } from './types.ts';

/** Days shown before and after today: today stands at the left third. */
export const PAST_DAYS = 45;
export const COMING_DAYS = 90;
const WIDTH = PAST_DAYS + COMING_DAYS;

/** A key's life as far as it is known, in parts of the width (0 = left edge, 1 = right edge). */
export interface TimelineBar {
  view: LicenseView;
  from: number;
  to: number;
  /** When it was issued is not known: the bar comes from beyond the left edge. */
  openStart: boolean;
  /** RMS shows no date. */
  openEnd: boolean;
}

export interface Timeline {
  shopId: string;
  bars: TimelineBar[];
}

/** Where a date stands, cut to the edges. */
export const placeOf = (today: JstDate, on: JstDate): number =>
  Math.min(1, Math.max(0, (daysBetween(today, on) + PAST_DAYS) / WIDTH));

/** The first of each month in view, with its place. */
export function monthsIn(today: JstDate): { on: JstDate; at: number }[] {
  const days = Array.from({ length: WIDTH }, (_, day) => addDays(today, day - PAST_DAYS));
  return days.filter((on) => on.endsWith('-01')).map((on) => ({ on, at: placeOf(today, on) }));
}

/** The bars of every shop that has keys, in the overview's order; a shop's most urgent key first. */
export function timelinesOf(ledger: Ledger, overview: Overview, shopIds: string[]): Timeline[] {
  const issued = new Map(ledger.licenses.map((one) => [one.id, one.issuedSeenAt]));
  const barOf = (view: LicenseView): TimelineBar => {
    const since = issued.get(view.licenseId) ?? null;
    const from = since === null ? 0 : placeOf(overview.today, jstDateOf(since));
    const to = view.expiresOn === null ? 1 : placeOf(overview.today, view.expiresOn);
    return {
      view,
      from: Math.min(from, to),
      to,
      openStart: since === null || from === 0,
      openEnd: view.expiresOn === null,
    };
  };
  return shopIds
    .map((shopId) => ({
      shopId,
      bars: overview.licenses.filter((one) => one.shopId === shopId).map(barOf),
    }))
    .filter(({ bars }) => bars.length > 0);
}
