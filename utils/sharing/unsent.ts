import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';

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
  const oldest = [...unsent].sort((a, b) => a.reading.at - b.reading.at);
  const dropped = oldest.slice(0, Math.max(0, oldest.length + 1 - MOST)).map(({ id }) => id);
  return {
    unsent: [{ id: newId(), reading }],
    ...(dropped.length > 0 && { remove: { unsent: dropped } }),
  };
}
