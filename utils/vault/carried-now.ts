import { type CarriedInfo, type CarryWarning, isSerious } from '../model/carry.ts';
import type { License } from '../model/ledger.ts';
import type { JstDate } from '../model/time.ts';
import { stateWarnings } from './guard.ts';
import type { KnownKeys } from './match.ts';

/** Warnings that follow from the ledger, which may have learnt more since the key was taken. */
const FROM_LEDGER = new Set<CarryWarning>([
  'expired',
  'awaitingApproval',
  'stopped',
  'notInLedger',
]);

/**
 * A carried key as the ledger knows it now: whose it is, once the list has been read, and what is wrong
 * with it today. What the text itself showed when it was taken stays.
 */
export function carriedNow(info: CarriedInfo, known: KnownKeys, today: JstDate): CarriedInfo {
  const license = licenseOf(info, known);
  const app = known.apps.find(({ id }) => id === (license?.appId ?? info.appId));
  const warnings = info.warnings.filter(
    (warning) =>
      !FROM_LEDGER.has(warning) &&
      // The list has been read since: it shows these last four.
      !(warning === 'last4Differs' && license !== null && info.licenseId === null),
  );
  const now = stateWarnings(license?.state ?? null).flatMap(([warning, is]) =>
    is ? [warning] : [],
  );
  const isPast = license !== null && hasPassed(license, today);
  return {
    ...info,
    shopId: license?.shopId ?? info.shopId,
    appId: license?.appId ?? info.appId,
    licenseId: license?.id ?? info.licenseId,
    developer: app?.developer ?? info.developer,
    app: app?.name ?? info.app,
    warnings: [...new Set([...warnings, ...now, ...(isPast ? ['expired' as const] : [])])],
  };
}

/** Carried before RMS had shown them, and found by now: as the ledger knows them, where their mark is still missing. */
export const foundUnmarked = (
  carried: CarriedInfo[],
  known: KnownKeys,
  today: JstDate,
): CarriedInfo[] =>
  carried
    .filter(({ licenseId }) => licenseId === null)
    .map((info) => carriedNow(info, known, today))
    .filter((info) =>
      known.licenses.some(({ id, fingerprint }) => id === info.licenseId && !fingerprint),
    );

/** The one living key of these last four that it can be; null = none, or several. */
function licenseOf(info: CarriedInfo, { licenses }: KnownKeys): License | null {
  const own = licenses.find(({ id }) => id === info.licenseId);
  if (own) return own;
  const fits = licenses.filter(
    ({ goneAt, last4, shopId, appId }) =>
      goneAt === null &&
      last4 === info.last4 &&
      (info.shopId === null || shopId === info.shopId) &&
      (info.appId === null || appId === info.appId),
  );
  const [only] = fits;
  return only && fits.length === 1 ? only : null;
}

/** By a date that RMS or its API gave; a person's may be wrong (promise 4). */
const hasPassed = ({ expiry }: License, today: JstDate): boolean =>
  expiry !== null && expiry.basis !== 'person' && expiry.on < today;

/** RMS itself says that this key does not work any more: certain, so it is not filled. */
export const isDead = ({ warnings }: Pick<CarriedInfo, 'warnings'>): boolean =>
  warnings.includes('expired') || warnings.includes('stopped');

/** What a person has to confirm before the key goes anywhere. */
export const toConfirm = ({ warnings }: Pick<CarriedInfo, 'warnings'>): CarryWarning[] =>
  warnings.filter(isSerious);
