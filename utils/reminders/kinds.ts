import type { NoticeKind } from '../model/notice.ts';
import type { Reason, Reminder } from '../model/reminder.ts';

const KINDS: Record<Reason, NoticeKind> = {
  expiring: 'expiry',
  expired: 'expiry',
  age: 'expiry',
  conflict: 'expiry',
  update: 'approval',
  approval: 'approval',
  eventGone: 'approval',
  retest: 'test',
  testFailed: 'test',
  oldKey: 'test',
  runOpen: 'test',
  unreadable: 'trouble',
  notLooked: 'trouble',
  outage: 'trouble',
};

/** By which a route is chosen. */
export const kindOf = (reason: Reason): NoticeKind => KINDS[reason];

/** Days before the day that counts, from which on a notice does not wait for the digest. */
export const URGENT_DAYS = 3;
const FAILURES = new Set<Reason>(['expired', 'testFailed', 'unreadable']);

/** Is it said outside the digest: the last days, what is dead, what failed? */
export const isUrgent = ({ reason, threshold }: Pick<Reminder, 'reason' | 'threshold'>): boolean =>
  FAILURES.has(reason) || (reason === 'expiring' && threshold !== null && threshold <= URGENT_DAYS);

const SEEN = new Set<Reason>([
  'update',
  'approval',
  'conflict',
  'unreadable',
  'eventGone',
  'testFailed',
  'outage',
]);

/**
 * Does it speak of what was seen, not of a day that was to come? Then it was due when it was said, whatever
 * a clock made of the hour.
 */
export const isOfWhatWasSeen = ({ reason }: Pick<Reminder, 'reason'>): boolean => SEEN.has(reason);

const END = new Set<Reason>(['expiring', 'expired', 'age', 'conflict']);

/**
 * What a reason is about, over its changes: a key that was about to expire and then expired is one matter,
 * solved once. It names a ticket, and decides whether 解決 may be said.
 */
export const topicOf = ({ subjectId, reason }: Pick<Reminder, 'subjectId' | 'reason'>): string =>
  `${END.has(reason) ? 'end' : reason}|${subjectId}`;

/** The same thing to say, whichever clock or place wrote it. */
export const stepKey = ({
  subjectId,
  reason,
  expiresOn,
  threshold,
}: Pick<Reminder, 'subjectId' | 'reason' | 'expiresOn' | 'threshold'>): string =>
  `${subjectId}|${reason}|${expiresOn}|${threshold}`;
