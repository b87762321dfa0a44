import * as z from 'zod/mini';
import { CHANNELS } from './notice.ts';
import { instant, isDate } from './parts.schema.ts';
import { REASONS } from './reminder.ts';

const id = z.string();
const maybe = z.nullable(z.string());
const maybeInstant = z.nullable(instant);
const maybeDate = z.nullable(isDate);

export const reminder = z.strictObject({
  id,
  shopId: maybe,
  subjectId: id,
  reason: z.enum(REASONS),
  threshold: z.nullable(z.number()),
  occurrence: z.number(),
  expiresOn: maybeDate,
  dueAt: instant,
  createdAt: instant,
  endedAt: maybeInstant,
  endedBy: z.nullable(z.enum(['cause', 'overtaken', 'clock'])),
});

export const delivery = z.strictObject({
  id,
  channel: z.enum(CHANNELS),
  target: z.string(),
  policyId: id,
  threadId: maybe,
  reminderIds: z.array(id),
  resolvedIds: z.array(id),
  fallbackFor: maybe,
  escalated: z.boolean(),
  digest: z.boolean(),
  state: z.enum(['pending', 'claimed', 'doubtful', 'sent', 'handedOver', 'cancelled']),
  createdAt: instant,
  slotAt: instant,
  claimedAt: maybeInstant,
  sentAt: maybeInstant,
  elsewhere: z.exactOptional(z.literal(true)),
  attempts: z.number(),
  doubts: z.number(),
  nextAttemptAt: instant,
  absentAt: maybeInstant,
  failedAt: maybeInstant,
  error: maybe,
  ref: maybe,
});

export const answer = z.strictObject({
  id,
  by: z.string(),
  at: instant,
  acknowledged: z.boolean(),
  plannedOn: maybeDate,
  silentUntil: maybeInstant,
});
