import type { CarryWarning } from '../model/carry.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { LicenseState } from '../model/reading.ts';
import { makeSecret, type Secret } from '../model/secret.ts';
import { cleanKey } from './clean.ts';
import {
  couldBeKey,
  digitsIn,
  halfOf,
  isOneShort,
  isUsualShape,
  lacksFirst,
  lacksLast,
} from './shape.ts';

/** What was read from a page, selected or pasted. */
export interface RawCredentials {
  licenseKey: string;
  serviceSecret: string | null;
}

/** What is known of the key that it should be. */
export interface KeyFacts {
  /** The last four that RMS shows for it; null = RMS's list has not been read since it was issued. */
  last4: string | null;
  /** null = the key is not in the ledger. */
  state: LicenseState | null;
  /** The key's shop, 6 digits; null = not read yet. */
  shopDigits: string | null;
  otherShopDigits: string[];
  /** Its last four are those of a key of another app than the page or the person names. */
  isOtherApps: boolean;
}

export type Guarded =
  | { refused: null; licenseKey: Secret; serviceSecret: Secret | null; warnings: CarryWarning[] }
  | { refused: ErrorCode; licenseKey: null; serviceSecret: null; warnings: CarryWarning[] };

/**
 * The paste guard. Warnings say why and block nothing; refused (`keyNotFound`) is only a text that
 * certainly is no key: empty, a few characters, or with characters that no key has.
 */
export function checkKey(raw: RawCredentials, facts: KeyFacts): Guarded {
  const key = cleanKey(raw.licenseKey);
  const secret = raw.serviceSecret === null ? null : cleanKey(raw.serviceSecret);
  const warnings = [...key.warnings, ...(secret?.warnings ?? [])];
  const texts = [key.text, ...(secret === null ? [] : [secret.text])];
  if (!texts.every(couldBeKey)) {
    return { refused: 'keyNotFound', licenseKey: null, serviceSecret: null, warnings: [] };
  }
  warnings.push(...warningsAbout(key.text, secret?.text ?? null, facts));
  return {
    refused: null,
    licenseKey: makeSecret(key.text),
    serviceSecret: secret === null ? null : makeSecret(secret.text),
    warnings: [...new Set(warnings)],
  };
}

function warningsAbout(key: string, secret: string | null, facts: KeyFacts): CarryWarning[] {
  const texts = secret === null ? [key] : [key, secret];
  const firstMissing = texts.some((text) => lacksFirst(text, facts.shopDigits));
  const lastMissing = lacksLast(key, facts.last4) || (secret !== null && isOneShort(secret));
  const last4Differs = facts.last4 !== null && !key.endsWith(facts.last4);
  const found: [CarryWarning, boolean][] = [
    ['firstMissing', firstMissing],
    ['lastMissing', lastMissing],
    ['last4Differs', last4Differs && !lastMissing],
    ['otherShopDigits', texts.some((text) => isOtherShops(text, facts))],
    ['otherAppsKey', facts.isOtherApps],
    ['secretAndKeySwapped', halfOf(key) === 'secret' || isLicenseHalf(secret) || key === secret],
    ['unusualShape', !firstMissing && !lastMissing && !texts.every(isUsualShape)],
    ...stateWarnings(facts.state),
  ];
  return found.filter(([, is]) => is).map(([warning]) => warning);
}

/** What RMS's word for a key's state says about using it. 更新あり goes on working as far as known (rms.md §4). */
export const stateWarnings = (state: LicenseState | null): [CarryWarning, boolean][] => [
  ['expired', state === 'expired'],
  ['awaitingApproval', state === 'awaitingApproval'],
  ['stopped', state === 'stopped'],
  ['notInLedger', state === null],
];

const isLicenseHalf = (secret: string | null): boolean =>
  secret !== null && halfOf(secret) === 'license';

function isOtherShops(text: string, facts: KeyFacts): boolean {
  const digits = digitsIn(text);
  if (digits === null) return false;
  if (facts.shopDigits !== null) return digits !== facts.shopDigits;
  return facts.otherShopDigits.includes(digits);
}
