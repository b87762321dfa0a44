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
] as const;
export type Reason = (typeof REASONS)[number];

/** A reason to speak. Its id is a hash of (subject, expiry, reason, threshold, occurrence). */
export interface Reminder {
  id: string;
  shopId: string | null;
  /** Id of the License, EventGrant or PageStatus it is about. */
  subjectId: string;
  reason: Reason;
  /** Days before expiry (30/14/7/3/1/0) or of age (60/76/83); null where the reason has no steps. */
  threshold: number | null;
  /** Counts repeats of a reason that repeats (approval: weekly). */
  occurrence: number;
  expiresOn: JstDate | null;
  dueAt: Instant;
  createdAt: Instant;
  /** When its cause ended; null while it stands. */
  endedAt: Instant | null;
}

/** One act of speaking. It freezes its set of reminders when written: the outbox row. */
export interface Delivery {
  id: string;
  channel: ChannelId;
  /** Whom: for `notification`, the shop's id (one notification a shop). */
  target: string;
  reminderIds: string[];
  state: 'pending' | 'claimed' | 'sent' | 'cancelled';
  createdAt: Instant;
  claimedAt: Instant | null;
  sentAt: Instant | null;
  attempts: number;
  nextAttemptAt: Instant;
  /** A word, never free text. */
  error: string | null;
}
