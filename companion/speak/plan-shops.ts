import { applyChange, inTurn } from '../../utils/ledger/apply.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import { MINUTE } from '../../utils/model/time.ts';
import { advanceRenewals } from '../../utils/renewals/advance.ts';
import { nextWake } from '../../utils/reminders/alarm.ts';
import { planChange } from '../../utils/reminders/outbox.ts';
import { trueNow } from '../../utils/reminders/true-time.ts';
import type { Decided } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { apart } from './apart.ts';
import { placeOfCompanion } from './speaking.ts';

const EVERY = { every: true } as const;
/** Far longer than to plan a shop: after it a process that claimed one is taken to be gone. */
const CLAIM_MS = 2 * MINUTE;
const AT_ONCE = 20;

type Planning = Pick<Deps, 'clock' | 'newId' | 'speaking'>;

/** A change together with what follows for runs, reminders and outbox, and when to look next. */
export function withPlan(
  { clock, newId, speaking }: Planning,
  ledger: Ledger,
  made: LedgerChange = {},
): Decided<null> & { wakeAt: number } {
  // What was made may have told the time.
  const now = trueNow(applyChange(ledger, made), clock());
  const place = placeOfCompanion(speaking, newId);
  // As in the browser: what follows for the runs, then what is to be said.
  const change = inTurn(ledger, [
    () => made,
    (one) => advanceRenewals(one, now, newId),
    (one) => planChange(one, now, place),
  ]);
  const after = applyChange(ledger, change);
  // Rows have times of their own (`outbox`); a row that waits must not have its shop looked at all the time.
  return { change, answer: null, wakeAt: Math.max(nextWake(after, now, place), now + MINUTE) };
}

/** Plans anew for the shops that are due, each in one process, and gives how many. */
export async function planDueShops(deps: Deps): Promise<number> {
  const now = deps.clock();
  const claimed = await deps.store.claimShops(now, now + CLAIM_MS, AT_ONCE);
  for (const id of claimed) {
    await apart(deps, { shopId: id, step: 'plan' }, () =>
      deps.store.update(EVERY, id, (ledger) => withPlan(deps, ledger)),
    );
  }
  return claimed.length;
}
