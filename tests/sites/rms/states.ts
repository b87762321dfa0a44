import type { Instant } from '../../../utils/model/time.ts';
import { slashDate } from '../lib/jst.ts';
import type { RmsApp, RmsLicense } from './model.ts';

export const STATES = {
  awaitingApproval: '承認待ち',
  active: '利用中',
  updateAvailable: '利用中 更新あり',
  expired: '有効期限切れ',
  stopped: '停止中',
} as const;

export const isExpired = (license: RmsLicense, now: Instant): boolean => license.expiresAt <= now;

/** RMS's word for the state (rms.md §4). */
export function stateOf(app: RmsApp, license: RmsLicense, now: Instant): string {
  if (license.shows.state !== undefined) return license.shows.state;
  if (license.phase === 'awaitingApproval') return STATES.awaitingApproval;
  if (license.phase === 'stopped') return STATES.stopped;
  if (isExpired(license, now)) return STATES.expired;
  return app.offered.length > 0 && !license.superseded ? STATES.updateAvailable : STATES.active;
}

/** 「2025/05/26」 or 「-」. */
export function expiryOf(app: RmsApp, license: RmsLicense): string {
  if (license.shows.expiry !== undefined) return license.shows.expiry;
  return app.showsDate && license.phase !== 'awaitingApproval' ? slashDate(license.expiresAt) : '-';
}

/** 「末尾4桁: A9FR」. */
export const last4Of = (license: RmsLicense): string =>
  license.shows.last4 ?? `末尾4桁: ${license.key.slice(-4)}`;
