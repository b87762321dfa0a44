import * as z from 'zod/mini';
import { NOTICE_KINDS } from '../model/notice.ts';
import { policy } from '../model/notice.schema.ts';
import { readingSchema } from '../model/reading.schema.ts';
import { RENEWAL_KINDS } from '../model/renewal.ts';
import { FIELD_KINDS } from '../model/tool.ts';
import type { JstDate } from '../model/time.ts';
import { SNOOZE_DAYS } from '../reminders/answer-kinds.ts';
import { TARGET_CHANNELS } from '../reminders/targets.ts';
import { kdfSchema, keyTextSchema } from '../vault/safe/kdf.schema.ts';
import { passkeySchema } from '../vault/safe/record.schema.ts';
import type { CommandName, Envelope, Sent } from './protocol.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const secretText = z.string().check(z.minLength(1), z.maxLength(1000));
const words = z.string().check(z.maxLength(1000));
const tabId = z.int().check(z.nonnegative());
const jstDate = z.custom<JstDate>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
);
const nothing = z.strictObject({});
const key = keyTextSchema;
const derivedKey = z.strictObject({ kdf: kdfSchema, key });
const token = z.exactOptional(secretText);
const tokenValues = z.strictObject({
  chatworkToken: token,
  zendeskSubdomain: token,
  zendeskEmail: token,
  zendeskToken: token,
  listUrl: token,
  listPlan: token,
});

const minute = z.int().check(z.gte(0), z.lte(1440));
const spans = z
  .array(z.strictObject({ from: jstDate, to: jstDate, name: z.string().check(z.maxLength(200)) }))
  .check(z.maxLength(1000));
const group = z.nullable(id);
const workRules = {
  daysOff: z.array(z.int().check(z.gte(0), z.lte(6))).check(z.maxLength(7)),
  holidaysOff: z.boolean(),
  closed: spans,
  busy: spans,
  office: z.strictObject({ from: minute, to: minute }).check(z.refine(({ from, to }) => from < to)),
  digestAt: minute,
};

