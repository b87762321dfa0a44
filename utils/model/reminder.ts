import type { ChannelId } from './notice.ts';
import type { Instant, JstDate } from './time.ts';

export const REASONS = [
  'expiring',
  'expired',
  'age',
  'update',
  'approval',
  'conflict',
  'unreadable',
  'retest',
  'eventGone',
  'testFailed',
  'oldKey',
  'notLooked',
  'runOpen',
  'outage',
] as const;
export type Reason = (typeof REASONS)[number];

/** A reason to speak. Its id is a hash of (subject, expiry, reason, threshold, occurrence). */
export interface Reminder {
  id: string;
  shopId: string | null;
  /** Id of the License, EventGrant, PageStatus, Placement, Renewal or Shop it is about. */
  subjectId: string;
  reason: Reason;
  /**
   * Days before the day that counts (30/14/7, working days 3/2/1, 0; −1 = the last working day, where that is
   * later) or of age (60/76/83); null where the reason has no steps.
   */
  threshold: number | null;
  /** Counts repeats of a reason that repeats (approval: weekly). */
  occurrence: number;
  expiresOn: JstDate | null;
  dueAt: Instant;
  createdAt: Instant;
  /** When its cause ended; null while it stands. */
  endedAt: Instant | null;
  /** `cause`: it ended by itself. `overtaken`: a newer one of the same cause stands. `clock`: a wrong clock wrote it. */
  endedBy: 'cause' | 'overtaken' | 'clock' | null;
}

/**
 * One act of speaking: the outbox row. It freezes what it says when it is first tried. No two that are not
 * `cancelled` say the same reminder to the same target.
 */
export interface Delivery {
  id: string;
  channel: ChannelId;
  /** Id of the Target; `notification` for this browser's own. */
  target: string;
  /** Whose hours and digest it keeps to. */
  policyId: string;
  /** For channels with one ticket for each matter: which one; null = a message over many. */
  threadId: string | null;
  reminderIds: string[];
  /** Reminders whose cause has ended after this target heard of it: 解決. */
  resolvedIds: string[];
  /** The delivery that failed, in whose place this one speaks; null = its own. */
  fallbackFor: string | null;
  /** It goes to those who are asked when nobody answered. */
  escalated: boolean;
  /** It goes out with the digest of its day: one a day for each target. */
  digest: boolean;
  /**
   * `doubtful`: it may have arrived; asked or sent again in a while. `handedOver`: it failed, and the next
   * target of the route has it.
   */
  state: 'pending' | 'claimed' | 'doubtful' | 'sent' | 'handedOver' | 'cancelled';
  createdAt: Instant;
  /** When it may leave: now, or the next digest. */
  slotAt: Instant;
  claimedAt: Instant | null;
  sentAt: Instant | null;
  /** Another place said it, by a clock of its own. */
  elsewhere?: true;
  attempts: number;
  /** Attempts of which nobody knows how they ended. */
  doubts: number;
  nextAttemptAt: Instant;
  /**
   * When, by its own clock, the channel was first asked for a doubtful one since the last attempt, or for what
   * another place may have said, and had nothing; null = not asked since.
   */
  absentAt: Instant | null;
  /** When it failed past its limit, so that the next target of the route speaks; null = it has not. */
  failedAt: Instant | null;
  /** Why the last attempt failed: a word (`Why`), never free text. */
  error: string | null;
  /** The channel's own name of the message. */
  ref: string | null;
}

/** What a person said of a matter: it goes by the matter's topic (`topicOf`). */
export interface Answer {
  /** The topic. */
  id: string;
  /** Who answers, as they wrote it; empty = they gave no name. */
  by: string;
  at: Instant;
  /** 「対応します」. */
  acknowledged: boolean;
  /** 予定日: the day on which it will be done. Silent until then. */
  plannedOn: JstDate | null;
  /** Silent until then (snooze); with a planned date, its morning. */
  silentUntil: Instant | null;
}
