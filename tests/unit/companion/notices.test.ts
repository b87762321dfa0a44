import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startHousekeeping } from '../../../companion/housekeeping.ts';
import { LOOKED } from '../../../companion/speak/away.ts';
import { speakOnce } from '../../../companion/speak/loop.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { LicenseRow } from '../../../utils/model/reading.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { messageOf } from '../../../utils/reminders/message.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/model/time.ts';
import { startSmtp, type SmtpStandIn } from '../../sites/channels/smtp.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { aReading, T0 } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { pairedPerson, type Person } from './support/person.ts';
import { aSpeakingShop, soon, type SpeakingShop } from './support/speaking-shop.ts';

// A companion that speaks: the plan, outbox and channels of the browser, real HTTPS to stand-ins, a real
// mail server. T0 is a Friday at ten in Japan.

let sites: Sites;
let smtp: SmtpStandIn;
let now = T0;
beforeAll(async () => {
  [sites, smtp] = await Promise.all([startSites({ clock: () => now }), startSmtp()]);
});
afterAll(() => Promise.all([sites.close(), smtp.close()]));

/** As a mail program shows it (RFC 2047). */
function subjectOf(raw: string): string {
  const [, folded = ''] = /^Subject: ((?:.*\r\n[ \t])*.*)$/m.exec(raw) ?? [];
  const words = folded.replaceAll(/\?=\s+=\?/g, '?==?');
  return words.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
    how.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString()
      : decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')),
  );
}

