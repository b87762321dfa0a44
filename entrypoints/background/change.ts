import browser from 'webextension-polyfill';
import { applyChange, isEmpty, joinChanges } from '../../utils/ledger/apply.ts';
import { CHANGED_CHANNEL, type Changed } from '../../utils/messages/protocol.ts';
import { errorCodeOf, type ErrorCode } from '../../utils/model/errors.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { Instant } from '../../utils/model/time.ts';
import { overviewOf } from '../../utils/overview/overview.ts';
import type { Level } from '../../utils/overview/types.ts';
import { advanceRenewals } from '../../utils/renewals/advance.ts';
import { planChange } from '../../utils/reminders/outbox.ts';
import { trueNow } from '../../utils/reminders/true-time.ts';
import { noteFromOthers, noteOwn } from '../../utils/sharing/origin.ts';
import { placeFor } from './place.ts';
import { ledgerStore, newId, now } from './services.ts';

let problem: ErrorCode | null = null;

/** What keeps the ledger from being written or read; null = nothing. */
export const storeProblem = (): ErrorCode | null => problem;

/**
 * The one way by which the ledger changes: decide, see what follows for the runs, replan the reminders,
 * write it all in one transaction, then show. `by`: whose knowledge it is. Throws `AppError` (`storeFull` …)
 * with the ledger as it was.
 */
export async function change(
  decide: (ledger: Ledger, at: Instant) => LedgerChange,
  by: 'here' | 'companion' = 'here',
): Promise<Ledger> {
  let wrote = false;
  const ledger = await guarded(async () => {
    const store = await ledgerStore();
    return store.update((before) => {
      const at = trueNow(before, now());
      const note = by === 'here' ? noteOwn : noteFromOthers;
      const decided = note(before, decide(before, at));
      const then = applyChange(before, decided);
      // What was decided may have told the time: the answer of a service, while our clock went back.
      const told = trueNow(then, now());
      const made = joinChanges(decided, advanceRenewals(then, told, newId));
      const after = applyChange(before, made);
      const joined = joinChanges(made, planChange(after, told, placeFor(after, told)));
      wrote = !isEmpty(joined);
      return joined;
    });
  });
  if (wrote) problem = null;
  await show(ledger, trueNow(ledger, now()));
  return ledger;
}

/** The ledger as it stands. Throws `AppError`. */
export const readLedger = (): Promise<Ledger> => guarded(async () => (await ledgerStore()).read());

async function guarded<T>(use: () => Promise<T>): Promise<T> {
  try {
    const value = await use();
    // That it can be read says nothing of a disk without room: only a write that went well does.
    if (problem !== 'storeFull') problem = null;
    return value;
  } catch (error) {
    problem = errorCodeOf(error);
    await showBadge('!', 'broken');
    tellPages('ledger');
    throw error;
  }
}

async function show(ledger: Ledger, at: Instant): Promise<void> {
  const { badge } = overviewOf(ledger, at);
  await (problem ? showBadge('!', 'broken') : showBadge(badge.text, badge.level));
  tellPages('ledger');
}

const BADGE_COLOUR: Record<Level, string> = {
  broken: '#b3261e',
  urgent: '#b3261e',
  unknown: '#6b3fa0',
  soon: '#8a5a00',
  waiting: '#2457a6',
  fine: '#3d6b4f',
};

async function showBadge(text: string, level: Level): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR[level] });
}

/** Tells our open pages that the ledger or the status changed: they read it themselves. */
export function tellPages(changed: Changed = 'status'): void {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has none
  channel.postMessage(changed);
  channel.close();
}
