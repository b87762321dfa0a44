import { merge } from '../../utils/ledger/merge.ts';
import type { ReadingAsk } from '../../utils/model/companion-shared.schema.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { Reading } from '../../utils/model/reading.ts';
import { MINUTE, type Instant } from '../../utils/model/time.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import { saysNotLooked } from '../../utils/reminders/look-causes.ts';
import { withPlan } from '../speak/plan-shops.ts';
import { timesSeen } from '../store/seen-again.ts';
import type { Decided, Device, Updated } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { signed } from './signed.ts';

/** A clock within that is right; one that is further off is put right by what it says of now. */
const CLOCK_TOLERANCE = 2 * MINUTE;

/** Takes what a page said into the ledger of its shop: the very merge of the browser. */
export const readingHandlers = (deps: Deps): Pick<Handlers, 'takeReading'> => ({
  takeReading: async ({ device, body }) => {
    const now = deps.clock();
    const isOld = now - body.reading.at > QUEUED || Math.abs(now - body.sentAt) > CLOCK_TOLERANCE;
    const metAt = isOld ? await deps.store.timeOf(metKey(device)) : null;
    const reading = { ...body.reading, at: momentOf(body, now, metAt) };
    const taken = await take(deps, { device, body, reading, now });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    deps.metrics.count('kagiban_readings_total', { outcome: taken.answer });
    return { shopId: taken.record.id, revision: taken.record.revision };
  },
});

interface Taking {
  device: Device;
  body: ReadingAsk;
  reading: Reading;
  now: Instant;
}

type Outcome = 'changed' | 'same';

async function take(deps: Deps, { device, body, reading, now }: Taking): Promise<Updated<Outcome>> {
  const { store, newId } = deps;
  // Sent again because the answer was lost, it is taken once.
  const once = { key: `${device.id} ${body.id}`, at: now, again: 'same' as const };
  const decide = (ledger: Ledger): Decided<Outcome> => {
    const change = merge(ledger, named(ledger, reading), { now, newId });
    if (isOldNews(ledger, change)) return { change, answer: 'changed' };
    return { ...withPlan(deps, ledger, signed(oneShop(change), device)), answer: 'changed' };
  };
  if (body.shopId !== null) return store.update(device.scope, body.shopId, decide, once);
  const { shop } = reading;
  if (shop.digits === null && shop.slug === null) throw new Refusal('shopUnnamed');
  return store.updateNamed(device.scope, { shop, at: reading.at }, decide, once);
}

/**
 * Staff open the same pages all day. That the same was seen again changes nothing of what is to be said, unless it
 * was said that nobody looks.
 */
const isOldNews = (ledger: Ledger, change: LedgerChange): boolean =>
  timesSeen(ledger, change) !== null && !saysNotLooked(ledger);

/** Under which name the store keeps when a browser last said that it has sent all that it has read. */
export const metKey = ({ id }: Device): string => `met ${id}`;
/** A reading that was made so long before it is sent has waited. */
const QUEUED = 10 * MINUTE;
/** What is read while a browser says so is sent at the next meeting. */
const SAYING_LASTS = 5 * MINUTE;

/**
 * When a reading was made. A clock that is off as it is sent may have been so then, or have been set since: it was
 * made after the last meeting (`metAt`; null = nobody knows of one), and not later than now.
 */
function momentOf({ sentAt, reading }: ReadingAsk, now: Instant, metAt: Instant | null): Instant {
  const off = now - sentAt;
  // A clock of ours that was ahead noted a meeting in what is yet to come.
  const from = metAt === null || metAt > now ? -Infinity : metAt - SAYING_LASTS;
  const moved = Math.abs(off) > CLOCK_TOLERANCE ? reading.at + off : reading.at;
  const at = moved >= from && moved <= now ? moved : reading.at;
  return Math.max(from, Math.min(now, at));
}

/** A page that does not say whose it is belongs to the shop that a person named. */
function named({ shops }: Ledger, reading: Reading): Reading {
  const { digits, slug, name } = reading.shop;
  const [shop] = shops;
  if (!shop || digits !== null || slug !== null) return reading;
  return { ...reading, shop: { digits: shop.digits, slug: shop.slug, name } };
}

/** One record is one shop: a page that names another made a second one. */
function oneShop(change: LedgerChange): LedgerChange {
  const removed = new Set(change.remove?.shops ?? []);
  const shops = (change.shops ?? []).filter(({ id }) => !removed.has(id));
  const made = (change.history ?? []).some(({ kind }) => kind === 'shopNew');
  if (made || shops.length > 1) throw new Refusal('shopConflict');
  return change;
}
