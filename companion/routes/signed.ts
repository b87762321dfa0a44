import type { HistoryAnswer } from '../../utils/model/companion-shared.schema.ts';
import type { HistoryEntry, LedgerChange } from '../../utils/model/ledger.ts';
import type { Device, StoredHistory } from '../store/types.ts';

/** The same change, its lines of history with whose browser they came from. */
export const signed = (change: LedgerChange, device: Device): LedgerChange =>
  change.history === undefined
    ? change
    : { ...change, history: change.history.map((entry) => signedLine(entry, device)) };

const signedLine = (
  { detail, ...entry }: HistoryEntry,
  { id, name, member }: Device,
): HistoryEntry => ({
  ...entry,
  detail: { ...detail, person: member.name, browser: name, device: id },
});

/** A line as it is told to a device: whose it is apart from the evidence; null = the companion's own. */
export function told(
  { detail, ...entry }: StoredHistory,
  self: Device,
): HistoryAnswer['entries'][number] {
  const { person, browser, device, ...evidence } = detail;
  const from =
    typeof person === 'string' && typeof browser === 'string'
      ? { person, browser, own: device === self.id }
      : null;
  return { ...entry, detail: evidence, from };
}
