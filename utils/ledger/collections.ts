import type { Ledger } from '../model/ledger.ts';

export type Collection = Exclude<keyof Ledger, 'meta'>;

/** The lists of a Ledger; each is an object store of the same name. */
export const COLLECTIONS = [
  'shops',
  'apps',
  'licenses',
  'events',
  'pages',
  'bindings',
  'placements',
  'toolRemovals',
  'customTools',
  'renewals',
  'keyTests',
  'reminders',
  'deliveries',
  'targets',
  'policies',
  'answers',
  'unsent',
  'fromOthers',
] as const satisfies readonly Collection[];

export function emptyLedger(): Ledger {
  return {
    meta: { id: 'meta', firstReadingAt: null, hintDismissedAt: null },
    shops: [],
    apps: [],
    licenses: [],
    events: [],
    pages: [],
    bindings: [],
    placements: [],
    toolRemovals: [],
    customTools: [],
    renewals: [],
    keyTests: [],
    reminders: [],
    deliveries: [],
    targets: [],
    policies: [],
    answers: [],
    unsent: [],
    fromOthers: [],
  };
}
