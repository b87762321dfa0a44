import { AppError } from '../model/errors.ts';
import type { HistoryEntry, Ledger, LedgerChange, License } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import type { Instant } from '../model/time.ts';

export interface RenewalWish {
  appId: string;
  kind: Renewal['kind'];
  /** `issue`: the key to be replaced, null = none is known. Other kinds: the key that it is about. */
  licenseId: string | null;
  openedBy: Renewal['openedBy'];
}

/**
 * Opens a run. One that is open for the same thing already goes on instead. Throws `notFound` where app or
 * key is not in the ledger, `badMessage` for a kind that needs a key and names none.
 */
export function openRenewal(
  ledger: Ledger,
  wish: RenewalWish,
  newId: () => string,
  now: Instant,
): LedgerChange {
  const app = ledger.apps.find(({ id }) => id === wish.appId);
  const license = ledger.licenses.find(({ id }) => id === wish.licenseId);
  if (!app || (wish.licenseId !== null && license?.appId !== app.id)) {
    throw new AppError('notFound');
  }
  if (wish.kind !== 'issue' && !license) throw new AppError('badMessage');
  if (openRunOf(ledger, wish)) return {};
  return begun({ ...wish, shopId: app.shopId, newLicenseId: null }, license, newId, now);
}

/** An app has one key to get into its tools at a time; the other kinds are about one key each. */
export const openRunOf = (
  { renewals }: Pick<Ledger, 'renewals'>,
  { appId, kind, licenseId }: Omit<RenewalWish, 'openedBy'>,
): Renewal | undefined =>
  renewals.find(
    (run) =>
      run.closed === null &&
      run.appId === appId &&
      run.kind === kind &&
      (kind === 'issue' || run.oldLicenseId === licenseId),
  );

export function begun(
  wish: RenewalWish & Pick<Renewal, 'shopId' | 'newLicenseId'>,
  subject: License | undefined,
  newId: () => string,
  now: Instant,
): LedgerChange {
  const { licenseId: oldLicenseId, ...rest } = wish;
  const run: Renewal = {
    ...rest,
    id: newId(),
    oldLicenseId,
    openedAt: now,
    rmsDoneAt: null,
    notes: '',
    closed: null,
  };
  return { renewals: [run], history: [openedLine(run, subject, now)] };
}

/** The line of history of a run that began. */
export const openedLine = (
  run: Renewal,
  subject: License | undefined,
  now: Instant,
): HistoryEntry => ({
  at: now,
  kind: 'renewalOpened',
  shopId: run.shopId,
  subjectId: subject?.id ?? run.appId,
  detail: { renewal: run.kind, by: run.openedBy, last4: subject?.last4 ?? null },
});
