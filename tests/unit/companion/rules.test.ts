import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Span, Target } from '../../../utils/model/notice.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { MINUTE } from '../../../utils/model/time.ts';
import { setGroup } from '../../../utils/reminders/groups.ts';
import { commonPolicy, setRoute, setRules } from '../../../utils/reminders/set-policy.ts';
import { giveMail, handOver } from '../../../utils/sharing/hand-over.ts';
import { aRow, T0 } from '../ledger/make.ts';
import { speakingFrom } from '../../../companion/speak/speaking.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser as browserOf } from './support/browser.ts';
import { describeOnBoth } from './support/databases.ts';

// When a shop works is set in one browser and holds for its colleagues' and the companion.

const STOCK: Span = { from: '2026-11-10', to: '2026-11-11', name: '棚卸し' };
const YEAR_END: Span = { from: '2026-12-29', to: '2027-01-03', name: '年末年始' };
const room = (id: string): Target => ({
  id,
  channel: 'chatwork',
  name: id,
  config: { roomId: '5001' },
  secretName: 'channel:chatwork',
  kinds: ['expiry', 'approval', 'test', 'trouble'],
  people: [],
  enabled: true,
});
/** Nobody is there: nothing is sent here. */
const SMTP = {
  host: '127.0.0.1',
  port: 9,
  secure: false,
  requireTls: false,
  user: null,
  password: null,
  from: 'kagiban@akanedo.test',
};
const secretOf = async () => makeSecret('CanaryRoomToken4711');
const toOneRoom = { targetIds: ['room'], fallbackIds: [], escalation: null };

