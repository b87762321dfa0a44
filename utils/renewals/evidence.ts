import { ACTIVATION_MS, retestAfter } from '../keytest/retest.ts';
import type { KeyTest, Verdict } from '../model/key-test.ts';
import type { License } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import type { Placement } from '../model/tool.ts';

/** Does a field hold the key? `filled` = it shows it, and nobody has seen it saved. */
export type HoldsAnswer = 'yes' | 'filled' | 'other' | 'unknown';

export function holdsKey(placement: Placement | null, licenseId: string): HoldsAnswer {
  const holds = placement?.holds ?? null;
  if (holds === null) return 'unknown';
  if (holds.licenseId !== licenseId) return 'other';
  return holds.how === 'filled' ? 'filled' : 'yes';
}

/** Does the key work there? `waiting` = it was refused so soon after its issue that this proves nothing. */
export type WorksAnswer = { is: 'yes' | 'no' | 'unknown' } | { is: 'waiting'; until: Instant };

/** Of these nothing follows about the key. */
const SAYS_NOTHING = new Set<Verdict>(['serviceDown', 'undetermined']);

/**
 * The tool's own test, or the key's (DESIGN §3). A tool whose own test failed is not saved by a key test that
 * succeeded: that the key is good says nothing of what the tool holds.
 */
export function worksWith(
  placement: Placement | null,
  license: License,
  keyTests: readonly KeyTest[],
  now: Instant,
): WorksAnswer {
  const tool = placement?.works?.licenseId === license.id ? placement.works : null;
  const test = latestTest(license.id, keyTests);
  if (tool?.ok) {
    const refusedSince = test !== null && test.at > tool.at && saysNo(test.verdict);
    return { is: refusedSince ? 'no' : 'yes' };
  }
  if (tool) return afterRefusal(license, tool.at, now);
  if (test === null) return { is: 'unknown' };
  if (test.verdict === 'valid') return { is: 'yes' };
  if (test.verdict === 'notYetActive') return awaited(test.retestAt ?? test.at, now);
  return test.verdict === 'refused' ? afterRefusal(license, test.at, now) : { is: 'no' };
}

const saysNo = (verdict: Verdict): boolean => verdict === 'refused' || verdict === 'expired';

function latestTest(licenseId: string, keyTests: readonly KeyTest[]): KeyTest | null {
  return keyTests
    .filter((one) => one.licenseId === licenseId && !SAYS_NOTHING.has(one.verdict))
    .reduce<KeyTest | null>((last, one) => (last === null || one.at >= last.at ? one : last), null);
}

/** When the wait is over, the answer is unknown again: it has to be tested anew. */
const awaited = (until: Instant, now: Instant): WorksAnswer =>
  now < until ? { is: 'waiting', until } : { is: 'unknown' };

/** A refusal within 90 minutes of issue proves nothing (rms.md §5); a later one does. */
function afterRefusal(license: License, at: Instant, now: Instant): WorksAnswer {
  const issuedAt = license.issuedSeenAt ?? license.firstSeenAt;
  if (at - issuedAt >= ACTIVATION_MS) return { is: 'no' };
  const next = retestAfter(issuedAt, 0, at);
  return awaited(next?.at ?? at, now);
}
