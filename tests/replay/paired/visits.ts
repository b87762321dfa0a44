import type { Reading } from '../../../utils/model/reading.ts';
import type { Instant } from '../../../utils/model/time.ts';
import type { KeyLife, Span } from '../truth.ts';

export type PairedLife = KeyLife & { last4: string };

/** A person opens the list of a shop. */
export interface Visit {
  at: Instant;
  shopId: string;
}

/** A shop's list is opened when something of it changes, and once more: gone is what two lists lack. */
export const visitsOf = (lives: PairedLife[], open: Span[]): Visit[] =>
  lives
    .flatMap(({ shopId, from, to, updateFrom }) =>
      [from, to, updateFrom ?? Infinity].flatMap((at) => {
        const first = nextOpen(open, at);
        return [first, first + 2000].map((when) => ({ at: when, shopId }));
      }),
    )
    .filter(({ at }) => at < Infinity)
    .toSorted((a, b) => a.at - b.at);

export function nextOpen(open: Span[], at: Instant): Instant {
  const hours = open.find(({ to }) => to > at);
  return hours ? Math.max(hours.from, at) : Infinity;
}

export const readingOf = ({ at, shopId }: Visit, lives: PairedLife[]): Reading => ({
  at,
  page: 'appList',
  pageClass: 'keys',
  shop: { digits: `${100_000 + Number(shopId.slice(1))}`, slug: shopId, name: shopId },
  licenses: lives
    .filter((one) => one.shopId === shopId && one.from <= at && at < one.to)
    .map(({ appId, last4, endsOn, updateFrom }) => {
      const isNew = updateFrom !== null && updateFrom <= at;
      return {
        developer: 'D',
        app: appId,
        owner: 'vendor',
        last4,
        expiresOn: endsOn,
        state: isNew ? 'updateAvailable' : 'active',
        stateText: isNew ? '利用中 更新あり' : '利用中',
        extra: [],
      };
    }),
  licenseCoverage: 'complete',
  events: [],
  eventCoverage: 'complete',
  problems: [],
  issuedNow: false,
});