/** One strict schema for each command: an unknown field is an error, not ignored. */
const PAYLOADS: { [N in CommandName]: z.ZodMiniType<Sent<N>> } = {
  'page.report': z.strictObject({ reading: readingSchema }),
  'page.bringReader': nothing,
  'page.hint': nothing,
  'page.dismissHint': nothing,
  status: nothing,
  'page.look': z.strictObject({ tabId }),
  'page.diagnose': z.strictObject({ tabId }),
  'carry.page': z.strictObject({ tabId }),
  'carry.paste': z.strictObject({ licenseKey: secretText, serviceSecret: z.nullable(secretText) }),
  'carry.copy': z.strictObject({ carryId: id, part: z.enum(['licenseKey', 'serviceSecret']) }),
  'carry.compare': z.strictObject({
    carryId: id,
    part: z.enum(['licenseKey', 'serviceSecret']),
    text: secretText,
    connectorId: z.nullable(id),
  }),
  'carry.drop': z.strictObject({ carryId: id }),
  'carry.keep': z.strictObject({ carryId: id }),
  'vault.create': derivedKey,
  'vault.unlock': z.strictObject({ key, raised: z.nullable(derivedKey) }),
  'vault.unlockDevice': z.strictObject({ key }),
  'vault.lock': nothing,
  'vault.changePassphrase': z.strictObject({ key, next: derivedKey }),
  'vault.setDevice': z.strictObject({ ...passkeySchema, key }),
  'vault.removeDevice': nothing,
  'vault.remove': nothing,
  'vault.acknowledge': nothing,
  'vault.hold': z.strictObject({ carryId: id }),
  'vault.holdToken': z.strictObject({
    service: z.enum(['chatwork', 'zendesk', 'netshonin']),
    name,
    values: tokenValues,
  }),
  'vault.take': z.strictObject({ itemId: id }),
  'vault.copyToken': z.strictObject({ itemId: id, field: z.keyof(tokenValues) }),
  'vault.forget': z.strictObject({ itemId: id }),
  'vault.export': derivedKey,
  'vault.import': z.strictObject({ file: z.string().check(z.maxLength(2_000_000)), key }),
  'sharedPc.set': z.strictObject({ on: z.boolean() }),
  'clipboard.set': z.strictObject({ on: z.boolean() }),
  'clipboard.due': nothing,
  'clipboard.done': nothing,
  'tool.fill': z.strictObject({
    tabId,
    lookId: id,
    carryId: id,
    shopConfirmed: z.boolean(),
    originConfirmed: z.boolean(),
    warningsConfirmed: z.boolean(),
    choices: z.nullable(
      z
        .array(
          z.strictObject({
            field: z.enum(FIELD_KINDS),
            part: z.exactOptional(id),
            candidate: z.int().check(z.nonnegative()),
          }),
        )
        .check(z.maxLength(20)),
    ),
  }),
  'tool.fillSettings': z.strictObject({
    tabId,
    lookId: id,
    itemId: id,
    originConfirmed: z.boolean(),
  }),
  'tool.point': z.strictObject({ tabId }),
  'tool.teach': z.strictObject({
    tabId,
    origin: z.string().check(z.startsWith('https://'), z.maxLength(300)),
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    field: z.enum(['licenseKey', 'serviceSecret', 'expiresOn']),
  }),
  'tool.forget': z.strictObject({ connectorId: id }),
  'tool.take': z.strictObject({ file: z.string().check(z.maxLength(500_000)) }),
  'tool.readTest': z.strictObject({ tabId, lookId: id }),
  'tool.saved': z.strictObject({ bindingId: id }),
  'tool.add': z.strictObject({ appId: id, connectorId: id, licenseId: z.nullable(id) }),
  'tool.remove': z.strictObject({ bindingId: id }),
  'tool.restore': nothing,
  'tool.state': z.strictObject({
    bindingId: id,
    field: z.enum(FIELD_KINDS),
    part: z.exactOptional(id),
    licenseId: z.nullable(id),
  }),
  'tool.worked': z.strictObject({ bindingId: id, ok: z.boolean() }),
  'tool.compare': z.strictObject({ bindingId: id, text: secretText }),
  'tool.seeKey': z.strictObject({ tabId, lookId: id }),
  'renewal.open': z.strictObject({
    appId: id,
    kind: z.enum(RENEWAL_KINDS),
    licenseId: z.nullable(id),
    openedBy: z.enum(['reminder', 'hand', 'newKey']),
  }),
  'renewal.close': z.strictObject({ renewalId: id, reason: words }),
  'renewal.note': z.strictObject({ renewalId: id, notes: words }),
  'keytest.run': z.strictObject({ carryId: id }),
  'license.setExpiry': z.strictObject({ licenseId: id, on: z.nullable(jstDate) }),
  'license.resolveConflict': z.strictObject({ licenseId: id, accept: z.boolean() }),
  'shop.confirm': z.strictObject({
    pendingId: id,
    intoShopId: z.nullable(id),
    name: z.nullable(name),
  }),
  'hint.dismiss': nothing,
  'companion.pair': z.strictObject({
    address: z.string().check(z.maxLength(300)),
    code: z.string().check(z.minLength(1), z.maxLength(100)),
    person: name,
    device: name,
  }),
  'companion.keys': z.strictObject({ allowed: z.boolean() }),
  'companion.channels': nothing,
  'companion.handOver': nothing,
  'companion.mail': z.strictObject({ to: z.string().check(z.maxLength(254)) }),
  'companion.watch': z.strictObject({ carryId: id }),
  'companion.watches': nothing,
  'companion.unwatch': z.strictObject({ watchId: id }),
  'companion.links': nothing,
  'companion.addLink': z.strictObject({ shopId: id }),
  'companion.endLink': z.strictObject({ linkId: id }),
  'companion.history': z.strictObject({
    further: z.nullable(
      z.array(z.strictObject({ shop: id, seq: z.int(), at: z.number() })).check(z.maxLength(5000)),
    ),
  }),
  'companion.people': nothing,
  'companion.endBrowser': z.strictObject({ browserId: id }),
  'companion.leaves': z.strictObject({ personId: id, to: z.nullable(id) }),
  'companion.takeBack': z.strictObject({ channelId: id }),
  'companion.unpair': nothing,
  'companion.endSeen': nothing,
  'matter.answer': z.strictObject({
    topic: id,
    given: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('acknowledge') }),
      z.strictObject({ kind: z.literal('plan'), on: jstDate }),
      z.strictObject({ kind: z.literal('snooze'), days: z.literal([...SNOOZE_DAYS]) }),
    ]),
  }),
  'matter.takeBack': z.strictObject({ topic: id }),
  'policy.set': z.strictObject({ ...workRules, group }),
  'policy.route': z.strictObject({
    group,
    kind: z.enum(NOTICE_KINDS),
    targetIds: z.array(id).check(z.maxLength(100)),
    fallbackIds: z.array(id).check(z.maxLength(100)),
    escalation: z.nullable(
      z.strictObject({ targetId: id, afterHours: z.int().check(z.gte(1), z.lte(240)) }),
    ),
  }),
  'policy.group': z.strictObject({
    id: group,
    name,
    shopIds: z.array(id).check(z.minLength(1), z.maxLength(5000)),
    like: z.nullable(policy),
  }),
  'policy.ungroup': z.strictObject({ groupId: id }),
  'speaker.set': z.strictObject({ on: z.boolean() }),
  'target.rooms': z.strictObject({ token: z.nullable(secretText) }),
  'target.add': z.strictObject({
    channel: z.enum(TARGET_CHANNELS),
    name,
    config: z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(300))),
    people: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(50)),
    secret: z.nullable(secretText),
  }),
  'target.test': z.strictObject({ targetId: id }),
  'target.remove': z.strictObject({ targetId: id }),
};

const envelopeSchema = z.strictObject({ command: z.string(), payload: z.unknown() });

/** A message as a known command with a payload of its shape; null for anything else. */
export function parseEnvelope(message: unknown): Envelope | null {
  const envelope = envelopeSchema.safeParse(message);
  if (!envelope.success || !Object.hasOwn(PAYLOADS, envelope.data.command)) return null;
  const command = envelope.data.command as CommandName;
  const payload = PAYLOADS[command].safeParse(envelope.data.payload);
  return payload.success ? ({ command, payload: payload.data } as Envelope) : null;
}
