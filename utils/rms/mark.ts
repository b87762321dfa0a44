import { daysBetween } from '../calendar/jst.ts';
import type { LicenseRow, LicenseState } from '../model/reading.ts';
import type { Say } from '../model/say.ts';
import type { JstDate } from '../model/time.ts';

export type Tone = 'broken' | 'urgent' | 'unknown' | 'soon' | 'waiting' | 'fine';

/** A state is told by its shape too, never by colour alone (LOOK.md). */
export const SHAPES: Record<Tone, string> = {
  broken: '×',
  urgent: '▲',
  unknown: '?',
  soon: '△',
  waiting: '…',
  fine: '○',
};

/** What stands beside a row in RMS's page. */
export interface Mark {
  last4: string;
  state: LicenseState;
  /** Expiry − today in JST: 0 on the last day, negative after; null without a date. */
  daysLeft: number | null;
  tone: Tone;
  text: string;
}

const URGENT_DAYS = 7;
const SOON_DAYS = 14;

export function markOf(row: LicenseRow, today: JstDate, t: Say): Mark {
  const daysLeft = row.expiresOn === null ? null : daysBetween(today, row.expiresOn);
  const tone = toneOf(row.state, daysLeft);
  const state = stateWord(row.state, daysLeft, t);
  const text = [
    `${SHAPES[tone]}\u00a0${dateWord(daysLeft, t)}`,
    ...(state === null ? [] : [state]),
  ].join('・');
  return { last4: row.last4 ?? '', state: row.state, daysLeft, tone, text };
}

function toneOf(state: LicenseState, daysLeft: number | null): Tone {
  if (state === 'expired' || (daysLeft !== null && daysLeft < 0)) return 'broken';
  if (state === 'stopped' || state === 'awaitingApproval') return 'waiting';
  if (daysLeft !== null && daysLeft <= URGENT_DAYS) return 'urgent';
  if (state === 'unknown') return 'unknown';
  if (state === 'updateAvailable' || (daysLeft !== null && daysLeft <= SOON_DAYS)) return 'soon';
  return daysLeft === null ? 'unknown' : 'fine';
}

/** 「あと2日」「今日まで」「昨日で切れました」: never "0 days" (LOOK.md). */
function dateWord(daysLeft: number | null, t: Say): string {
  if (daysLeft === null) return t('mark.noDate');
  if (daysLeft === 0) return t('mark.today');
  if (daysLeft === 1) return t('mark.oneDay');
  if (daysLeft > 0) return t('mark.daysLeft', [String(daysLeft)]);
  return daysLeft === -1 ? t('mark.yesterday') : t('mark.ago', [String(-daysLeft)]);
}

function stateWord(state: LicenseState, daysLeft: number | null, t: Say): string | null {
  if (state === 'active') return null;
  if (state === 'expired') return daysLeft !== null && daysLeft < 0 ? null : t('mark.expired');
  if (state === 'updateAvailable') return t('mark.update');
  if (state === 'awaitingApproval') return t('mark.awaitingApproval');
  return state === 'stopped' ? t('mark.stopped') : t('mark.stateUnknown');
}
