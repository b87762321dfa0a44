import { recordTest, requestFor } from '../../utils/keytest/record.ts';
import { runKeyTest } from '../../utils/keytest/run.ts';
import type { KeyTest } from '../../utils/model/key-test.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../utils/model/time.ts';
import { last4Of } from '../../utils/model/secret.ts';
import { shortId } from '../log.ts';
import type { ShopRecord, Watch } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { placeOf } from '../seal/place.ts';
import { openPair, type Pair } from '../seal/seal.ts';

/** Longer than a test: after it a process that claimed a watch is taken to be gone. */
const CLAIM_MS = 10 * MINUTE;
const AT_ONCE = 10;
const TESTS_KEPT = 60 * DAY;
const EVERY = { every: true } as const;

/**
 * Tests the watched keys that are due, each once whatever number of processes run this, and gives how
 * many. A watch ends with its key: gone from RMS's list, or expired.
 */
export async function runDueWatches(deps: Deps): Promise<number> {
  const now = deps.clock();
  const claimed = await deps.store.claimWatches(now, now + CLAIM_MS, AT_ONCE);
  await Promise.all(claimed.map((watch) => runOne(deps, watch)));
  return claimed.length;
}

async function runOne(deps: Deps, watch: Watch): Promise<void> {
  const { store, log, keyRing, clock } = deps;
  const record = await store.shop(EVERY, watch.shopId);
  const license = record?.ledger.licenses.find(({ id }) => id === watch.licenseId);
  if (!record || !license || license.goneAt !== null) return end(deps, watch, 'keyGone');
  const pair = openPair(keyRing, placeOf(watch), watch.sealed);
  if (!pair || last4Of(pair.licenseKey) !== license.last4) {
    // The master key is another one, or somebody changed the row: nothing is asked with it, and nothing
    // is deleted, since what is right may come back.
    log('error', 'watchSealed', { watch: shortId(watch.id) });
    return store.scheduleWatch(watch.id, clock() + HOUR);
  }
  const test = await testOnce(deps, record, watch, pair);
  log('info', 'watch', { watch: shortId(watch.id), verdict: test.verdict });
  deps.metrics.count('kagiban_key_tests_total', { verdict: test.verdict });
  if (test.verdict === 'expired') return end(deps, watch, 'expired');
  return store.scheduleWatch(watch.id, test.retestAt ?? clock() + DAY);
}

async function testOnce(
  { store, keyTest, clock, newId }: Deps,
  { ledger }: ShopRecord,
  { shopId, licenseId, requiredFunctions }: Watch,
  pair: Pair,
): Promise<KeyTest> {
  const license = ledger.licenses.find(({ id }) => id === licenseId);
  const info = { licenseId, shopId, appId: license?.appId ?? null };
  const result = await runKeyTest(keyTest, requestFor(ledger, info, pair, requiredFunctions));
  const done = { result, by: 'companion' as const };
  const updated = await store.update(EVERY, shopId, (before) => {
    const { test, change } = recordTest(before, info, done, newId, clock());
    const keyTests = oldTests(before, licenseId, clock());
    return { change: { ...change, remove: { keyTests } }, answer: test };
  });
  if (updated === 'unknown') throw new Error('the shop of a watch is gone');
  return updated.answer;
}

/** A test a day would fill the ledger; the history keeps one line of each. */
const oldTests = ({ keyTests }: Ledger, licenseId: string, now: Instant): string[] =>
  keyTests
    .filter((test) => test.licenseId === licenseId && test.at < now - TESTS_KEPT)
    .map(({ id }) => id);

async function end({ store, log }: Deps, { id }: Watch, why: string): Promise<void> {
  await store.removeWatch(id);
  log('info', 'watchEnded', { watch: shortId(id), why });
}
