import type { App, Ledger, LedgerChange } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import type { Instant } from '../model/time.ts';
import { openedLine } from './begin.ts';
import { closedLine } from './end.ts';
import { asTaken, joinEnds, joinNotes, joinRuns, type RunSaid } from './join-runs.ts';
import { stillOpen } from './open.ts';

export interface Taking {
  now: Instant;
  /** Our record of that run (`same-run.ts`); undefined = it is new here. */
  known: Renewal | undefined;
  /** The notes as both places last had them. */
  base: string;
  /** Are we the place that remembers which notes both have (a browser)? */
  keepsBase: boolean;
}

/**
 * Takes what another place knows of a run, in our ids. Nothing that a person did is lost: of two records the
 * earlier beginning, both their notes, and the end that a person gave stand. A run that is done there and
 * open here ends if the ledger shows nothing that keeps it open. Null where its app or a key is none of
 * this ledger.
 */
export function takeRun(ledger: Ledger, told: RunSaid, taking: Taking): LedgerChange | null {
  const app = ledger.apps.find(({ id }) => id === told.appId);
  const keys = [told.oldLicenseId, told.newLicenseId].filter((id) => id !== null);
  // Only a new key may be issued where none is known; every other kind is about one.
  if (told.kind !== 'issue' && told.oldLicenseId === null) return null;
  if (!app || !keys.every((id) => isKeyOf(ledger, app, id))) return null;
  const said = asTaken(told, taking.now);
  const { known } = taking;
  const run = known ? joined(known, said, ledger, taking) : made(said, app, taking);
  if (known && JSON.stringify(known) === JSON.stringify(run)) return {};
  return { renewals: [run], history: linesOf(known, run, ledger) };
}

const isKeyOf = ({ licenses }: Ledger, app: App, id: string): boolean =>
  licenses.some((one) => one.id === id && one.appId === app.id);

function joined(known: Renewal, said: RunSaid, ledger: Ledger, taking: Taking): Renewal {
  const seen = (id: string): Instant =>
    ledger.licenses.find((one) => one.id === id)?.firstSeenAt ?? 0;
  const run = joinRuns(known, said, (a, b) => (seen(a) >= seen(b) ? a : b));
  const notes = joinNotes(taking.base, known.notes, said.notes);
  const open: Renewal = { ...run, notes, closed: null };
  const isProved = (): boolean => stillOpen(open, ledger, taking.now).length === 0;
  const closed = joinEnds(known.closed, said.closed, isProved);
  // In the order of the fields of what is stored, so that the same run is the same text.
  return { ...known, ...open, ...(taking.keepsBase && { notesShared: said.notes }), closed };
}

const made = (said: RunSaid, { shopId }: App, { keepsBase }: Taking): Renewal => ({
  ...said,
  shopId,
  ...(keepsBase && { notesShared: said.notes }),
});

function linesOf(known: Renewal | undefined, run: Renewal, { licenses }: Ledger) {
  const subject = licenses.find(({ id }) => id === (run.newLicenseId ?? run.oldLicenseId));
  return [
    ...(known ? [] : [openedLine(run, subject, run.openedAt)]),
    ...(run.closed && !known?.closed ? [closedLine(run, run.closed)] : []),
  ];
}
