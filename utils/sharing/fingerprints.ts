import {
  fingerprintKeyAnswerSchema,
  type FingerprintsAsk,
  type LicensesAnswer,
} from '../model/companion-shared.schema.ts';
import { errorCodeOf } from '../model/errors.ts';
import type { Ledger, LedgerChange, License } from '../model/ledger.ts';
import type { Aliases, SharedShop } from './aliases.ts';
import type { SharePort } from './port.ts';

type Said = FingerprintsAsk['fingerprints'];

/** Those of known keys, under the shop's own HMAC key: nobody could compare any other. */
export function takeFingerprints(
  { licenses }: Ledger,
  said: Said,
  hmacKeyId: string,
): LedgerChange {
  const marks = new Map(said.map((one) => [one.licenseId, one.fingerprint]));
  const marked = licenses.flatMap((license): License[] => {
    const fingerprint = marks.get(license.id);
    if (fingerprint?.hmacKeyId !== hmacKeyId || fingerprint.mac === license.fingerprint?.mac)
      return [];
    return [{ ...license, fingerprint }];
  });
  return marked.length === 0 ? {} : { licenses: marked };
}

/** The same key, with the fingerprint that colleagues can compare. */
export const markedAs = (known: License, { fingerprint }: License): License =>
  fingerprint && known.fingerprint?.hmacKeyId !== fingerprint.hmacKeyId
    ? { ...known, fingerprint }
    : known;

/**
 * Under which HMAC key this browser makes the fingerprints of a shop: learnt from the companion at the first
 * meeting, and again where the companion has another by now. null = the companion is older than that.
 */
export async function fingerprintKeyOf(
  { ask, fingerprints }: Pick<SharePort, 'ask' | 'fingerprints'>,
  ids: { here: string; there: SharedShop['id'] },
  { licenses }: LicensesAnswer,
): Promise<string | null> {
  const known = await fingerprints.keyId(ids.here);
  const isOther = licenses.some(
    ({ fingerprint }) => fingerprint && fingerprint.hmacKeyId !== known,
  );
  if (known !== null && !isOther) return known;
  const asked = { method: 'POST', path: '/v1/fingerprint-keys', body: { shopId: ids.there } };
  try {
    const key = await ask(asked, fingerprintKeyAnswerSchema);
    await fingerprints.keep(ids.here, key);
    return key.id;
  } catch (error) {
    if (errorCodeOf(error) === 'companionRefused') return null;
    throw error;
  }
}

/** What was made here and the companion has not. */
export function fingerprintsToSay(
  ledger: Ledger,
  shopId: string,
  hmacKeyId: string | null,
  { licenses }: LicensesAnswer,
  { there }: Aliases,
): Said {
  const shared = new Map(licenses.map((one) => [one.id, one]));
  return ledger.licenses.flatMap(({ id, shopId: of, fingerprint }): Said => {
    if (of !== shopId || !fingerprint || fingerprint.hmacKeyId !== hmacKeyId) return [];
    const license = shared.get(there(id));
    if (!license || license.fingerprint?.mac === fingerprint.mac) return [];
    return [{ licenseId: license.id, fingerprint }];
  });
}
