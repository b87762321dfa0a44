import { openReader, type LedgerReader } from '../utils/ledger/store.ts';

let opened: Promise<LedgerReader> | null = null;

/** The one connection of this page, read only. A failed opening is tried again at the next call. */
export function ledgerReader(): Promise<LedgerReader> {
  opened ??= openReader().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}
