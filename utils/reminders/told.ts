import type { Ledger } from '../model/ledger.ts';
import type { ChannelId } from '../model/notice.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { MINUTE, type Instant } from '../model/time.ts';
import { isFound } from './found.ts';
import { stepKey, topicOf } from './kinds.ts';
import { ruleBook } from './policy.ts';
import { oneOfEach } from './saying.ts';
import { isOpen, triableAt } from './row-state.ts';
import { leavesAt } from './slot.ts';

/** How an act of speaking stands. `waiting`: nobody has tried it yet; `failing`: tried in vain. */
export const TOLD_STATES = [
  'sent',
  'waiting',
  'sending',
  'failing',
  'doubtful',
  'handedOver',
] as const;
export type ToldState = (typeof TOLD_STATES)[number];

/** One act of speaking, as a person asks about it: what, to whom, when, how often tried, what comes next. */
export interface Told {
  id: string;
  channel: ChannelId;
  /** Id of the target; `notification` for this browser's own. */
  target: string;
  /** What the person calls it; null = this browser's own, or it was removed since. */
  targetName: string | null;
  state: ToldState;
  /** When it was sent, else when it was written. */
  at: Instant;
  attempts: number;
  /** When it is tried next; null = never again. */
  nextAt: Instant | null;
  /** Why the last attempt failed: a word (`Why`). */
  why: string | null;
  /** The target for which this one speaks; null = its own. */
  insteadOf: string | null;
  escalated: boolean;
  /** It waits for the digest of its day. */
  digest: boolean;
  says: Reminder[];
  /** 解決. */
  ends: Reminder[];
}

/** What was said and is to be said, the newest first; of one shop, or of all (null). What had nothing left to say is left out. */
export function toldOf(ledger: Ledger, shopId: string | null, now: Instant): Told[] {
  const byId = new Map(ledger.reminders.map((one) => [one.id, one]));
  const names = new Map(ledger.targets.map(({ id, name }) => [id, name]));
  const targetOf = new Map(ledger.deliveries.map(({ id, target }) => [id, target]));
  const book = ruleBook(ledger.policies);
  const remindersOf = (ids: string[]): Reminder[] => ids.flatMap((id) => byId.get(id) ?? []);
  const own = ledger.deliveries.filter((one) => one.state === 'sent' && !isFound(one));
  const told = ledger.deliveries
    .filter((one) => one.state !== 'cancelled')
    .filter((one) => !isFound(one) || !own.some((two) => areOne(one, two, byId)))
    .map((one): Told => {
      const failed = one.fallbackFor === null ? undefined : targetOf.get(one.fallbackFor);
      return {
        id: one.id,
        channel: one.channel,
        target: one.target,
        targetName: names.get(one.target) ?? null,
        state: stateOf(one),
        at: one.sentAt ?? one.createdAt,
        attempts: one.attempts,
        nextAt: isOpen(one) ? nextOf(one, book, now) : null,
        why: one.error,
        insteadOf: one.fallbackFor === null ? null : (names.get(failed ?? '') ?? ''),
        escalated: one.escalated,
        digest: one.digest,
        says: remindersOf(one.reminderIds),
        ends: oneOfEach(remindersOf(one.resolvedIds)),
      };
    });
  const wanted = (one: Told): boolean =>
    shopId === null || [...one.says, ...one.ends].some((reminder) => reminder.shopId === shopId);
  return told.filter(wanted).sort((a, b) => b.at - a.at);
}

/** By how much two places may differ in when one message was sent. */
const APART = 2 * MINUTE;

/** Does the one stand for a message that the other tells of itself? */
function areOne(found: Delivery, own: Delivery, byId: ReadonlyMap<string, Reminder>): boolean {
  if (found.target !== own.target) return false;
  if (Math.abs((found.sentAt ?? 0) - (own.sentAt ?? 0)) > APART) return false;
  const named = (ids: string[], nameOf: (one: Reminder) => string): string[] =>
    ids.flatMap((id) => byId.get(id) ?? []).map(nameOf);
  const says = new Set(named(own.reminderIds, stepKey));
  const ends = new Set(named(own.resolvedIds, topicOf));
  return (
    named(found.reminderIds, stepKey).every((one) => says.has(one)) &&
    named(found.resolvedIds, topicOf).every((one) => ends.has(one))
  );
}

function stateOf({ state, attempts }: Delivery): ToldState {
  if (state === 'claimed') return 'sending';
  if (state === 'pending') return attempts === 0 ? 'waiting' : 'failing';
  return state === 'cancelled' ? 'handedOver' : state;
}

function nextOf(one: Delivery, book: ReturnType<typeof ruleBook>, now: Instant): Instant {
  const at = Math.max(now, triableAt(one));
  const held = one.channel !== 'notification' && one.attempts === 0;
  return held ? leavesAt(book.byId(one.policyId), one.slotAt, at) : at;
}