describeOnBoth('rules of several browsers', (databases) => {
  let companion: TestCompanion;
  beforeEach(async () => {
    companion = await makeCompanion(T0, {
      database: await databases.open(await databases.settings()),
      speaking: speakingFrom({ smtp: SMTP, language: 'ja' }),
    });
  });
  afterEach(() => companion.close());

  type Browser = Awaited<ReturnType<typeof browserOf>>;
  async function aBrowser(name: string, last4 = 'A9FR'): Promise<Browser> {
    const browser = await browserOf(companion, name);
    browser.read([aRow({ last4 })]);
    return browser;
  }
  /** It has a room, sets that, and hands both over. */
  async function whoHandsOver(change: Partial<ReturnType<typeof here>> = {}): Promise<Browser> {
    const a = await aBrowser('a');
    addRoom(a, 'room');
    set(a, change);
    await a.meet();
    await handOver(a.port, secretOf);
    return a;
  }
  const here = ({ state }: Browser) => commonPolicy(state.ledger);
  async function there(browser: Browser) {
    const shop = (await browser.ask('shops')).body.shops[0].id as string;
    return (await browser.ask('rules', { query: { shop } })).body;
  }
  const set = (browser: Browser, change: Partial<ReturnType<typeof here>>) =>
    browser.rule((ledger) => setRules(ledger, { ...commonPolicy(ledger), ...change }));
  function addRoom({ state }: Browser, id: string): void {
    state.ledger = applyChange(state.ledger, { targets: [room(id)] });
  }

  test('one sets closed days, another the hour: both hold everywhere, and each keeps its routes', async () => {
    const a = await aBrowser('a');
    addRoom(a, 'room');
    addRoom(a, 'desk');
    set(a, { closed: [STOCK] });
    a.rule((ledger) => setRoute(ledger, { kind: 'expiry', ...toOneRoom }));
    await a.meet();
    await handOver(a.port, secretOf);
    await a.meet();
    const routes = [{ kind: 'expiry', ...toOneRoom }];
    expect(await there(a)).toMatchObject({ closed: [STOCK], digestAt: 570, routes });

    const b = await aBrowser('b');
    addRoom(b, 'own');
    b.rule((ledger) =>
      setRoute(ledger, { kind: 'expiry', targetIds: ['own'], fallbackIds: [], escalation: null }),
    );
    await b.meet();
    expect(here(b)).toMatchObject({ closed: [STOCK], routes: [{ targetIds: ['own'] }] });

    companion.time.now += MINUTE;
    set(b, { digestAt: 660 });
    b.rule((ledger) => setRoute(ledger, { kind: 'test', ...toOneRoom, targetIds: [] }));
    await b.meet();
    expect(b.state.rulesChangedAt).toBe(0);
    expect(await there(b)).toMatchObject({ closed: [STOCK], digestAt: 660, routes });
    await a.meet();
    expect(here(a)).toMatchObject({ closed: [STOCK], digestAt: 660, routes });

    // What one takes away is gone for all.
    set(a, { closed: [] });
    await a.meet();
    await b.meet();
    expect(here(b).closed).toEqual([]);
  });

  test('who is paired later loses nothing that was set there, and adds its own', async () => {
    const a = await whoHandsOver({ closed: [STOCK] });
    const b = await aBrowser('b');
    set(b, { closed: [YEAR_END], digestAt: 600 });
    b.state.online = false;
    await expect(b.meet()).rejects.toThrow('companionUnreachable');
    b.state.online = true;
    await b.meet();
    const both = { closed: [STOCK, YEAR_END], digestAt: 570 };
    expect(here(b)).toMatchObject(both);
    expect(await there(b)).toMatchObject(both);
    await a.meet();
    expect(here(a)).toMatchObject(both);
  });

  test('where nothing changed nobody asks, and what a person sets meanwhile stands', async () => {
    const a = await whoHandsOver();
    for (let i = 0; i < 3; i += 1) await a.meet();
    a.asked.length = 0;
    await a.meet();
    expect(a.asked).toEqual(['GET /v1/heartbeat', 'GET /v1/shops']);

    const b = await aBrowser('b');
    await b.meet();
    set(b, { digestAt: 660 });
    await b.meet();
    const { ask } = a.port;
    a.port.ask = (request, schema) => {
      if (request.path.startsWith('/v1/rules') && a.state.rulesChangedAt === 0)
        set(a, { digestAt: 720 });
      return ask(request, schema);
    };
    await a.meet();
    expect(here(a).digestAt).toBe(720);
    await a.meet();
    expect(await there(a)).toMatchObject({ digestAt: 720 });
  });

  test('broken off before it was sent, it is made good at the next meeting', async () => {
    await whoHandsOver({ closed: [STOCK] });
    const b = await aBrowser('b');
    set(b, { closed: [YEAR_END] });
    const { ask } = b.port;
    b.port.ask = (request, schema) => {
      b.state.online = request.method !== 'PUT' || request.path !== '/v1/rules';
      return ask(request, schema);
    };
    await expect(b.meet()).rejects.toThrow('companionUnreachable');
    b.port.ask = ask;
    b.state.online = true;
    await b.meet();
    expect((await there(b)).closed).toEqual([STOCK, YEAR_END]);
  });

  test('mail makes it speak by the rules of whoever gave the address, not by those of others', async () => {
    const a = await aBrowser('a');
    set(a, { closed: [STOCK] });
    await a.meet();
    await giveMail(a.port, { id: 'mail-1', to: 'staff@akanedo.test' });
    expect((await there(a)).closed).toEqual([STOCK]);
    const b = await aBrowser('b');
    await b.share();
    await giveMail(b.port, { id: 'mail-2', to: 'other@akanedo.test' });
    addRoom(b, 'own');
    await handOver(b.port, secretOf);
    expect((await there(b)).closed).toEqual([STOCK]);
  });

  test('who changes something else alone, before it has heard of them, takes no days away', async () => {
    const a = await whoHandsOver();
    await a.meet();
    const b = await aBrowser('b');
    addRoom(b, 'own');
    await b.meet();
    set(a, { closed: [STOCK] });
    await a.meet();
    // Who is told, days of its own, and nothing of the closed day.
    b.rule((ledger) => setRoute(ledger, { kind: 'expiry', ...toOneRoom, targetIds: ['own'] }));
    set(b, { closed: [YEAR_END] });
    await b.meet();
    expect((await there(b)).closed).toEqual([STOCK, YEAR_END]);
    await a.meet();
    expect([here(a).closed, here(b).closed]).toEqual([
      [STOCK, YEAR_END],
      [STOCK, YEAR_END],
    ]);
  });

  test('what a person set is brought there also where nobody noted that it was changed', async () => {
    const a = await whoHandsOver();
    await a.meet();
    set(a, { closed: [STOCK] });
    // The worker died in between.
    a.state.rulesChangedAt = 0;
    await a.meet();
    expect([here(a).closed, (await there(a)).closed]).toEqual([[STOCK], [STOCK]]);
  });

  test('what came from a colleague and was set here for all: it was not meant for that shop', async () => {
    const a = await whoHandsOver({ closed: [STOCK] });
    const b = await browserOf(companion, 'b');
    b.read([aRow({ last4: 'BBBB' })], { shop: { digits: '654321', slug: null, name: '別館' } });
    set(b, { closed: [YEAR_END] });
    await b.meet();
    const { closed } = await there(a);
    expect(closed).toEqual([STOCK]);
    const groups = b.state.ledger.policies.map((one) => one.closed);
    expect(groups).toEqual([[YEAR_END], [STOCK]]);
  });

  test('a shop that stands in a group here has its own rules there', async () => {
    const a = await aBrowser('a');
    addRoom(a, 'room');
    a.read([aRow({ last4: 'BBBB' })], { shop: { digits: '654321', slug: null, name: '別館' } });
    await a.meet();
    await handOver(a.port, secretOf);
    await a.meet();
    const second = a.state.ledger.shops.find(({ digits }) => digits === '654321')?.id ?? '';
    const wish = { id: null, name: '別館', shopIds: [second], like: null };
    a.rule((ledger) => setGroup(ledger, wish, () => 'group'));
    a.rule((ledger) => setRules(ledger, { ...commonPolicy(ledger), closed: [YEAR_END] }, 'group'));
    await a.meet();
    const b = await aBrowser('b');
    await b.meet();
    const groups = b.state.ledger.policies.filter(({ shopIds }) => shopIds.length > 0);
    expect(groups).toMatchObject([{ name: '別館', closed: [YEAR_END] }]);
    expect(here(b).closed).toEqual([]);
  });
});
