import { daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { Cause, ProbeResult } from '../model/key-test.ts';
import type { LicenseState } from '../model/reading.ts';
import { isMalformed } from './codes.ts';
import { ACTIVATION_MS } from './retest.ts';
import type { TestFacts } from './types.ts';

/** States that RMS itself gives as a reason (rms.md §4); the state of a good key gives none. */
const STATE_CAUSES: Partial<Record<LicenseState, Cause>> = {
  stopped: 'stopped',
  awaitingApproval: 'awaitingApproval',
  expired: 'expired',
  updateAvailable: 'updateAvailable',
};

/** What RMS's own word for the key's state explains; null = nothing. */
export const causeOfState = (state: LicenseState | null): Cause | null =>
  (state && STATE_CAUSES[state]) ?? null;

/** What may have led to a refusal of every function, most likely first. */
export function causesOf(probes: readonly ProbeResult[], facts: TestFacts): Cause[] {
  const malformed = probes.some((probe) => isMalformed(probe.code));
  const causes: (Cause | null)[] = [
    causeOfState(facts.state),
    malformed ? 'wrongKey' : null,
    mayBeYoung(facts) ? 'notYetActive' : null,
    'wrongKey',
    // Left after 確認する without 登録する: a common fault (rms.md §1).
    'functionNotSelected',
    facts.expiresOn === null ? 'expired' : null,
  ];
  return [...new Set(causes.filter((cause) => cause !== null))];
}

/** Nobody knows when it was issued, and nothing speaks against the last 90 minutes. */
function mayBeYoung(facts: TestFacts): boolean {
  if (facts.issuedAt !== null) return false;
  const { firstTestAt, expiresOn, now } = facts;
  if (firstTestAt !== null && now - firstTestAt >= ACTIVATION_MS) return false;
  // Lives 90 days (rms.md §5): one with 88 or more left was issued just now, as far as dates tell.
  return expiresOn === null || daysBetween(jstDateOf(now), expiresOn) >= 88;
}
