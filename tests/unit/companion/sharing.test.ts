import { afterEach, beforeEach, expect, test } from 'vitest';
import { planDueShops } from '../../../companion/speak/plan-shops.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Delivery, Reminder } from '../../../utils/model/reminder.ts';
import type { Route, Target } from '../../../utils/model/notice.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { HOUR, MINUTE, type JstDate } from '../../../utils/model/time.ts';
import { reminderId } from '../../../utils/reminders/id.ts';
import { answeringOf, giveAnswer } from '../../../utils/reminders/answers.ts';
import { topicOf } from '../../../utils/reminders/kinds.ts';
import { DEFAULT_POLICY } from '../../../utils/reminders/policy.ts';
import { setRoute } from '../../../utils/reminders/set-policy.ts';
import { giveMail, handedChannels, handOver, takeBack } from '../../../utils/sharing/hand-over.ts';
import { sendRules } from '../../../utils/sharing/share-rules.ts';
import { sendAnswers, takeAnswerBack } from '../../../utils/sharing/answers.ts';
import { hearOfShops } from '../../../utils/sharing/hear.ts';
import {
  addCalendarLink,
  calendarLinks,
  endCalendarLink,
} from '../../../utils/sharing/calendar-links.ts';
import { endWatch, watchedKeys, watchKey } from '../../../utils/sharing/watches.ts';
import { takePlacement } from '../../../utils/tools/take-placement.ts';
import { aRow, T0 } from '../ledger/make.ts';
import { aDelivery } from '../reminders/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser as browserOf } from './support/browser.ts';

// Browsers of two colleagues and their companion: each ledger real, the requests through the extension's client.

let companion: TestCompanion;
beforeEach(async () => {
  companion = await makeCompanion(T0);
});
afterEach(() => companion.close());

const aBrowser = (name: string) => browserOf(companion, name);

test('what one read offline, the other knows after both have met the companion', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.state.online = false;
  a.read([aRow(), aRow({ app: '別', last4: 'BBBB' })]);
  await expect(a.share()).rejects.toThrow('companionUnreachable');
  expect(a.state.ledger.unsent).toHaveLength(1);
  a.state.online = true;
  companion.time.now += HOUR;
  companion.deps.pulse.beat();
  await a.share();
  expect(a.state.ledger.unsent).toEqual([]);
  expect(a.state.ledger.meta.companionHeardAt).toBe(T0 + HOUR);
  await b.share();
  expect(b.keys()).toEqual(a.keys());
  const before = b.state.ledger;
  await b.share();
  expect({ ...b.state.ledger, meta: null }).toEqual({ ...before, meta: null });
});

test('two who knew the same key by ids of their own have it once, with what was seen last', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.read([aRow()]);
  b.read([aRow()]);
  const own = b.state.ledger.licenses[0]?.id;
  await a.share();
  await b.share();
  companion.time.now += MINUTE;
  a.read([aRow({ state: 'updateAvailable', stateText: '利用中 更新あり' })]);
  await a.share();
  await b.share();
  expect(b.keys()).toEqual([['A9FR', '2027-02-01', 'updateAvailable']]);
  expect(b.state.ledger.licenses[0]?.id).toBe(own);
  expect(b.state.ledger.shops).toHaveLength(1);
  expect(b.state.ledger.apps).toHaveLength(1);
  // Twice complete without it: gone, for both.
  for (let i = 0; i < 2; i += 1) {
    companion.time.now += MINUTE;
    a.read([aRow({ app: '別', last4: 'BBBB' })]);
  }
  await a.share();
  await b.share();
  expect(b.state.ledger.licenses.find(({ id }) => id === own)?.goneAt).not.toBe(null);
});

test('a page that does not say whose it is stays here', async () => {
  const a = await aBrowser('a');
  a.read([aRow()], { shop: { digits: null, slug: null, name: null } });
  expect(a.state.ledger.unsent).toEqual([]);
  expect(a.state.ledger.licenses).toHaveLength(1);
});

