import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import type { Instant } from '../model/time.ts';
import type { Unsent } from '../model/unsent.ts';

/** A companion that is away for longer than so many pages gets the newest: each says all of its page. */
const MOST = 500;

/** Keeps a reading for the companion, in the transaction that takes it here. Nothing where none is paired. */
export function keepForCompanion(
  { meta, unsent }: Ledger,
  reading: Reading,
  newId: () => string,
): LedgerChange {
  const { digits, slug } = reading.shop;
  // Whose it is only this browser's person knows: it stays here.
  if (meta.companionHeardAt === undefined || (digits === null && slug === null)) return {};
  const kept = inOrder(unsent);
  const dropped = kept.slice(0, Math.max(0, kept.length + 1 - MOST)).map(({ id }) => id);
  return {
    unsent: [{ id: newId(), no: (kept.at(-1)?.no ?? 0) + 1, reading }],
    remove: { unsent: dropped },
  };
}

/** In the order in which they were read. */
export const inOrder = (unsent: readonly Unsent[]): Unsent[] =>
  [...unsent].sort((a, b) => a.no - b.no);

/**
 * What a clock that was ahead dated in what is yet to come was read by now, at the latest, and before what was
 * read after it: once that time has come, it would pass for news. A clock that shows less than when the companion was
 * last heard is behind, and says nothing.
 */
export function datedByNow({ unsent, meta }: Ledger, now: Instant): LedgerChange {
  if (now < (meta.companionHeardAt ?? 0)) return {};
  let next = now + 1;
  const dated: Unsent[] = [];
  for (const one of inOrder(unsent).reverse()) {
    // No two of one moment: the second would be taken for the first again.
    next = Math.min(one.reading.at, next - 1);
    if (one.reading.at > now) dated.push({ ...one, reading: { ...one.reading, at: next } });
  }
  return { unsent: dated };
}
