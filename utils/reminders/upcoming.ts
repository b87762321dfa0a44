import type { Ledger } from '../model/ledger.ts';
import type { Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { allCauses } from './all-causes.ts';
import { causeKey, type Cause } from './causes.ts';
import { speak } from './speak.ts';

/** What will be said by itself, if nothing changes. */
export interface Upcoming {
  at: Instant;
  /** As it will be then; it has no id yet. */
  reminder: Reminder;
  /** Until when a person asked for silence; null = nobody did. */
  silentUntil: Instant | null;
}

const NONE: ReadonlySet<string> = new Set();

/** The next thing to be said of each matter, the soonest first; of one shop, or of all (null). */
export function upcoming(ledger: Ledger, shopId: string | null, now: Instant): Upcoming[] {
  const ever = Map.groupBy(ledger.reminders, causeKey);
  return allCauses(ledger, now)
    .filter((cause) => shopId === null || cause.shopId === shopId)
    .flatMap((cause): Upcoming[] => {
      const asked = speak(cause, ever.get(causeKey(cause)) ?? [], {
        now,
        onTheWay: NONE,
        inDoubt: NONE,
      });
      if (asked.nextDueAt === null) return [];
      const until = cause.silence?.until ?? 0;
      return [
        {
          at: asked.nextDueAt,
          reminder: asItWillBe(cause, asked.nextDueAt),
          silentUntil: until > now ? until : null,
        },
      ];
    })
    .sort((a, b) => a.at - b.at);
}

function asItWillBe(cause: Cause, at: Instant): Reminder {
  const { shopId, subjectId, reason, expiresOn, steps } = cause;
  const step = steps.findLast((one) => one.dueAt <= at);
  return {
    id: '',
    shopId,
    subjectId,
    reason,
    expiresOn,
    threshold: step?.threshold ?? null,
    occurrence: 0,
    dueAt: at,
    createdAt: at,
    endedAt: null,
    endedBy: null,
  };
}