test('which key a tool holds is known to both, the newer evidence of each', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.read([aRow()]);
  await a.share();
  await b.share();
  const [license] = b.state.ledger.licenses;
  const said = {
    connectorId: 'next-engine',
    origin: 'https://main.next-engine.com',
    appId: license?.appId ?? '',
    shopOnTool: null,
    field: 'licenseKey' as const,
    holds: { licenseId: license?.id ?? '', how: 'saved' as const, by: 'person' as const, at: T0 },
    works: null,
  };
  const taken = takePlacement(b.state.ledger, said, { now: T0, newId: b.newId });
  b.state.ledger = applyChange(b.state.ledger, taken ?? {});
  companion.time.now += MINUTE;
  b.read([aRow()]);
  await b.share();
  await a.share();
  const [held] = a.state.ledger.placements;
  expect(held?.holds).toEqual({ ...said.holds, licenseId: a.state.ledger.licenses[0]?.id });
  expect(a.state.ledger.bindings).toMatchObject([{ origin: said.origin }]);
});

/** A browser says that its key expires soon; gives the row. */
function speaks({ state }: Awaited<ReturnType<typeof aBrowser>>, expiresOn: JstDate): Delivery {
  const { shopId, id: subjectId } = state.ledger.licenses[0] ?? { shopId: '', id: '' };
  const named = { subjectId, expiresOn, reason: 'expiring', threshold: -1, occurrence: 0 } as const;
  const times = { dueAt: T0, createdAt: T0, endedAt: null, endedBy: null };
  const reminder: Reminder = { id: reminderId(named), shopId, ...named, ...times };
  const delivery = { ...sentTo('room'), reminderIds: [reminder.id] };
  state.ledger = applyChange(state.ledger, { reminders: [reminder], deliveries: [delivery] });
  return delivery;
}

test('what a browser said while the companion was silent, the companion does not say again', async () => {
  const a = await aBrowser('a');
  const expiresOn = addDays(jstDateOf(T0), 2);
  a.read([aRow({ expiresOn })]);
  const delivery = speaks(a, expiresOn);
  await a.share();
  await planDueShops(companion.deps);
  const [shop] = await companion.store.shops({ every: true });
  const there = shop?.ledger.deliveries.find(({ id }) => id === delivery.id);
  expect(there?.state).toBe('sent');
  const standing = shop?.ledger.reminders.filter(({ endedAt }) => endedAt === null);
  expect(standing?.map(({ id }) => id)).toEqual(there?.reminderIds);
});

test('what one answered is known to the companion and to the other, and can be taken back', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  const dying = aRow({ expiresOn: addDays(jstDateOf(T0), 5) });
  for (const one of [a, b]) {
    one.read([dying]);
    one.plan();
    await one.share();
  }
  await planDueShops(companion.deps);
  const topics = () => a.state.ledger.reminders.map(topicOf);
  const topic = topics().find((one) => one.startsWith('end|')) ?? '';
  const given = answeringOf({ kind: 'plan', on: addDays(jstDateOf(T0), 2) }, T0);
  a.state.ledger = applyChange(
    a.state.ledger,
    giveAnswer(a.state.ledger, { topic, by: '', ...given }, T0),
  );
  const shops = await hearOfShops(a.port);
  expect(await sendAnswers(a.port, shops, T0 - 1)).toBe(T0);
  const { body } = await b.ask('reminders', { query: { shop: shops[0]?.id ?? '' } });
  expect(body.answers).toMatchObject([{ by: 'a', acknowledged: true, plannedOn: given.plannedOn }]);
  await b.share();
  const [heard] = b.state.ledger.answers;
  expect(heard).toMatchObject({ by: 'a', plannedOn: given.plannedOn });
  // In the other's own words.
  expect(b.state.ledger.reminders.map(topicOf)).toContain(heard?.id);
  expect(heard?.id).not.toBe(topic);

  await takeAnswerBack(b.port, heard?.id ?? '');
  const after = await a.ask('reminders', { query: { shop: shops[0]?.id ?? '' } });
  expect(after.body.answers).toEqual([]);
});

const sentTo = (target: string): Delivery =>
  aDelivery({ id: 'd-1', channel: 'chatwork', target, createdAt: T0, slotAt: T0, sentAt: T0 });

