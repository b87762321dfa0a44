import type { CarryWarning } from '../model/carry.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { LicenseState } from '../model/reading.ts';
import { makeSecret, type Secret } from '../model/secret.ts';
import { cleanKey } from './clean.ts';
import { couldBeKey, digitsIn, halfOf, isUsualShape } from './shape.ts';

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
  const found: [CarryWarning, boolean][] = [
    ['last4Differs', facts.last4 !== null && !key.endsWith(facts.last4)],
    ['otherShopDigits', texts.some((text) => isOtherShops(text, facts))],
    ['secretAndKeySwapped', halfOf(key) === 'secret' || isLicenseHalf(secret) || key === secret],
    ['unusualShape', !texts.every(isUsualShape)],
    ['notActive', facts.state !== null && !isUsable(facts.state)],
    ['notInLedger', facts.state === null],
  ];
  return found.filter(([, is]) => is).map(([warning]) => warning);
}

const isLicenseHalf = (secret: string | null): boolean =>
  secret !== null && halfOf(secret) === 'license';

/** 更新あり goes on working as far as known (rms.md §4); an unknown state is no reason to warn. */
const isUsable = (state: LicenseState): boolean =>
  state === 'active' || state === 'updateAvailable' || state === 'unknown';

function isOtherShops(text: string, facts: KeyFacts): boolean {
  const digits = digitsIn(text);
  if (digits === null) return false;
  if (facts.shopDigits !== null) return digits !== facts.shopDigits;
  return facts.otherShopDigits.includes(digits);
}
