import { AppError } from '../model/errors.ts';
import type { Ledger, LedgerChange, License, Shop } from '../model/ledger.ts';
import type { Instant, JstDate } from '../model/time.ts';
import { draftOf } from './draft.ts';
import { withDated } from './merge-expiry.ts';
import { moveShop } from './move.ts';

const MAX_NAME = 100;

function licenseIn(ledger: Ledger, id: string): License {
  const license = ledger.licenses.find((one) => one.id === id);
  if (!license) throw new AppError('notFound');
  return license;
}

/**
 * A person gives the expiry that RMS does not show (null = takes it back). Refused (`notAllowed`) where
 * RMS itself gave a date: that one is not overruled by hand.
 */
export function setExpiry(
  ledger: Ledger,
  { licenseId, on }: { licenseId: string; on: JstDate | null },
  now: Instant,
): LedgerChange {
  const license = licenseIn(ledger, licenseId);
  if (license.expiry && license.expiry.basis !== 'person') throw new AppError('notAllowed');
  const detail = { from: license.expiry?.on ?? null, to: on, basis: 'person' };
  return {
    licenses: [{ ...license, expiry: on && { on, basis: 'person' } }],
    history: [
      { at: now, kind: 'expiryChanged', shopId: license.shopId, subjectId: licenseId, detail },
    ],
  };
}

/** A person says whether the later date of the same key is right. A refused date is not asked about again. */
export function resolveConflict(
  ledger: Ledger,
  { licenseId, accept }: { licenseId: string; accept: boolean },
  now: Instant,
): LedgerChange {
  const license = licenseIn(ledger, licenseId);
  const { conflict, expiry } = license;
  if (!conflict) throw new AppError('notFound');
  const dated = accept
    ? { expiry: { on: conflict.on, basis: 'page' as const }, conflict: null }
    : { expiry, conflict: null, refusedOn: conflict.on };
  const detail = { from: expiry?.on ?? null, to: conflict.on, accepted: accept ? 1 : 0 };
  return {
    licenses: [withDated(license, dated)],
    history: [
      { at: now, kind: 'conflictConfirmed', shopId: license.shopId, subjectId: licenseId, detail },
    ],
  };
}

export interface ShopConfirmation {
  pendingId: string;
  /** A known shop … */
  intoShopId: string | null;
  /** … or a new one by this name. */
  name: string | null;
}

/**
 * A person says whose the pages of a pending bucket are. Errors: `notFound`; `notAllowed` where the pages
 * name another shop than the chosen one; `badMessage` where neither a shop nor a name is given.
 */
export function confirmShop(
  ledger: Ledger,
  { pendingId, intoShopId, name }: ShopConfirmation,
  now: Instant,
): LedgerChange {
  const pending = ledger.shops.find((shop) => shop.id === pendingId && !shop.identified);
  if (!pending) throw new AppError('notFound');
  const draft = draftOf(ledger);
  const confirmed =
    intoShopId === null ? named(pending, name) : joined(ledger, pending, intoShopId);
  if (confirmed.id !== pendingId) moveShop(draft, pendingId, confirmed.id);
  draft.put('shops', confirmed);
  draft.note({
    at: now,
    kind: 'shopConfirmed',
    shopId: confirmed.id,
    subjectId: confirmed.id,
    detail: { name: confirmed.name, digits: confirmed.digits, slug: confirmed.slug },
  });
  return draft.change();
}

function named(pending: Shop, name: string | null): Shop {
  const given = name?.trim() ?? '';
  if (given === '' || given.length > MAX_NAME) throw new AppError('badMessage');
  return { ...pending, name: given, identified: true, namedByPerson: true };
}

function joined(ledger: Ledger, pending: Shop, intoShopId: string): Shop {
  const into = ledger.shops.find((shop) => shop.id === intoShopId && shop.id !== pending.id);
  if (!into) throw new AppError('notFound');
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (differs(into.digits, pending.digits) || differs(into.slug, pending.slug)) {
    throw new AppError('notAllowed');
  }
  return {
    ...into,
    digits: into.digits ?? pending.digits,
    slug: into.slug ?? pending.slug,
    name: into.name ?? pending.name,
    identified: true,
    namedByPerson: true,
    firstSeenAt: Math.min(into.firstSeenAt, pending.firstSeenAt),
    lastSeenAt: Math.max(into.lastSeenAt, pending.lastSeenAt),
  };
}

/** The line that leads to アプリ一覧 is not shown again. */
export function dismissHint(ledger: Ledger, now: Instant): LedgerChange {
  if (ledger.meta.hintDismissedAt !== null) return {};
  return { meta: { ...ledger.meta, hintDismissedAt: now } };
}