test('a companion takes over a shop once it was given a channel for it, and leaves it with the last', async () => {
  const a = await aBrowser('a');
  a.read([aRow()]);
  await a.share();
  const spokenFor = () => a.state.ledger.meta.companionSpeaksFor;
  expect(spokenFor()).toEqual([]);

  const { body } = await a.ask('shops');
  const shopId = body.shops[0].id as string;
  const channel = {
    shopId,
    id: 'room',
    channel: 'chatwork',
    name: '部屋',
    config: { roomId: '5001' },
    people: [],
    kinds: ['expiry'],
    enabled: true,
    secret: 'token',
  };
  expect((await a.ask('putChannel', { body: channel })).status).toBe(200);
  await a.share();
  expect(spokenFor()).toEqual([a.state.ledger.shops[0]?.id]);

  await a.ask('putChannel', { body: { ...channel, enabled: false } });
  await a.share();
  expect(spokenFor()).toEqual([]);
});

test('a browser hands over its channels with their tokens and its rules, and takes them back', async () => {
  const a = await aBrowser('a');
  const room: Target = {
    id: 'room',
    channel: 'chatwork',
    name: '受注の部屋',
    config: { roomId: '5001' },
    secretName: 'channel:chatwork',
    kinds: ['expiry'],
    people: [],
    enabled: true,
  };
  const lost: Target = { ...room, id: 'lost', name: '控えのない部屋', secretName: 'gone' };
  const secretOf = async (name: string) =>
    name === 'gone' ? null : makeSecret('CanaryRoomToken4711');
  a.state.ledger = applyChange(a.state.ledger, { targets: [room, lost] });
  expect(await handOver(a.port, secretOf)).toEqual({
    channels: 1,
    shops: 0,
    left: ['控えのない部屋'],
  });

  a.read([aRow()]);
  await a.share();
  const given: Route = {
    kind: 'expiry',
    targetIds: ['room'],
    fallbackIds: ['lost'],
    escalation: null,
  };
  a.state.ledger = applyChange(a.state.ledger, setRoute(a.state.ledger, given));
  const said = speaks(a, addDays(jstDateOf(T0), 2));
  const done = await handOver(a.port, secretOf);
  expect(done).toEqual({ channels: 1, shops: 1, left: ['控えのない部屋'] });
  expect(a.state.ledger.meta.companionSpeaksFor).toEqual([a.state.ledger.shops[0]?.id]);
  const about = { id: 'room', channel: 'chatwork', name: '受注の部屋', shops: 1 };
  expect(await handedChannels(a.port)).toEqual([{ ...about, sentAt: T0, fails: false }]);
  const shopId = (await a.ask('shops')).body.shops[0].id as string;
  const { body: rules } = await a.ask('rules', { query: { shop: shopId } });
  // It says nothing again that was said there.
  const [shop] = await companion.store.shops({ every: true });
  expect(shop?.ledger.deliveries.map(({ id }) => id)).toEqual([said.id]);
  // A room that it was not given cannot stand in for another.
  expect(rules.routes).toEqual([
    { kind: 'expiry', targetIds: ['room'], fallbackIds: [], escalation: null },
  ]);
  // A shop in a group goes by the group's hours there too.
  const here = a.state.ledger.shops[0]?.id ?? '';
  const group = { ...DEFAULT_POLICY, id: 'group', shopIds: [here], digestAt: 660 };
  a.state.ledger = applyChange(a.state.ledger, { policies: [group] });
  await sendRules(a.port, await hearOfShops(a.port));
  expect((await a.ask('rules', { query: { shop: shopId } })).body).toMatchObject({ digestAt: 660 });
  const seen = JSON.stringify(a.state.ledger) + companion.lines.join('') + companion.onDisk();
  expect(seen).not.toContain('CanaryRoomToken4711');

  await expect(giveMail(a.port, { id: 'mail', to: 'staff@akanedo.test' })).rejects.toThrow(
    'companionNoMail',
  );
  await takeBack(a.port, 'room');
  expect(await handedChannels(a.port)).toEqual([]);
  expect(a.state.ledger.meta.companionSpeaksFor).toEqual([]);
});

