import { outageAt } from '../ledger/merge-outages.ts';
import type { Outage } from '../model/functions.ts';
import type { KeyTest, Verdict } from '../model/key-test.ts';
import type { Ledger, License } from '../model/ledger.ts';
import { DAY, type Instant } from '../model/time.ts';
import { begunAt, causeOf, plainStep, type Cause } from './causes.ts';

const SETTLED = new Set<Verdict>(['valid', 'expired']);
const FAILED = new Set<Verdict>(['refused', 'functionNotSelected']);
/** Subject of what concerns RMS itself. */
export const RMS = 'rms';

/** What tests of keys give reason to say: test again, it failed, RMS does not answer. */
export function testCauses(ledger: Ledger, now: Instant): Cause[] {
  const { keyTests, licenses } = ledger;
  if (keyTests.length === 0) return [];
  const outage = outageCause(keyTests, now);
  const alive = new Map(
    licenses.filter(({ goneAt }) => goneAt === null).map((license) => [license.id, license]),
  );
  const ofKeys = newestTests(keyTests).flatMap((test): Cause[] => {
    const license = alive.get(test.licenseId);
    if (!license) return [];
    const causes = retestCause(license, test, now);
    if (!FAILED.has(test.verdict)) return causes;
    // While RMS does not answer, a refusal proves nothing of the key (promise 4).
    if (outage !== null && test.at >= (outage.since ?? -Infinity)) return causes;
    const told = outageAt(ledger, test.at);
    const more = told
      ? afterOutage(license, endOf(told, ledger, test.at), now)
      : [failedCause(license, test, now)];
    return causes.concat(more);
  });
  return outage ? [outage, ...ofKeys] : ofKeys;
}

/** When an outage that RMS told of is over; one without an end is believed for as long as `outageAt` does. */
const endOf = ({ to }: Outage, { meta }: Ledger, at: Instant): Instant =>
  to ?? (meta.outage?.seenAt ?? at) + DAY;

/** A refusal from the time of an outage is settled by a test after it. */
function afterOutage(license: License, end: Instant, now: Instant): Cause[] {
  if (now > end + DAY) return [];
  const subject = { shopId: license.shopId, subjectId: license.id, reason: 'retest' } as const;
  const times = { since: end, changesAt: end + DAY };
  return [causeOf({ ...subject, expiresOn: null, steps: plainStep(end) }, times)];
}

function newestTests(keyTests: KeyTest[]): KeyTest[] {
  const newest = new Map<string, KeyTest>();
  for (const test of keyTests) {
    if ((newest.get(test.licenseId)?.at ?? -Infinity) <= test.at) newest.set(test.licenseId, test);
  }
  return [...newest.values()];
}

/** A test to be made again. A whole day later nobody waits for it any more. */
function retestCause(license: License, { retestAt, verdict }: KeyTest, now: Instant): Cause[] {
  if (retestAt === null || SETTLED.has(verdict) || now > retestAt + DAY) return [];
  const subject = { shopId: license.shopId, subjectId: license.id, reason: 'retest' } as const;
  const times = { since: retestAt, changesAt: retestAt + DAY };
  return [causeOf({ ...subject, expiresOn: null, steps: plainStep(retestAt) }, times)];
}

/** Said each time that it fails anew; it ends with a test that goes well. */
const failedCause = (license: License, { at }: KeyTest, now: Instant): Cause =>
  causeOf(
    {
      shopId: license.shopId,
      subjectId: license.id,
      reason: 'testFailed',
      expiresOn: null,
      steps: begunAt(at, now).steps,
    },
    { restDays: 0 },
  );

/** The newest test of all found RMS's service down. A day later nobody knows any more. */
function outageCause(keyTests: KeyTest[], now: Instant): Cause | null {
  const newest = keyTests.reduce((a, b) => (b.at >= a.at ? b : a));
  if (newest.verdict !== 'serviceDown' || now >= newest.at + DAY) return null;
  const answered = Math.max(
    -Infinity,
    ...keyTests.filter((one) => one.verdict !== 'serviceDown').map((one) => one.at),
  );
  const first = keyTests
    .filter((one) => one.at > answered)
    .reduce((a, b) => (b.at < a.at ? b : a), newest);
  const { steps, since } = begunAt(first.at, now);
  const subject = { shopId: null, subjectId: RMS, reason: 'outage', expiresOn: null } as const;
  return causeOf({ ...subject, steps }, { since, changesAt: newest.at + DAY });
}
