import { afterEach, beforeEach, expect, test } from 'vitest';
import { planDueShops } from '../../../companion/speak/plan-shops.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { HOUR, MINUTE } from '../../../utils/model/time.ts';
import { NOW } from '../keytest/cases.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { EXAMPLES, type Known } from './support/examples.ts';
import { pairedPerson, type Person } from './support/person.ts';

describeOnBoth('somebody leaves', ({ settings, open }) => {
  let companion: TestCompanion;
  let shimada: Person;
  let sato: Person;
  let shopId: string;
  const readings = { n: 0 };
  beforeEach(async () => {
    companion = await makeCompanion(NOW, { database: await open(await settings()) });
    [shimada, sato] = [
      await pairedPerson(companion),
      await pairedPerson(companion, { person: '佐藤' }),
    ];
    shopId = await aShop('123456');
  });
  afterEach(() => companion.close());

  /** A shop with a key of its own app that expires in six days, of which must be spoken. */
  const aShop = async (digits: string): Promise<string> => {
    const expiresOn = addDays(jstDateOf(NOW), 6);
    const own = { developer: '店舗様', app: '自社', owner: 'shop', last4: 'OWNK' } as const;
    const reading = aReading({
      at: NOW - MINUTE,
      shop: { digits, slug: null, name: '店舗' },
      licenses: [aRow({ ...own, expiresOn })],
    });
    const id = `r${(readings.n += 1)}`;
    const body = { id, shopId: null, sentAt: NOW, reading };
    const said = await shimada.ask('takeReading', { body });
    await planDueShops(companion.deps);
    return said.body.shopId as string;
  };
  const memberOf = async (one: Person): Promise<string> => {
    const { devices } = (await shimada.ask('devices')).body;
    return devices.find(({ id }: { id: string }) => id === one.id).member.id;
  };
  const remindersOf = async (shop = shopId) =>
    (await shimada.ask('reminders', { query: { shop } })).body;
  const promise = async (by: Person, shop = shopId) => {
    const { reminders } = await remindersOf(shop);
    const body = {
      shopId: shop,
      reminderId: reminders[0].id,
      acknowledged: true,
      plannedOn: null,
      snoozeUntil: NOW + 20 * HOUR,
    };
    expect((await by.ask('answerReminder', { body })).status).toBe(200);
  };
  const leave = (one: string, to?: string | null) =>
    shimada.ask('memberLeaves', { id: one, body: to === undefined ? {} : { to } });

  test('all their browsers end, and nobody else’s', async () => {
    const second = await pairedPerson(companion, { person: '佐藤' });
    const left = await leave(await memberOf(sato));
    expect(left.body).toEqual({ revokedDevices: 2, handedOver: 0 });
    expect((await sato.ask('shops')).code).toBe('deviceRevoked');
    expect((await second.ask('shops')).code).toBe('deviceRevoked');
    expect((await shimada.ask('shops')).status).toBe(200);
    expect((await leave(await memberOf(sato))).code).toBe('memberUnknown');
  });

  test('what they promised and asked for is the colleague’s', async () => {
    await promise(sato);
    const { licenses } = (await sato.ask('licenses', { query: { shop: shopId } })).body;
    const known = { shopId, ownLicenseId: licenses[0].id } as Known;
    expect((await sato.ask('addWatch', EXAMPLES.addWatch(known))).code).toBe(null);
    const [from, to] = [await memberOf(sato), await memberOf(shimada)];
    expect((await leave(from, to)).body).toEqual({ revokedDevices: 1, handedOver: 1 });
    expect((await remindersOf()).answers).toMatchObject([
      { by: '島田', acknowledged: true, silentUntil: NOW + 20 * HOUR },
    ]);
    const { watches } = (await shimada.ask('watches', { query: { shop: shopId } })).body;
    expect(watches).toMatchObject([{ by: '島田' }]);
    const { entries } = (await shimada.ask('history', { query: { shop: shopId } })).body;
    expect(entries[0]).toMatchObject({ kind: 'answered', detail: { by: '島田', from: '佐藤' } });
  });

  test('with nobody to take it over, what they silenced is said again', async () => {
    await promise(sato);
    const before = (await companion.store.shop({ every: true }, shopId))?.ledger.reminders ?? [];
    expect((await leave(await memberOf(sato), null)).body.handedOver).toBe(1);
    expect((await remindersOf()).answers).toEqual([]);
    companion.time.now += MINUTE;
    await planDueShops(companion.deps);
    const { reminders } = await remindersOf();
    expect(before.length).toBeGreaterThan(0);
    expect(reminders.map(({ endedAt }: { endedAt: number | null }) => endedAt)).toContain(null);
  });

  test('what others promised stays theirs', async () => {
    await promise(shimada);
    expect((await leave(await memberOf(sato), null)).body.handedOver).toBe(0);
    expect((await remindersOf()).answers).toMatchObject([{ by: '島田' }]);
  });

  test('in a shop that the colleague does not work for, it is nobody’s', async () => {
    const other = await aShop('654321');
    const heir = await pairedPerson(companion, { person: '客', shops: ['123456'] });
    await promise(sato);
    await promise(sato, other);
    const said = await leave(await memberOf(sato), await memberOf(heir));
    expect(said.body.handedOver).toBe(2);
    expect((await remindersOf()).answers).toMatchObject([{ by: '客' }]);
    expect((await remindersOf(other)).answers).toEqual([]);
  });

  test('to somebody who is not there, who left, or to themselves: refused, and nothing ends', async () => {
    const gone = await pairedPerson(companion, { person: '田中' });
    const goneId = await memberOf(gone);
    await leave(goneId);
    const from = await memberOf(sato);
    for (const to of ['nobody', goneId, from]) {
      expect((await leave(from, to)).code).toBe('memberUnknown');
    }
    expect((await sato.ask('shops')).status).toBe(200);
  });
});