test('a key that one carried, the other knows again, and neither sees more than its fingerprint', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  for (const one of [a, b]) {
    one.read([aRow()]);
    await one.share();
  }
  const keyOf = ({ hmacKeys }: typeof a) => [...hmacKeys.values()];
  expect(keyOf(a)).toHaveLength(1);
  expect(keyOf(b)).toEqual(keyOf(a));
  const carried = (hmacKeyId: string, mac: string) =>
    a.change(({ licenses }) => ({
      licenses: licenses.map((one) => ({ ...one, fingerprint: { hmacKeyId, mac } })),
    }));
  const marks = () => b.state.ledger.licenses.map(({ fingerprint }) => fingerprint);
  // Made before the pairing, under the browser's own: of no use to anybody else.
  carried('own', `${'B'.repeat(43)}=`);
  await a.share();
  await b.share();
  expect(marks()).toEqual([undefined]);

  const fingerprint = { hmacKeyId: keyOf(a)[0]?.id ?? '', mac: `${'C'.repeat(43)}=` };
  carried(fingerprint.hmacKeyId, fingerprint.mac);
  companion.time.now += MINUTE;
  a.read([aRow({ state: 'updateAvailable', stateText: '利用中 更新あり' })]);
  await a.share();
  await b.share();
  expect(marks()).toEqual([fingerprint]);
  // The one that reads on says nothing less.
  companion.time.now += MINUTE;
  b.read([aRow()]);
  await b.share();
  await a.share();
  expect(a.state.ledger.licenses.map((one) => one.fingerprint)).toEqual([fingerprint]);
  // What it is made with lies sealed.
  expect(companion.onDisk()).not.toContain(keyOf(a)[0]?.key);
});

test('a key of the own app is watched by the companion until somebody ends it', async () => {
  const a = await aBrowser('a');
  const own = { developer: '店舗様', app: '自社アプリ', owner: 'shop', last4: 'OWNK' } as const;
  a.read([aRow(own), aRow()]);
  await a.share();
  const { shops, licenses } = a.state.ledger;
  const idOf = (last4: string) => licenses.find((one) => one.last4 === last4)?.id ?? '';
  const key = {
    shopId: shops[0]?.id ?? '',
    licenseKey: makeSecret('SL123456_AbCdEfGh0IjKOWNK'),
    serviceSecret: makeSecret('SP123456_CanarySecret77'),
    requiredFunctions: ['searchOrder'],
  };
  await watchKey(a.port, { ...key, licenseId: idOf('OWNK') });
  const [watch, ...more] = await watchedKeys(a.port);
  expect(more).toEqual([]);
  expect(watch).toMatchObject({ app: '自社アプリ', last4: 'OWNK', by: 'a' });
  const seen = JSON.stringify([watch, a.state.ledger]) + companion.lines.join('');
  expect(seen + companion.onDisk()).not.toContain('CanarySecret77');

  // A vendor's key is not kept, and neither is another key under the name of this one.
  await expect(watchKey(a.port, { ...key, licenseId: idOf('A9FR') })).rejects.toThrow(
    'watchRefused',
  );
  const other = makeSecret('SL123456_AbCdEfGh0IjKOTHR');
  await expect(
    watchKey(a.port, { ...key, licenseId: idOf('OWNK'), licenseKey: other }),
  ).rejects.toThrow('watchRefused');
  await endWatch(a.port, watch?.id ?? '');
  expect(await watchedKeys(a.port)).toEqual([]);
});

test('a calendar address is made for one shop, told once, and ended', async () => {
  const a = await aBrowser('a');
  a.read([aRow()]);
  const shopId = a.state.ledger.shops[0]?.id ?? '';
  await expect(addCalendarLink(a.port, shopId)).rejects.toThrow('companionOtherShop');
  await a.share();
  const path = await addCalendarLink(a.port, shopId);
  const calendar = async () => (await companion.call(path, { method: 'GET' })).text();
  expect(await calendar()).toContain('BEGIN:VEVENT');
  const [link] = await calendarLinks(a.port);
  expect(link).toMatchObject({ shop: expect.stringMatching(/./), createdAt: T0 });
  expect(JSON.stringify([link, a.state.ledger])).not.toContain(path.split('=')[1]);
  await endCalendarLink(a.port, link?.id ?? '');
  expect(await calendarLinks(a.port)).toEqual([]);
  expect(await calendar()).not.toContain('BEGIN:VEVENT');
});
