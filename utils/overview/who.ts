import type { HistoryEntry, HistoryKind } from '../model/ledger.ts';

/** Who did what an entry tells, as far as that is known; `board.who.<word>` in locales/. */
export const WHO = ['person', 'rms', 'tool', 'kagiban', 'companion'] as const;
export type Who = (typeof WHO)[number];

/** Only ever done by a person's press in Kagiban. */
const BY_PERSON = new Set<HistoryKind>([
  'carried',
  'copied',
  'vaultHeld',
  'vaultTaken',
  'filled',
  'stated',
  'toolRemoved',
  'toolRestored',
  'conflictConfirmed',
  'shopConfirmed',
]);

/** The person is not named: without a companion, Kagiban knows no one's name. */
export function whoOf({ kind, detail }: HistoryEntry): Who {
  const by = detail['by'];
  if (BY_PERSON.has(kind) || by === 'person' || detail['basis'] === 'person') return 'person';
  if (kind === 'renewalOpened') return by === 'newKey' ? 'kagiban' : 'person';
  if (kind === 'saved' || kind === 'seen' || kind === 'toolTest') return 'tool';
  if (kind === 'keyTest') return by === 'companion' ? 'companion' : 'kagiban';
  return kind === 'renewalClosed' || kind === 'notified' ? 'kagiban' : 'rms';
}

/** Is it about this tool? '' = every entry is. */
export const isOfTool = ({ detail }: HistoryEntry, connectorId: string): boolean =>
  connectorId === '' || detail['tool'] === connectorId;
