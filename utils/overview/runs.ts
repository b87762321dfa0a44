import type { Ledger, License } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import type { Instant } from '../model/time.ts';
import { newKeysOf } from '../renewals/advance.ts';
import { targetOf } from '../renewals/keys.ts';
import { nextStep, type NextStep, type Sight } from '../renewals/next.ts';
import { stillOpen, type StillOpen } from '../renewals/open.ts';
import { inOneSitting } from '../renewals/sitting.ts';

/** An open run as it is shown. */
export interface RunView {
  run: Renewal;
  app: string;
  developer: string;
  oldKey: License | null;
  newKey: License | null;
  /** null = about to end. */
  next: NextStep | null;
  open: StillOpen[];
}

/** Open runs in the order of one sitting: one visit to RMS first, then tool by tool. */
export function openRuns(sight: Sight): RunView[] {
  const { ledger, now } = sight;
  const views = ledger.renewals
    .filter(({ closed }) => closed === null)
    .map((run): RunView => {
      const app = ledger.apps.find(({ id }) => id === run.appId);
      return {
        run,
        app: app?.name ?? '',
        developer: app?.developer ?? '',
        oldKey: ledger.licenses.find(({ id }) => id === run.oldLicenseId) ?? null,
        newKey: run.kind === 'issue' ? targetOf(run, ledger, now) : null,
        next: nextStep(run, sight),
        open: stillOpen(run, ledger, now),
      };
    });
  const byId = new Map(views.map((view) => [view.run.id, view]));
  const steps = views.flatMap(({ next }) => (next === null ? [] : [next]));
  const ordered = inOneSitting(steps, (id) => byId.get(id)?.run.shopId ?? '');
  return [
    ...views.filter(({ next }) => next === null),
    ...ordered.flatMap(({ runId }) => byId.get(runId) ?? []),
  ];
}

/** Keys seen newly issued whose app no tool is known to take: a run is proposed, not begun (one click). */
export const proposedRuns = (ledger: Ledger, now: Instant): License[] =>
  newKeysOf(ledger, now).filter(
    ({ appId }) => !ledger.bindings.some((binding) => binding.appId === appId),
  );