describeOnBoth('notices of a companion', ({ settings, open }) => {
  let companion: TestCompanion;
  let person: Person;
  let shopId: string;
  let one: SpeakingShop;
  const room = () => sites.channels.chatwork.rooms[0]?.messages.map(({ body }) => body) ?? [];
  beforeEach(async () => {
    one = await aSpeakingShop({ sites, smtp, database: await open(await settings()) });
    ({ companion, person, shopId } = one);
  });
  afterEach(() => companion.close());

  const read = (licenses: LicenseRow[]) => one.read(licenses);
  const to = (...told: Parameters<SpeakingShop['to']>) => one.to(...told);
  const speak = async (after = 0) => {
    now = companion.time.now + after;
    await one.speak(after);
  };
  const reminders = async () =>
    (await person.ask('reminders', { query: { shop: shopId } })).body.reminders.filter(
      (one: { endedAt: number | null }) => one.endedAt === null,
    );

  test('said once on every channel, and called solved when its reason ends', async () => {
    expect((await to('mail', { to: 'staff@akanedo.test' })).code).toBe(null);
    await speak();
    expect(room()).toEqual([expect.stringContaining('ネクストエンジン')]);
    expect(smtp.received.map((mail) => mail.to)).toEqual([['staff@akanedo.test']]);
    await speak(MINUTE);
    await speak(5 * MINUTE);
    expect(room()).toHaveLength(1);
    expect(smtp.received).toHaveLength(1);
    const { entries } = (await person.ask('history', { query: { shop: shopId } })).body;
    expect(entries.filter(({ kind }: { kind: string }) => kind === 'notified')).toHaveLength(2);
    const { channels } = (await person.ask('channels', { query: { shop: shopId } })).body;
    expect(channels.map((one: { last: object }) => one.last)).toEqual([
      { state: 'sent', at: T0, error: null },
      { state: 'sent', at: T0, error: null },
    ]);

    companion.time.now += HOUR;
    await read([soon({ expiresOn: addDays(jstDateOf(T0), 90), last4: 'NEWK' })]);
    companion.time.now += MINUTE;
    await read([soon({ expiresOn: addDays(jstDateOf(T0), 90), last4: 'NEWK' })]);
    await speak(3 * DAY);
    expect(room().some((body) => body.includes('解決'))).toBe(true);
  });

  /** Says it as a browser does that stands in, in words of its own. */
  const sayInPlace = async (row: Delivery, ledger: Ledger): Promise<void> => {
    const { channels, fetch, t } = companion.deps.speaking;
    const target = ledger.targets.find(({ id }) => id === row.target);
    const own = { ...row, id: 'of-a-browser' };
    const about = { now, t, lang: 'ja' as const, again: false, standsIn: true, named: true };
    const ports = {
      fetch,
      clock: () => now,
      secret: () => Promise.resolve(makeSecret(sites.channels.chatwork.token)),
      signal: AbortSignal.timeout(5000),
    };
    if (!target) throw new Error('nobody is told');
    const said = messageOf(own, ledger, about);
    expect(await channels.get('chatwork')?.send(said, target, ports)).toMatchObject({
      kind: 'delivered',
    });
  };

  test.each([
    ['back after two days', 2 * DAY, 0, true],
    ['back after a night', 16 * HOUR, 0, true],
    ['back after forty days', 40 * DAY, 0, true],
    ['back after two days, and started once more', 2 * DAY, 20 * MINUTE, true],
    ['back after two days in which nobody stood in', 2 * DAY, 0, false],
  ])(
    '%s, it waits, asks the room for what a browser said in its place, and says what is not there, once',
    async (_, gone, again, isSaid) => {
      const other = { app: 'GoQSystem', last4: 'GOQS' };
      await read([soon(), soon(other)]);
      await companion.store.noteTime(LOOKED, companion.time.now - gone);
      // It puts away what is old before it first looks.
      await startHousekeeping(companion.deps)();
      await speakOnce(companion.deps);
      companion.time.now += again;
      await speakOnce(companion.deps);
      const ledger = (await companion.store.shop({ every: true }, shopId))?.ledger;
      const [row] = ledger?.deliveries.filter(({ state }) => state === 'pending') ?? [];
      if (!ledger || row?.reminderIds.length !== 2) throw new Error('two things are to be said');
      const pass = async (ms: number) => {
        companion.time.now += ms;
        now = companion.time.now;
        await speakOnce(companion.deps);
      };
      for (let i = 0; i < 3; i += 1) await pass(10 * MINUTE);
      expect(room()).toEqual([]);
      // Of two things one was said before the browser was closed.
      const [first = ''] = row.reminderIds;
      if (isSaid) await sayInPlace({ ...row, reminderIds: [first] }, ledger);
      for (let i = 0; i < 12; i += 1) await pass(2.5 * MINUTE);
      const apps = room().map((body) =>
        ['ネクストエンジン', other.app].filter((app) => body.includes(app)),
      );
      expect(apps.flat().toSorted()).toEqual([other.app, 'ネクストエンジン']);
      expect(apps).toHaveLength(isSaid ? 2 : 1);
      expect(room().join('')).not.toContain('再送');
    },
  );

  test.each([
    ['two days, as what may have been said', 2 * DAY, 5, '【再送】'],
    ['a night, as new', 16 * HOUR, 5, ''],
    ['a night, on the last day as what may have been said', 16 * HOUR, 0, '【再送】'],
    ['ten minutes, as new', 10 * MINUTE, 0, ''],
  ])(
    'what cannot be asked is told all the same, in one message; away for %s',
    async (_, gone, days, mark) => {
      const expiresOn = addDays(jstDateOf(T0), days);
      await to('mail', { to: 'staff@akanedo.test' });
      const keys = ['GOQS', 'ECST'].map((last4) => soon({ app: last4, last4, expiresOn }));
      // Gone is what two lists lack.
      for (let i = 0; i < 2; i += 1) {
        companion.time.now += MINUTE;
        await read(keys);
      }
      await companion.store.noteTime(LOOKED, companion.time.now - gone);
      for (let i = 0; i < 12; i += 1) {
        await speakOnce(companion.deps);
        companion.time.now += 4 * MINUTE;
        now = companion.time.now;
      }
      const subjects = smtp.received.map(({ raw }) => subjectOf(raw));
      expect(subjects).toEqual([expect.stringMatching(new RegExp(`^${mark}[^【再]`))]);
    },
  );

  test("a shop's own closed days keep it silent, and its routes say where", async () => {
    const today = jstDateOf(companion.time.now);
    const rules = {
      daysOff: [],
      holidaysOff: true,
      busy: [],
      office: { from: 0, to: 1440 },
      digestAt: 570,
    };
    const to2 = { kind: 'expiry', targetIds: ['to-mail', 'gone'], fallbackIds: [] };
    const routes = [{ ...to2, escalation: null }];
    const set = (closed: object[]) =>
      person.ask('putRules', { body: { shopId, ...rules, closed, routes } });
    await to('mail', { to: 'staff@akanedo.test' });
    // What is urgent would be said on any day.
    for (let n = 0; n < 2; n += 1) {
      companion.time.now += MINUTE;
      await read([soon({ expiresOn: addDays(today, 14), last4: 'LATE' })]);
    }
    const closed = { from: addDays(today, -1), to: addDays(today, 1), name: '棚卸し' };
    expect((await set([closed])).body.closed).toEqual([closed]);
    await speak(MINUTE);
    expect([room(), smtp.received]).toEqual([[], []]);
    const { body } = await set([]);
    expect(body.routes).toEqual([{ ...routes[0], targetIds: ['to-mail'] }]);
    expect((await person.ask('rules', { query: { shop: shopId } })).body).toEqual(body);
    await speak(DAY);
    await speak(DAY);
    expect(room()).toEqual([]);
    expect(smtp.received).toHaveLength(1);
  });

  test('no answer came: a room is asked and told once, a mail goes again and says so', async () => {
    await to('mail', { to: 'staff@akanedo.test' });
    sites.channels.chatwork.fault({ kind: 'loseReply' }, 2);
    smtp.fault = 'loseReply';
    await speak();
    smtp.fault = 'none';
    for (let i = 0; i < 4; i += 1) await speak(3 * MINUTE);
    expect(room()).toHaveLength(1);
    const subjects = smtp.received.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1] ?? '');
    expect(subjects).toHaveLength(2);
    expect(subjects[0]).not.toBe(subjects[1]);
  });

  test('a wrong token is said to whoever asks, and the right one sends what waited', async () => {
    await to('chatwork', { roomId: '5001' }, 'CanaryWrongToken9');
    await speak();
    expect(room()).toEqual([]);
    const { channels } = (await person.ask('channels', { query: { shop: shopId } })).body;
    expect(channels[0].last).toMatchObject({ state: 'pending', error: 'wrongSecret' });
    const test = { id: 'to-chatwork', body: { shopId } };
    expect((await person.ask('testChannel', test)).body).toEqual({
      outcome: 'refused',
      why: 'wrongSecret',
    });
    await to('chatwork', { roomId: '5001' }, sites.channels.chatwork.token);
    await speak(HOUR + MINUTE);
    expect(room()).toHaveLength(1);
    const seen = companion.lines.join('') + JSON.stringify(channels) + companion.onDisk();
    expect(seen).not.toContain('CanaryWrongToken9');
    expect(seen).not.toContain(sites.channels.chatwork.token);
  });

  test('who answers is known by the token; silence lasts as long as asked, and can be taken back', async () => {
    const far = { app: '十日先', last4: 'FAR1', expiresOn: addDays(jstDateOf(T0), 10) };
    await read([soon(far)]);
    const told = () => room().filter((body) => body.includes(far.app)).length;
    await speak();
    const standing = async () =>
      (await reminders()).find(
        ({ expiresOn }: { expiresOn: string }) => expiresOn === far.expiresOn,
      );
    const { id: reminderId, subjectId } = await standing();
    const quiet = {
      acknowledged: true,
      plannedOn: null,
      snoozeUntil: companion.time.now + 3 * DAY,
    };
    const answer = (over: object) =>
      person.ask('answerReminder', { body: { shopId, reminderId, ...quiet, ...over } });
    const { answers } = (await answer({})).body;
    expect(answers).toMatchObject([{ id: `end|${subjectId}`, by: '島田', acknowledged: true }]);
    await speak(3 * DAY - HOUR);
    expect(told()).toBe(1);
    await speak(HOUR + MINUTE);
    expect(told()).toBe(2);
    const back = { acknowledged: false, snoozeUntil: null };
    expect((await answer({ reminderId: (await standing()).id, ...back })).body.answers).toEqual([]);
    expect((await answer({ reminderId: 'gone' })).code).toBe('reminderUnknown');
  });

  test('what a browser said while nobody heard us is not said again', async () => {
    await speak();
    const { body } = await person.ask('reminders', { query: { shop: shopId } });
    const other = await makeCompanion(T0, { speaking: companion.deps.speaking });
    const colleague = await pairedPerson(other);
    // Another companion stands in for the browser: it knows the same reminder and has not said it.
    expect(body.said).toHaveLength(1);
    const reading = aReading({ at: T0, licenses: [] });
    const ask = { id: 'r', shopId: null, sentAt: T0, reading };
    const there = (await colleague.ask('takeReading', { body: ask })).body.shopId;
    const said = {
      shopId: there,
      reminders: body.reminders.map((one: object) => ({ ...one, shopId: there })),
      deliveries: body.said,
    };
    expect((await colleague.ask('hearSaid', { body: said })).body).toEqual({ taken: 1 });
    expect((await colleague.ask('hearSaid', { body: said })).body).toEqual({ taken: 0 });
    const pending = [{ ...body.said[0], id: 'p', state: 'pending' }];
    const bad = { ...said, deliveries: pending };
    expect((await colleague.ask('hearSaid', { body: bad })).body).toEqual({ taken: 0 });
    await other.close();
  });

  test('what a browser began to say for two shops, and died over, is said for both', async () => {
    const reading = aReading({
      at: T0,
      licenses: [soon()],
      shop: { digits: '654321', slug: null, name: '別館' },
    });
    const ask = { id: 'second', shopId: null, sentAt: T0, reading };
    const second = (await person.ask('takeReading', { body: ask })).body.shopId as string;
    const remindersOf = async (shop: string) =>
      (await person.ask('reminders', { query: { shop } })).body.reminders;
    const shops = [shopId, second];
    const known = await Promise.all(shops.map(remindersOf));
    const [row] = (await companion.store.shop({ every: true }, shopId))?.ledger.deliveries ?? [];
    const begun = {
      ...row,
      id: 'of-two',
      state: 'claimed',
      claimedAt: T0,
      attempts: 1,
      reminderIds: known.flat().map(({ id }: { id: string }) => id),
    };
    for (const [i, shop] of shops.entries()) {
      const said = { shopId: shop, reminders: known[i], deliveries: [begun] };
      expect((await person.ask('hearSaid', { body: said })).status).toBe(200);
    }
    const about = { id: 'to-chatwork', channel: 'chatwork', name: 'chatwork', people: [] };
    const kinds = ['expiry', 'approval', 'test', 'trouble'];
    const channel = { ...about, shopId: second, config: { roomId: '5001' }, kinds, enabled: true };
    await person.ask('putChannel', {
      body: { ...channel, secret: sites.channels.chatwork.token },
    });
    for (let n = 0; n < 12; n += 1) await speak(2 * MINUTE);
    expect(room()).toHaveLength(2);
    expect(room().filter((body) => body.includes('別館'))).toHaveLength(1);
  });

  test('the heartbeat stops with the part that speaks', async () => {
    const heard = async () => (await person.ask('heartbeat')).body;
    expect(await heard()).toEqual({ at: T0, speaks: true });
    companion.time.now += 3 * MINUTE;
    expect((await heard()).speaks).toBe(false);
    await speak();
    expect((await heard()).speaks).toBe(true);
  });

  test('mail only where there is a server, and nothing that is no address', async () => {
    const without = await makeCompanion(T0);
    const other = await pairedPerson(without);
    const reading = aReading({ at: T0, licenses: [] });
    const ask = { id: 'r', shopId: null, sentAt: T0, reading };
    const there = (await other.ask('takeReading', { body: ask })).body.shopId;
    const about = { id: 't', people: [], kinds: ['expiry'], enabled: true, secret: null };
    const config = { to: 'a@b.test' };
    const mail = { ...about, shopId: there, channel: 'mail', name: 'mail', config };
    expect((await other.ask('putChannel', { body: mail })).code).toBe('noMail');
    expect((await to('mail', { to: 'a@b.test, c@d.test' })).code).toBe('channelUnfit');
    expect((await to('slack', {}, 'https://evil.example/services/x')).code).toBe('channelUnfit');
    expect((await to('notification', {})).code).toBe('channelUnfit');
    const gone = { id: 'to-chatwork', query: { shop: shopId } };
    expect((await person.ask('removeChannel', gone)).status).toBe(204);
    expect(await companion.store.sealedSecret(shopId, 'channel:chatwork')).toBe(null);
    expect((await person.ask('removeChannel', gone)).code).toBe('channelUnknown');
    await without.close();
  });
});
