import type { Ledger, LedgerChange, License } from '../model/ledger.ts';
import { type Fingerprint, sameFingerprint } from '../model/fingerprint.ts';
import type { Instant } from '../model/time.ts';
import { bindingIn, recordHeld } from './statements.ts';

/** `sweep.compared.<word>` in locales/. */
export const KNOWN_SIGHTS = ['same', 'unknown', 'cannotCompare', 'notKey', 'spaced'] as const;
export type KnownSight = (typeof KNOWN_SIGHTS)[number];

export interface KnownComparison {
  sight: KnownSight;
  /** The last four of the key that it is; null = none that was ever carried here. */
  last4: string | null;
}

/**
 * 照合 without the key at hand: is what a tool holds a key that was carried here before? Its fingerprint
 * tells, among the keys of the tool's app. What is known to be another key than was thought is forgotten.
 */
export function compareKnown(
  ledger: Ledger,
  { bindingId, found }: { bindingId: string; found: readonly Fingerprint[] },
  newId: () => string,
  now: Instant,
): { answer: KnownComparison; change: LedgerChange } {
  const binding = bindingIn(ledger, bindingId);
  const marked = ledger.licenses.flatMap((license): [License, Fingerprint][] =>
    license.appId === binding.appId && license.fingerprint ? [[license, license.fingerprint]] : [],
  );
  const as = (word: ReturnType<typeof sameFingerprint>) =>
    marked.filter(([, mark]) => sameAsAny(mark, found) === word).map(([license]) => license);
  const held = (licenseId: string | null): LedgerChange =>
    recordHeld(ledger, { bindingId, field: 'licenseKey', licenseId }, 'compared', newId, now);
  const [same] = as('same');
  if (same) return { answer: { sight: 'same', last4: same.last4 }, change: held(same.id) };
  const thought = ledger.placements.find(
    (one) => one.bindingId === bindingId && one.field === 'licenseKey' && one.part === undefined,
  )?.holds?.licenseId;
  const isNotThat = as('different').some(({ id }) => id === thought);
  const sight = as('cannotCompare').length > 0 ? 'cannotCompare' : 'unknown';
  return { answer: { sight, last4: null }, change: isNotThat ? held(null) : {} };
}

/** `found`: the same text under several HMAC keys. */
const sameAsAny = (
  mark: Fingerprint,
  found: readonly Fingerprint[],
): ReturnType<typeof sameFingerprint> =>
  found.map((one) => sameFingerprint(mark, one)).find((word) => word !== 'cannotCompare') ??
  'cannotCompare';
