import { jstDateOf } from '../calendar/jst.ts';
import type { EventGrant, Ledger, PageStatus, Shop } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { outageAt } from '../ledger/merge-outages.ts';
import { proposeShop } from '../ledger/propose.ts';
import { licenseView, lookupsOf, shopMark } from './license.ts';
import { LEVELS, type EventView, type Level, type LicenseView } from './types.ts';
import type { Overview, PageTrouble, ShopView } from './types.ts';

/** What the pages show, from the ledger and the clock. Pure. */
export function overviewOf(ledger: Ledger, now: Instant): Overview {
  const look = lookupsOf(ledger);
  const licenses = ledger.licenses
    .filter((license) => license.goneAt === null)
    .map((license) => licenseView(license, look, now))
    .sort(byUrgency);
  const marks = (shopId: string | null): string => shopMark(look.shops.get(shopId ?? ''));
  const unreadable = ledger.pages.filter(isUnreadable).map((page) => trouble(page, marks));
  return {
    today: jstDateOf(now),
    shops: ledger.shops.map((shop) => shopView(shop, ledger, licenses)).sort(byWorst),
    licenses,
    events: ledger.events
      .filter((event) => event.goneAt === null)
      .map((event) => eventView(event, marks)),
    unreadable,
    notLooked: ledger.pages.filter(isNotLooked).map((page) => trouble(page, marks)),
    outage: outageAt(ledger, now),
    empty: ledger.meta.firstReadingAt === null,
    hint: ledger.meta.firstReadingAt === null && ledger.meta.hintDismissedAt === null,
    badge: badgeOf(licenses, unreadable.length > 0),
  };
}

const isUnreadable = (page: PageStatus): boolean =>
  page.pageClass === 'unreadable' || page.problems.length > 0;

const NOT_LOOKED = new Set<string>(['loggedOut', 'noPermission', 'maintenance']);
const isNotLooked = (page: PageStatus): boolean => NOT_LOOKED.has(page.pageClass);

const trouble = (page: PageStatus, marks: (shopId: string | null) => string): PageTrouble => ({
  id: page.id,
  shopMark: marks(page.shopId),
  page: page.page,
  pageClass: page.pageClass,
  since: page.problemsSince ?? page.since,
  problems: page.problems,
});

const eventView = (event: EventGrant, marks: (shopId: string) => string): EventView => ({
  id: event.id,
  shopId: event.shopId,
  shopMark: marks(event.shopId),
  company: event.company,
  service: event.service,
  state: event.state,
  stateText: event.stateText,
});

function shopView(shop: Shop, ledger: Ledger, licenses: LicenseView[]): ShopView {
  const levels = licenses.filter((one) => one.shopId === shop.id).map((one) => one.level);
  const read = ledger.pages.filter((page) => page.shopId === shop.id).map((page) => page.readAt);
  return {
    id: shop.id,
    mark: shopMark(shop),
    label: shop.name ?? shop.slug ?? shop.digits,
    pending: !shop.identified,
    proposalShopId: shop.identified ? null : proposeShop(ledger, shop.id),
    readAt: read.reduce((latest, at) => Math.max(latest ?? 0, at ?? 0) || null, null),
    level: worst(levels),
  };
}

const rank = (level: Level): number => LEVELS.indexOf(level);
const worst = (levels: Level[]): Level =>
  levels.reduce<Level>((a, b) => (rank(b) < rank(a) ? b : a), 'fine');
const byWorst = (a: ShopView, b: ShopView): number =>
  rank(a.level) - rank(b.level) || (a.label ?? '').localeCompare(b.label ?? '', 'ja');

/** Most urgent first; within a level the nearest date, dateless ones last, then by name so that nothing jumps. */
function byUrgency(a: LicenseView, b: LicenseView): number {
  return (
    rank(a.level) - rank(b.level) ||
    (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) ||
    names(a).localeCompare(names(b), 'ja')
  );
}
const names = (view: LicenseView): string =>
  [view.shopMark, view.developer, view.app, view.last4 ?? ''].join('\n');

function badgeOf(licenses: LicenseView[], unreadable: boolean): Overview['badge'] {
  const count = licenses.filter((one) => one.need !== null).length;
  const level = worst(licenses.map((one) => one.level));
  // An alarm of the reader outranks all that it read (promise 3), but a dead key must still be seen.
  if (unreadable) return { text: '!', level: level === 'broken' ? 'broken' : 'unknown' };
  return { text: count === 0 ? '' : String(count), level };
}
