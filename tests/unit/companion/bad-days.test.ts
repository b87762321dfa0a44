import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { speakOnce } from '../../../companion/speak/loop.ts';
import type { Database } from '../../../companion/database/types.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { MINUTE } from '../../../utils/model/time.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { aReading, aRow, T0 } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { pairedPerson, type Person } from './support/person.ts';
import { speakingTo } from './support/speaking.ts';

// Disk full, database gone and back, two processes on one file, a service that answers nothing but 429:
// a clear error, nothing lost, nothing said twice.

let sites: Sites;
let now = T0;
beforeAll(async () => {
  sites = await startSites({ clock: () => now });
});
afterAll(() => sites.close());

describeOnBoth('bad days', ({ settings, open, kind, server }) => {
  let where: Awaited<ReturnType<typeof settings>>;
  let database: Database;
  let companion: TestCompanion;
  let person: Person;
  const room = () => sites.channels.chatwork.rooms[0]?.messages.map(({ body }) => body) ?? [];
  beforeEach(async () => {
    now = T0;
    for (const one of sites.channels.chatwork.rooms) one.messages.length = 0;
    sites.channels.chatwork.heal();
    where = await settings();
    database = await open(where);
    const speaking = speakingTo({ sitesPort: sites.port, smtp: null });
    companion = await makeCompanion(T0, { database, speaking });
    person = await pairedPerson(companion);
  });
  afterEach(() => companion.close());

  let sent = 0;
  const read = (rows = [aRow({ expiresOn: addDays(jstDateOf(T0), 2) })], digits = '123456') => {
    const shop = { digits, slug: `shop-${digits}`, name: `店舗${digits}` };
    const reading = aReading({ at: companion.time.now, licenses: rows, shop });
    const body = { id: `r${(sent += 1)}`, shopId: null, sentAt: companion.time.now, reading };
    return person.ask('takeReading', { body });
  };
  const chatwork = (shopId: string) =>
    person.ask('putChannel', {
      body: {
        shopId,
        id: 'room',
        channel: 'chatwork',
        name: 'room',
        config: { roomId: '5001' },
        people: [],
        kinds: ['expiry', 'trouble', 'test', 'approval'],
        enabled: true,
        secret: sites.channels.chatwork.token,
      },
    });
  const pass = (ms: number) => {
    companion.time.now += ms;
    now = companion.time.now;
  };

  describe.runIf(kind === 'sqlite')('the disk is full', () => {
    const pages = async (limit: number) => {
      await sql`PRAGMA max_page_count = ${sql.lit(limit)}`.execute(database.db);
    };
    test('said so, what was acknowledged stays, and it goes on when there is room', async () => {
      const { shopId } = (await read()).body;
      await chatwork(shopId);
      await pages(1);
      const long = Array.from({ length: 300 }, (_, n) =>
        aRow({ app: `アプリ${n}`, last4: String(1_000 + n) }),
      );
      expect((await read(long)).code).toBe('storeFull');
      const { licenses } = (await person.ask('licenses', { query: { shop: shopId } })).body;
      expect(licenses).toHaveLength(1);
      await pages(1_000_000);
      expect((await read(long)).code).toBe(null);
      await speakOnce(companion.deps);
      expect(room().length).toBeGreaterThan(0);
    });
  });

  describe.runIf(kind === 'postgres')('the database is gone and comes back', () => {
    test('said so, nobody is let in meanwhile, and everything goes on', async () => {
      const { shopId } = (await read()).body;
      await chatwork(shopId);
      server().stop();
      try {
        expect((await read()).code).toBe('storeDown');
        expect((await person.ask('ready')).code).toBe('storeDown');
        expect((await person.ask('health')).status).toBe(200);
        const pairing = { code: 'AAAA-AAAA', person: '島田', device: 'PC' };
        expect((await person.ask('pair', { body: pairing })).code).toBe('storeDown');
        pass(3 * MINUTE);
        await expect(speakOnce(companion.deps)).rejects.toThrow();
        expect(companion.deps.pulse.isAlive()).toBe(false);
        expect(room()).toEqual([]);
      } finally {
        server().start();
      }
      expect((await read()).code).toBe(null);
      await speakOnce(companion.deps);
      expect(room()).toHaveLength(1);
      expect(companion.deps.pulse.isAlive()).toBe(true);
      expect(companion.lines.join('')).not.toMatch(/postgres:\/\/|127\.0\.0\.1/);
    });
  });

  test('two processes on one database say a thing once', async () => {
    const speaking = companion.deps.speaking;
    const other = await makeCompanion(T0, { database: await open(where), speaking });
    for (const digits of ['1', '2', '3', '4']) {
      const { shopId } = (await read(undefined, `10000${digits}`)).body;
      await chatwork(shopId);
    }
    // The key file of the other lies elsewhere: it would find no token, as with another master key.
    Object.assign(other.deps, { keyRing: companion.deps.keyRing });
    await Promise.all([speakOnce(companion.deps), speakOnce(other.deps)]);
    await Promise.all([speakOnce(companion.deps), speakOnce(other.deps)]);
    expect(room()).toHaveLength(4);
    await other.close();
  });

  test('nothing but 429: nothing is lost, and nobody is hammered', async () => {
    for (const digits of ['1', '2', '3']) {
      const { shopId } = (await read(undefined, `20000${digits}`)).body;
      await chatwork(shopId);
    }
    let asked = 0;
    const reply = {
      status: 429,
      get headers() {
        asked += 1;
        return { 'retry-after': '120', 'content-type': 'text/html' };
      },
      body: '<html>Too Many Requests</html>',
    };
    sites.channels.chatwork.fault({ kind: 'answer', reply });
    for (let i = 0; i < 10; i += 1) {
      await speakOnce(companion.deps);
      pass(10_000);
    }
    expect(room()).toEqual([]);
    // The channel asked for two minutes: one attempt of each shop, not ten.
    expect(asked).toBeLessThanOrEqual(3 * 3);
    sites.channels.chatwork.heal();
    pass(10 * MINUTE);
    await speakOnce(companion.deps);
    pass(10 * MINUTE);
    await speakOnce(companion.deps);
    expect(room()).toHaveLength(3);
  });
});
