import * as z from 'zod/mini';
import { sharedId, sharedInstant } from './companion-shared.schema.ts';
import { CHANNELS, NOTICE_KINDS } from './notice.ts';
import { policy } from './notice.schema.ts';
import { isDate } from './parts.schema.ts';
import { answer, delivery, reminder } from './reminder.schema.ts';

// The contract of a companion's notices, read by both sides. Strict: an unknown field is refused.

/** A reminder's or a target's id, which a browser may have made. */
const ownId = z.string().check(z.regex(/^[A-Za-z0-9|-]{1,200}$/));

/** `sent=all`: all that its browser has read so far it has sent. */
export const heartbeatQuerySchema = z.strictObject({ sent: z.optional(z.literal('all')) });

/** `GET /v1/heartbeat`: is the part that speaks alive? */
export const heartbeatAnswerSchema = z.strictObject({ at: z.number(), speaks: z.boolean() });
export type HeartbeatAnswer = z.infer<typeof heartbeatAnswerSchema>;

/** `PUT /v1/channels`: where notices of one shop go. The secret goes in and never comes out. */
export const channelAskSchema = z.strictObject({
  shopId: sharedId,
  /** The one that it replaces, or a new one of the browser's making. */
  id: sharedId,
  channel: z.enum(CHANNELS),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  config: z.record(z.string().check(z.maxLength(20)), z.string().check(z.maxLength(500))),
  people: z.array(z.string().check(z.regex(/^\d{1,20}$/))).check(z.maxLength(50)),
  kinds: z.array(z.enum(NOTICE_KINDS)).check(z.maxLength(NOTICE_KINDS.length)),
  enabled: z.boolean(),
  /** Token or address of a webhook; null = it needs none. */
  secret: z.nullable(z.string().check(z.minLength(1), z.maxLength(2_000))),
});
export type ChannelAsk = z.infer<typeof channelAskSchema>;

const shownChannel = z.strictObject({
  id: z.string(),
  channel: z.enum(CHANNELS),
  name: z.string(),
  config: z.record(z.string(), z.string()),
  people: z.array(z.string()),
  kinds: z.array(z.enum(NOTICE_KINDS)),
  enabled: z.boolean(),
  /** How the newest attempt ended; null = none was made. */
  last: z.nullable(
    z.strictObject({ state: delivery.shape.state, at: z.number(), error: z.nullable(z.string()) }),
  ),
});

export const channelsAnswerSchema = z.strictObject({ channels: z.array(shownChannel) });
export type ChannelsAnswer = z.infer<typeof channelsAnswerSchema>;

const { daysOff, holidaysOff, closed, busy, office, digestAt, routes } = policy.shape;

/** When a shop's people work, and which channels hear of what: the same for browser and companion. */
const work = {
  daysOff: daysOff.check(z.maxLength(7)),
  holidaysOff,
  closed: closed.check(z.maxLength(400)),
  busy: busy.check(z.maxLength(400)),
  office,
  digestAt,
};
/** When a shop's people work. */
export const workRulesSchema = z.strictObject(work);

const rules = { ...work, routes: routes.check(z.maxLength(NOTICE_KINDS.length)) };

/** `PUT /v1/rules`. A route to a channel that the companion was not given is left out. */
export const rulesAskSchema = z.strictObject({ shopId: sharedId, ...rules });
export type RulesAsk = z.infer<typeof rulesAskSchema>;
/** `GET /v1/rules` */
export const rulesAnswerSchema = rulesAskSchema;

/** `POST /v1/channels/{id}/test`: what the channel itself said to a harmless message. */
export const channelTestAskSchema = z.strictObject({ shopId: sharedId });
export const channelTestAnswerSchema = z.strictObject({
  outcome: z.enum(['delivered', 'retry', 'refused', 'doubtful']),
  why: z.nullable(z.string()),
});

/** `GET /v1/reminders`: what stands, what people answered, and what was said of it on team channels. */
export const remindersAnswerSchema = z.strictObject({
  shopId: sharedId,
  reminders: z.array(reminder),
  answers: z.array(answer),
  said: z.array(delivery),
});
export type RemindersAnswer = z.infer<typeof remindersAnswerSchema>;

/** `PUT /v1/reminders`: 「対応します」, a planned day, or not now. All empty takes an answer back. */
export const answerAskSchema = z.strictObject({
  shopId: sharedId,
  reminderId: ownId,
  acknowledged: z.boolean(),
  plannedOn: z.nullable(isDate),
  snoozeUntil: z.nullable(sharedInstant),
});
export type AnswerAsk = z.infer<typeof answerAskSchema>;

/** `POST /v1/reminders`: what a browser said while this companion was not heard, so that it is not said again. */
export const saidAskSchema = z.strictObject({
  shopId: sharedId,
  reminders: z.array(reminder).check(z.maxLength(2_000)),
  deliveries: z.array(delivery).check(z.maxLength(2_000)),
});
export type SaidAsk = z.infer<typeof saidAskSchema>;
export const saidAnswerSchema = z.strictObject({ taken: z.int() });

export const channelQuerySchema = z.strictObject({ shop: sharedId });
