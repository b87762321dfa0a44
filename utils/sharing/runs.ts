import { inTurn } from '../ledger/apply.ts';
import type { RenewalAsk, RenewalsAnswer } from '../model/companion-renewals.schema.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import type { Instant } from '../model/time.ts';
import { pairRuns } from '../renewals/same-run.ts';
import { takeRun } from '../renewals/take-run.ts';
import { inWords, type Aliases } from './aliases.ts';

/** Takes over what the companion knows of the runs of one shop. Run again, it changes nothing. */
export function adoptRuns(
  ledger: Ledger,
  shopId: string,
  { renewals }: RenewalsAnswer,
  { here, now }: Pick<Aliases, 'here'> & { now: Instant },
): LedgerChange {
  const theirs = renewals.map((run) => inWords(run, here));
  const pairs = pairRuns(runsOf(ledger, shopId), theirs);
  return inTurn(
    ledger,
    theirs.map((said) => (before) => {
      const known = pairs.get(said.id);
      const base = known?.notesShared ?? '';
      return takeRun(before, facts(said), { now, known, base, keepsBase: true }) ?? {};
    }),
  );
}

/** Our runs of which the companion does not know everything, in its ids. */
export function runsToSay(
  ledger: Ledger,
  shopId: { here: string; there: string },
  { renewals }: RenewalsAnswer,
  { there }: Aliases,
): RenewalAsk[] {
  const known = new Map(renewals.map((run) => [run.id, textOf(facts(run))]));
  return runsOf(ledger, shopId.here).flatMap((run): RenewalAsk[] => {
    const said = { ...facts(inWords(run, there)), id: there(run.id) };
    if (known.get(said.id) === textOf(said)) return [];
    const closed = said.closed as RenewalAsk['closed'];
    return [{ ...said, shopId: shopId.there, notesWere: run.notesShared ?? '', closed }];
  });
}

const runsOf = ({ renewals }: Ledger, shopId: string): Renewal[] =>
  renewals.filter((run) => run.shopId === shopId);

const facts = ({ shopId: _shop, notesShared: _notes, ...run }: Renewal) => run;

/** The same for the same facts, in whatever order they were written. */
function textOf(run: ReturnType<typeof facts>): string {
  const { closed } = run;
  const rest = Object.entries({ ...run, closed: null }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rest, closed && [closed.how, closed.by, closed.at, closed.reason]]);
}
