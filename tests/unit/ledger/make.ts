import { applyChange } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { HistoryEntry, Ledger, LedgerChange, License } from '../../../utils/model/ledger.ts';
import type { EventRow, LicenseRow, Problem, Reading } from '../../../utils/model/reading.ts';
import type { Instant } from '../../../utils/model/time.ts';

export const T0: Instant = Date.parse('2026-12-04T10:00:00+09:00');

/** Ids that come in order. */
export function ids(): () => string {
  let n = 0;
  return () => `id${(n += 1)}`;
}

export const aRow = (over: Partial<LicenseRow> = {}): LicenseRow => ({
  developer: 'Hamee株式会社',
  app: 'ネクストエンジン',
  owner: 'vendor',
  last4: 'A9FR',
  expiresOn: '2027-02-01',
  state: 'active',
  stateText: '利用中',
  extra: [],
  ...over,
});

export const anEvent = (over: Partial<EventRow> = {}): EventRow => ({
  company: 'Hamee株式会社',
  service: 'ネクストエンジン',
  startedOn: '2014-10-06',
  state: 'active',
  stateText: '利用中',
  ...over,
});

export const aProblem = (over: Partial<Problem> = {}): Problem => ({
  code: 'badDate',
  where: '有効期限',
  text: '2027/02/30',
  developer: 'Hamee株式会社',
  app: 'ネクストエンジン',
  last4: 'A9FR',
  ...over,
});

export const aReading = (over: Partial<Reading> = {}): Reading => ({
  at: T0,
  page: 'appList',
  pageClass: 'keys',
  shop: { digits: '123456', slug: 'shop-a', name: '店舗A' },
  licenses: [],
  licenseCoverage: 'complete',
  events: [],
  eventCoverage: 'complete',
  problems: [],
  issuedNow: false,
  ...over,
});

/** A ledger that takes in readings one after another, each a minute later than the one before. */
export function aBook() {
  const newId = ids();
  let ledger = emptyLedger();
  let now = T0;
  const history: HistoryEntry[] = [];
  const apply = (change: LedgerChange): void => {
    history.push(...(change.history ?? []));
    ledger = applyChange(ledger, change);
  };
  return {
    ledger: (): Ledger => ledger,
    now: (): Instant => now,
    newId,
    apply,
    read(over: Partial<Reading> = {}): void {
      now += 60_000;
      apply(merge(ledger, aReading({ at: now, ...over }), { now, newId }));
    },
    license(last4: string | null): License {
      const found = ledger.licenses.filter((one) => one.last4 === last4);
      if (found.length !== 1) throw new Error(`${found.length} licenses ${last4}`);
      return found[0] as License;
    },
    alive: () => ledger.licenses.filter((one) => one.goneAt === null).map((one) => one.last4),
    kinds: () => history.map((entry) => entry.kind),
    /** The history with its evidence. */
    told: () => history.map(({ kind, detail }) => Object.assign({ kind }, detail)),
  };
}
