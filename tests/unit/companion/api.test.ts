import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reading } from '../../../utils/model/reading.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/model/time.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { NOW } from '../keytest/cases.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { ask, pairedPerson, type Person } from './support/person.ts';

const SHOP_A = { digits: '123456', slug: 'shop-a', name: '店舗A' };
const SHOP_B = { digits: '654321', slug: 'shop-b', name: '店舗B' };

describeOnBoth('the contract', ({ settings, open }) => {
  let companion: TestCompanion;
  let shimada: Person;
  let readings = 0;
  beforeEach(async () => {
    companion = await makeCompanion(NOW, { database: await open(await settings()) });
    shimada = await pairedPerson(companion);
  });
  afterEach(() => companion.close());

  const reading = (over: Partial<Reading> = {}) => ({
    id: `r-${(readings += 1)}`,
    shopId: null as string | null,
    sentAt: companion.time.now,
    reading: aReading({ at: companion.time.now, shop: SHOP_A, licenses: [aRow()], ...over }),
  });
  const read = (over: Partial<Reading> = {}, by = shimada) =>
    by.ask('takeReading', { body: reading(over) });
  const licensesOf = async (shop: string, by = shimada) =>
    (await by.ask('licenses', { query: { shop } })).body;

  describe('readings', () => {
    test('of one browser are seen by another', async () => {
      const { body } = await read();
      const sato = await pairedPerson(companion, { person: '佐藤' });
      expect((await sato.ask('shops')).body.shops).toEqual([
        { id: body.shopId, ...SHOP_A, revision: 1, lastSeenAt: NOW, speaks: false },
      ]);
      const seen = await licensesOf(body.shopId, sato);
      expect(seen.licenses).toMatchObject([{ last4: 'A9FR', lastSeenAt: NOW }]);
      const history = await sato.ask('history', { query: { shop: body.shopId, limit: '1' } });
      expect(history.body.entries).toMatchObject([{ kind: 'licenseNew', shopId: body.shopId }]);
    });

    test('sent again, whenever, are taken once', async () => {
      const first = reading({ licenses: [aRow(), aRow({ app: '別', last4: 'B000' })] });
      const { body } = await shimada.ask('takeReading', { body: first });
      companion.time.now += MINUTE;
      const without = reading();
      for (const again of [without, without, { ...without, sentAt: NOW + 5 }]) {
        companion.time.now += MINUTE;
        expect((await shimada.ask('takeReading', { body: again })).status).toBe(200);
      }
      const seen = await licensesOf(body.shopId);
      expect(seen.licenses).toMatchObject([{ missedReadings: 0 }, { last4: 'B000', goneAt: null }]);
      expect(seen.licenses[1].missedReadings).toBe(1);
    });

    test('of an offline browser come late and take nothing back', async () => {
      const old = reading({ licenses: [aRow({ state: 'active' })] });
      companion.time.now += HOUR;
      const { body } = await read({ licenses: [aRow({ state: 'stopped' })] });
      await shimada.ask('takeReading', { body: { ...old, sentAt: companion.time.now } });
      expect((await licensesOf(body.shopId)).licenses).toMatchObject([
        { state: 'stopped', firstSeenAt: NOW, lastSeenAt: NOW + HOUR },
      ]);
    });

    test.each([3 * DAY, -3 * DAY])(
      'by a clock that is off by %i ms fall into their time',
      async (off) => {
        const at = NOW - 10 * MINUTE;
        const body = {
          ...reading({ at: at + off }),
          sentAt: NOW + off,
        };
        const { body: said } = await shimada.ask('takeReading', { body });
        expect((await licensesOf(said.shopId)).licenses).toMatchObject([{ lastSeenAt: at }]);
      },
    );

    test.each([
      ['ahead, as it is sent: the time that it shows', DAY, 2.5 * DAY, DAY],
      ['ahead all the time: by as much', DAY + 2.5 * DAY, 2.5 * DAY, DAY],
      ['back as it was made: after the last meeting', -3 * DAY, 0, -5 * MINUTE],
      ['ahead as it was made, and right again: now', 3 * DAY, 0, 2 * DAY],
    ])('of a browser whose clock was %s', async (_, shown, off, madeAt) => {
      await shimada.ask('heartbeat', { query: { sent: 'all' } });
      companion.time.now += DAY / 2;
      // Whoever only asks whether it is alive has perhaps sent nothing.
      await shimada.ask('heartbeat');
      companion.time.now -= DAY / 2;
      companion.time.now += 2 * DAY;
      const sentAt = companion.time.now + off;
      const body = { ...reading({ at: NOW + shown }), sentAt };
      const { body: said } = await shimada.ask('takeReading', { body });
      const [license] = (await licensesOf(said.shopId)).licenses;
      expect(license.lastSeenAt - NOW).toBe(madeAt);
    });

    test('are dated by their own clock where the last meeting was by one of ours that was ahead', async () => {
      companion.time.now += 30 * DAY;
      await shimada.ask('heartbeat', { query: { sent: 'all' } });
      companion.time.now = NOW + 2 * DAY;
      const body = { ...reading({ at: NOW + DAY }), sentAt: companion.time.now };
      const { body: said } = await shimada.ask('takeReading', { body });
      expect((await licensesOf(said.shopId)).licenses).toMatchObject([{ lastSeenAt: NOW + DAY }]);
    });

    test('that name nobody go to the shop that a person says, and else nowhere', async () => {
      const { body } = await read();
      const nobodys = { shop: { digits: null, slug: null, name: null } };
      expect((await read(nobodys)).code).toBe('shopUnnamed');
      companion.time.now += MINUTE;
      const said = { ...reading({ ...nobodys, licenses: [aRow({ state: 'stopped' })] }) };
      const taken = await shimada.ask('takeReading', { body: { ...said, shopId: body.shopId } });
      expect(taken.body.shopId).toBe(body.shopId);
      expect((await licensesOf(body.shopId)).licenses).toMatchObject([{ state: 'stopped' }]);
    });

    test('of another shop than the one said are refused, and change nothing', async () => {
      const { body } = await read();
      const before = await licensesOf(body.shopId);
      const other = { ...reading({ shop: SHOP_B }), shopId: body.shopId };
      expect((await shimada.ask('takeReading', { body: other })).code).toBe('shopConflict');
      const mixed = { ...SHOP_A, slug: 'shop-z' };
      expect((await read({ shop: mixed })).code).toBe('shopConflict');
      expect(await licensesOf(body.shopId)).toEqual(before);
      expect((await shimada.ask('shops')).body.shops).toHaveLength(1);
    });

    test('with a key in a text are taken without it', async () => {
      const key = 'SL123456_CanaryKey0aBcDeF';
      const { body } = await read({ licenses: [aRow({ stateText: `利用中 ${key}` })] });
      expect(JSON.stringify(await licensesOf(body.shopId))).not.toContain('Canary');
    });

    test('of 600 rows fit, of 6 MB do not', async () => {
      const many = Array.from({ length: 600 }, (_, i) =>
        aRow({ app: `アプリ${i}`, last4: `${1_000 + i}` }),
      );
      const { body } = await read({ licenses: many });
      expect((await licensesOf(body.shopId)).licenses).toHaveLength(600);
      const { id, ...rest } = reading();
      expect(
        (await shimada.ask('takeReading', { body: { id, pad: 'x'.repeat(6e6), ...rest } })).code,
      ).toBe('tooLarge');
    });
  });

  describe('a token for some shops', () => {
    test('reaches these and sees nothing else, whatever it asks', async () => {
      const a = (await read({ shop: SHOP_A })).body.shopId as string;
      const b = (await read({ shop: SHOP_B })).body.shopId as string;
      const vendor = await pairedPerson(companion, { person: '客', shops: ['123456'] });
      expect((await vendor.ask('shops')).body.shops.map((one: { id: string }) => one.id)).toEqual([
        a,
      ]);
      expect((await vendor.ask('licenses', { query: { shop: a } })).status).toBe(200);
      const nobody = 'no-such-shop';
      for (const shop of [b, nobody]) {
        for (const name of ['licenses', 'placements', 'history'] as const) {
          expect((await vendor.ask(name, { query: { shop } })).code).toBe('shopUnknown');
        }
        const body = { ...reading({ shop: SHOP_B }), shopId: shop };
        expect((await vendor.ask('takeReading', { body })).code).toBe('shopUnknown');
      }
      expect((await read({ shop: SHOP_B }, vendor)).code).toBe('shopUnknown');
      expect((await read({ shop: { ...SHOP_B, digits: '777777', slug: null } }, vendor)).code).toBe(
        'shopUnknown',
      );
      expect((await licensesOf(b)).revision).toBe(1);
    });

    test('sees and ends only the browsers whose shops are all its own', async () => {
      const one = await pairedPerson(companion, { person: '客一', shops: ['123456'] });
      const both = await pairedPerson(companion, { person: '客二', shops: ['123456', '654321'] });
      const ids = async (by: Person) =>
        (await by.ask('devices')).body.devices.map((each: { id: string }) => each.id).sort();
      expect(await ids(one)).toEqual([one.id]);
      expect(await ids(both)).toEqual([one.id, both.id].sort());
      expect(await ids(shimada)).toHaveLength(3);
      expect((await one.ask('revokeDevice', { id: both.id })).code).toBe('deviceUnknown');
      const { devices } = (await both.ask('devices')).body;
      const member = devices.find((each: { id: string }) => each.id === both.id).member.id;
      expect((await one.ask('memberLeaves', { id: member, body: {} })).code).toBe('memberUnknown');
      expect((await both.ask('revokeDevice', { id: one.id })).status).toBe(204);
      expect((await one.ask('shops')).code).toBe('deviceRevoked');
    });
  });

  describe('people', () => {
    test('an ended pairing says so, so that the browser wipes what it holds', async () => {
      const lost = await pairedPerson(companion, { device: 'ノートPC' });
      expect((await shimada.ask('revokeDevice', { id: lost.id })).status).toBe(204);
      expect((await shimada.ask('revokeDevice', { id: lost.id })).code).toBe('deviceUnknown');
      for (const name of ['shops', 'devices', 'unpair'] as const) {
        expect((await lost.ask(name)).code).toBe('deviceRevoked');
      }
      const { devices } = (await shimada.ask('devices')).body;
      expect(devices).toMatchObject([
        { revokedAt: null, self: true },
        { revokedAt: NOW, self: false },
      ]);
    });
  });

  describe('placements', () => {
    const evidence = (licenseId: string, at: number) => ({
      holds: { licenseId, how: 'saved', by: 'person', at },
      works: { licenseId, how: 'toolTest', by: 'page', ok: true, at },
    });

    test('of several browsers become one, and the newer evidence stands', async () => {
      const { shopId } = (await read()).body;
      const { apps, licenses } = await licensesOf(shopId);
      const body = {
        shopId,
        connectorId: 'next-engine',
        origin: 'https://main.next-engine.com',
        appId: apps[0].id,
        shopOnTool: null,
        field: 'licenseKey',
        ...evidence(licenses[0].id, NOW - MINUTE),
      };
      const first = await shimada.ask('takePlacement', { body });
      const older = { ...body, ...evidence(licenses[0].id, NOW - HOUR) };
      older.works.ok = false;
      const second = await shimada.ask('takePlacement', { body: older });
      expect(second.body.placements).toEqual(first.body.placements);
      expect(second.body.bindings).toHaveLength(1);
      const future = { ...body, holds: null, works: { ...body.works, ok: false, at: NOW + DAY } };
      const third = await shimada.ask('takePlacement', { body: future });
      expect(third.body.placements[0].works).toMatchObject({ ok: false, at: NOW });
      expect((await shimada.ask('placements', { query: { shop: shopId } })).body).toEqual(
        third.body,
      );
      const unheard = { ...body, appId: 'x' };
      expect((await shimada.ask('takePlacement', { body: unheard })).code).toBe('licenseUnknown');
      const foreign = { ...body, holds: { ...body.holds, licenseId: 'x' } };
      expect((await shimada.ask('takePlacement', { body: foreign })).code).toBe('licenseUnknown');
    });
  });

  describe('renewal runs', () => {
    const anew = async () => {
      const { shopId } = (await read()).body;
      const { apps, licenses } = await licensesOf(shopId);
      const run = {
        shopId,
        id: 'run-1',
        appId: apps[0].id,
        kind: 'issue',
        oldLicenseId: licenses[0].id,
        newLicenseId: null as string | null,
        openedBy: 'hand',
        openedAt: NOW,
        rmsDoneAt: null as number | null,
        notes: '',
        notesWere: '',
        closed: null as object | null,
      };
      return {
        run,
        put: (over: object) => shimada.ask('takeRenewal', { body: { ...run, ...over } }),
      };
    };

    test('of two browsers become one; what each brought stays', async () => {
      const { run, put } = await anew();
      await put({ notes: 'GMOは島田' });
      companion.time.now += HOUR;
      await put({ id: 'run-2', openedBy: 'reminder', openedAt: NOW - HOUR, notes: '済' });
      const { body } = await put({ rmsDoneAt: NOW + MINUTE, notes: 'GMOは島田' });
      const { shopId, notesWere: _were, ...rest } = run;
      const merged = { openedBy: 'reminder', openedAt: NOW - HOUR, rmsDoneAt: NOW + MINUTE };
      expect(body.renewals).toEqual([{ ...rest, shopId, ...merged, notes: 'GMOは島田\n済' }]);
      const seen = await shimada.ask('renewals', { query: { shop: shopId } });
      expect(seen.body.renewals).toEqual(body.renewals);
    });

    test('that a person ended it stands; that it is done only where nothing says otherwise', async () => {
      const { put } = await anew();
      await put({});
      const done = { how: 'done', reason: null, by: 'kagiban', at: NOW };
      // No tool is known to hold anything: nothing is done.
      expect((await put({ closed: done })).body.renewals).toMatchObject([{ closed: null }]);
      const ended = { how: 'reason', reason: '使わない', by: 'person', at: NOW };
      expect((await put({ closed: ended })).body.renewals).toMatchObject([{ closed: ended }]);
      const again = await put({ closed: null });
      expect(again.body.renewals).toMatchObject([{ closed: ended }]);
      const history = await shimada.ask('history', { query: { shop: again.body.shopId } });
      expect(history.body.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
        'renewalClosed',
        'renewalOpened',
        'licenseNew',
      ]);
    });

    test('hold no key, no time to come, and nothing of another shop', async () => {
      const { put } = await anew();
      for (const wrong of [{ appId: 'x' }, { oldLicenseId: 'x' }, { newLicenseId: 'x' }]) {
        expect((await put(wrong)).code).toBe('licenseUnknown');
      }
      expect((await put({ kind: 'update', oldLicenseId: null })).code).toBe('licenseUnknown');
      const said = await put({ openedAt: NOW + DAY, notes: 'SP123456_AbCdEfGh0IjKlMn0 です' });
      expect(said.body.renewals).toMatchObject([{ openedAt: NOW, notes: '［伏せ字］ です' }]);
      expect(companion.onDisk()).not.toContain('AbCdEfGh0IjKlMn0');
    });

    test('take the test that a browser made itself, once', async () => {
      const { run } = await anew();
      const { shopId, oldLicenseId: licenseId } = run;
      const result = { verdict: 'valid', expiresOn: null, causes: [], why: null };
      const body = {
        shopId,
        licenseId,
        id: 't-1',
        at: NOW + DAY,
        attempt: 0,
        retestAt: null,
        result: { ...result, missingFunctions: [], probes: [] },
      };
      const first = await shimada.ask('takeKeyTest', { body });
      expect((await shimada.ask('takeKeyTest', { body })).body).toEqual(first.body);
      const { keyTests } = await licensesOf(shopId);
      expect(keyTests).toMatchObject([{ licenseId, verdict: 'valid', by: 'worker', at: NOW }]);
      const foreign = { ...body, licenseId: 'x' };
      expect((await shimada.ask('takeKeyTest', { body: foreign })).code).toBe('licenseUnknown');
    });
  });

  test('it is ready, and counts without names', async () => {
    await read();
    expect((await ask(companion, 'ready')).body).toEqual({ status: 'ok' });
    const { body: text } = await ask(companion, 'metrics');
    expect(text).toContain('kagiban_readings_total{outcome="changed"} 1');
    expect(text).toContain(
      'kagiban_requests_total{method="POST",route="/v1/readings",status="200"} 1',
    );
    for (const name of ['島田', '店舗A', '123456', 'A9FR', shimada.id])
      expect(text).not.toContain(name);
  });

  test('its document names every operation, and its schemas are whole', async () => {
    const { body: document } = await ask(companion, 'openapi');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/v1/readings');
    const text = JSON.stringify(document);
    expect(text).toContain('"additionalProperties":false');
    expect(text).not.toContain('"schema":{}');
  });
});
