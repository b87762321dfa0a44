import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { absences, noteLook, silentUntil } from '../../../companion/speak/away.ts';
import { speakOnce } from '../../../companion/speak/loop.ts';
import { tellRow } from '../../../companion/speak/tell.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/model/time.ts';
import { startSmtp, type SmtpStandIn } from '../../sites/channels/smtp.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { aReading, T0 } from '../ledger/make.ts';
import { describeOnBoth } from './support/databases.ts';
import { aSpeakingShop, soon, type SpeakingShop } from './support/speaking-shop.ts';

// When a companion looks what is to be said, and what it makes of a look that fails.

let sites: Sites;
let smtp: SmtpStandIn;
let now = () => T0;
beforeAll(async () => {
  [sites, smtp] = await Promise.all([startSites({ clock: () => now() }), startSmtp()]);
});
afterAll(() => Promise.all([sites.close(), smtp.close()]));

describeOnBoth('a look of a companion', ({ settings, open }) => {
  let shop: SpeakingShop;
  beforeEach(async () => {
    shop = await aSpeakingShop({ sites, smtp, database: await open(await settings()) });
    now = () => shop.companion.time.now;
  });
  afterEach(() => shop.companion.close());

  test('the same read again is no news, but where it was said that nobody looks', async () => {
    const { companion, read, speak, room } = shop;
    const far = soon({ expiresOn: addDays(jstDateOf(T0), 80), last4: 'NEWK' });
    for (let i = 0; i < 2; i += 1) {
      companion.time.now += MINUTE;
      await read([far]);
    }
    await speak();
    const next = await companion.store.nextDueAt();
    companion.time.now += MINUTE;
    await read([far]);
    expect(await companion.store.nextDueAt()).toBe(next);
    for (let day = 0; day < 70; day += 1) await speak(DAY);
    const texts = () => room().map((body) => body.replaceAll(/\s+/g, ' '));
    const about = 'RMSのアプリ一覧を最後に';
    expect(texts().join('')).toContain(about);
    const before = texts().length;
    await read([far]);
    await speak(DAY);
    await speak(DAY);
    await speak(DAY);
    expect(texts().slice(before).join('')).toContain('【解決】アプリ一覧の確認');
  });

  test('what a clock that was a year ahead put off is said on its day', async () => {
    const { companion, read, to, speak, room } = shop;
    const later = { app: 'GoQSystem', last4: 'GOQS', expiresOn: addDays(jstDateOf(T0), 17) };
    await read([soon(), soon(later)]);
    await speak();
    // Whatever is tried by that clock fails.
    await to('chatwork', { roomId: '5001' }, 'wrong');
    companion.time.now += 365 * DAY;
    for (let i = 0; i < 3; i += 1) {
      await speakOnce(companion.deps);
      companion.time.now += HOUR;
    }
    await to('chatwork', { roomId: '5001' }, sites.channels.chatwork.token);
    companion.time.now = T0 + HOUR;
    await speakOnce(companion.deps);
    const before = room().length;
    for (let hour = 0; hour < 4 * 24; hour += 1) await speak(HOUR);
    const said = room().slice(before).join('');
    for (const app of ['ネクストエンジン', 'GoQSystem']) expect(said).toContain(app);
  });

  test('a shop that cannot be looked at keeps no other silent; a database that is full does', async () => {
    const { companion, person, shopId, room } = shop;
    const named = { digits: '654321', slug: null, name: '別館' };
    const reading = aReading({ at: T0, licenses: [soon({ app: '壊れ' })], shop: named });
    const ask = { id: 'second', shopId: null, sentAt: T0, reading };
    const broken = (await person.ask('takeReading', { body: ask })).body.shopId as string;
    const { store } = companion.deps;
    const failing = (error: Error) => ({
      ...companion.deps,
      store: {
        ...store,
        claimShops: async () => (tried.push(broken) === 1 ? [broken, shopId] : []),
        shopsToTell: async () => [broken, shopId],
        update: (async (scope, id, ...rest) => {
          if (id === broken) throw error;
          return store.update(scope, id, ...rest);
        }) as typeof store.update,
      },
    });
    let tried: string[] = [];
    await speakOnce(failing(new TypeError('of one shop')));
    expect(room()).toHaveLength(1);
    const metrics = companion.deps.metrics.text();
    for (const step of ['plan', 'tell'])
      expect(metrics).toContain(`kagiban_shops_failed_total{step="${step}"} 1`);
    expect(companion.lines.join('')).toContain('shopFailed');
    tried = [];
    const full = Object.assign(new Error('full'), { errcode: 13 });
    await expect(speakOnce(failing(full))).rejects.toBe(full);
  });

  test('a job of a shop that cannot be looked at fails for no other', async () => {
    const { companion, shopId } = shop;
    const { deliveries } = (await companion.store.shop({ every: true }, shopId))?.ledger ?? {};
    const update = () => Promise.reject(new TypeError('of one shop'));
    const failing = { ...companion.deps, store: { ...companion.deps.store, update } };
    await tellRow(failing, `${shopId} ${deliveries?.[0]?.id}`);
    expect(companion.deps.metrics.text()).toContain('kagiban_shops_failed_total{step="tell"} 1');
  });

  test('of two processes whose clocks differ none is silent for longer than after a start', async () => {
    const { deps } = shop.companion;
    let at = T0;
    const aProcess = (ahead: number) => ({
      ...deps,
      clock: () => at + ahead,
      looked: { at: null },
    });
    const processes = [aProcess(0), aProcess(20 * MINUTE)];
    for (; at < T0 + HOUR; at += 10_000) for (const one of processes) await noteLook(one);
    for (const one of processes) {
      const silent = (await absences(one)).map(silentUntil);
      expect(Math.max(...silent)).toBeLessThan(one.clock());
    }
  });

  test('one that is started after its clock was ahead takes itself to have been away', async () => {
    const { deps } = shop.companion;
    const aProcess = (ahead: number) => ({
      ...deps,
      clock: () => T0 + ahead,
      looked: { at: null },
    });
    await noteLook(aProcess(60 * HOUR));
    const next = aProcess(57 * HOUR);
    await noteLook(next);
    expect(await absences(next)).toMatchObject([{ to: T0 + 57 * HOUR }]);
    expect((await absences(next))[0]?.from).toBeLessThan(T0);
  });
});
