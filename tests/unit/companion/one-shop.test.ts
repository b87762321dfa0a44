import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../companion/database/types.ts';
import { runDueWatches } from '../../../companion/watches/run-due.ts';
import type { ShopIdentity } from '../../../utils/model/reading.ts';
import { HOUR } from '../../../utils/model/time.ts';
import { actsOf, startFakeRms, type FakeRms } from '../keytest/fake-rms.ts';
import { NOW, REPLY } from '../keytest/cases.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { aDelivery } from '../reminders/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { ask, pairedPerson, type Person } from './support/person.ts';

const ORDER = 'rpay.order.searchOrder';
const BOTH: ShopIdentity = { digits: '123456', slug: 'shop-a', name: '店舗A' };
const BY_SLUG = { ...BOTH, digits: null };
const BY_DIGITS = { ...BOTH, slug: null };
const OWN = aRow({ developer: '店舗様', app: '自社', owner: 'shop', last4: 'OWNK' });

const REMINDER = {
  id: 'r',
  subjectId: 'x',
  reason: 'expired',
  threshold: null,
  occurrence: 0,
  expiresOn: null,
  dueAt: NOW,
  createdAt: NOW,
  endedAt: null,
  endedBy: null,
};

let rms: FakeRms;
beforeAll(async () => {
  rms = await startFakeRms();
});
afterAll(() => rms.close());

describeOnBoth('two records that a page shows to be one shop', ({ settings, open, kind }) => {
  let companion: TestCompanion;
  let person: Person;
  let database: Database;
  beforeEach(async () => {
    database = await open(await settings());
    companion = await makeCompanion(NOW, { rmsApiUrl: rms.url, database });
    person = await pairedPerson(companion);
    rms.seen.length = 0;
    rms.acts = actsOf(REPLY.expiry('2027-02-01'), { [ORDER]: REPLY.orders });
  });
  afterEach(() => companion.close());

  const read = async (shop: ShopIdentity): Promise<string> => {
    companion.time.now += HOUR;
    const at = companion.time.now;
    const reading = aReading({ at, shop, licenses: [OWN] });
    const body = { id: `r${at}`, shopId: null, sentAt: at, reading };
    return (await person.ask('takeReading', { body })).body.shopId;
  };
  const licenseOf = async (shop: string): Promise<string> =>
    (await person.ask('licenses', { query: { shop } })).body.licenses[0].id;
  const watch = async (shopId: string) => {
    const credentials = {
      licenseKey: 'SL123456_CanaryKey0aBcOWNK',
      serviceSecret: 'SP123456_CanarySecret1xYz',
    };
    const licenseId = await licenseOf(shopId);
    const body = { shopId, licenseId, credentials, requiredFunctions: [ORDER] };
    return (await person.ask('addWatch', { body })).body.id as string;
  };
  const watchesOf = async (shop: string) =>
    (await person.ask('watches', { query: { shop } })).body.watches;

  // Which of the two goes: the one that the page's digits do not name.
  test.each([
    ['goes', BY_SLUG, BY_DIGITS],
    ['stays', BY_DIGITS, BY_SLUG],
  ])('watch and calendar of the one that %s are there afterwards', async (_which, mine, other) => {
    const first = await read(mine);
    const second = await read(other);
    expect(first).not.toBe(second);
    const id = await watch(first);
    const { body: link } = await person.ask('addCalendarLink', { body: { shopId: first } });
    const shop = await read(BOTH);
    expect((await person.ask('shops')).body.shops).toHaveLength(1);

    const licenseId = await licenseOf(shop);
    expect(await watchesOf(shop)).toMatchObject([{ id, licenseId }]);
    // Its key still opens, and is tested for the key that stayed.
    expect(await runDueWatches(companion.deps)).toBe(1);
    const { keyTests } = (await person.ask('licenses', { query: { shop } })).body;
    expect(keyTests).toMatchObject([{ licenseId, verdict: 'valid' }]);
    expect(await watchesOf(shop)).toHaveLength(1);

    const { links } = (await person.ask('calendarLinks', { query: { shop } })).body;
    expect(links).toMatchObject([{ id: link.id }]);
    const token = link.path.split('=')[1];
    expect((await ask(companion, 'calendar', { query: { token } })).body).toContain('20270201');
  });

  test('a key that both watched is watched once; of the other nothing is left', async () => {
    const [first, second] = [await read(BY_SLUG), await read(BY_DIGITS)];
    const [gone, stays] = [await watch(first), await watch(second)];
    const sealed = (await companion.store.watch(gone))?.sealed ?? '';
    const shop = await read(BOTH);
    expect(await watchesOf(shop)).toMatchObject([{ id: stays }]);
    expect(sealed).not.toBe('');
    if (kind === 'sqlite') expect(companion.onDisk()).not.toContain(sealed);
  });

  test('what is open of either is looked at, once for each, and nothing of what is done', async () => {
    const hears = (shopId: string, ...deliveries: object[]) =>
      person.ask('hearSaid', {
        body: { shopId, reminders: [{ ...REMINDER, shopId }], deliveries },
      });
    const open = (id: string) =>
      aDelivery({ id, reminderIds: ['r'], state: 'claimed', claimedAt: NOW, sentAt: null });
    const due = async () =>
      (await database.db.selectFrom('outbox').select(['id', 'shop_id']).execute())
        .map(({ id, shop_id }) => [shop_id, id.split(' ').at(-1)])
        .sort();
    const [first, second] = [await read(BY_SLUG), await read(BY_DIGITS)];
    await hears(first, open('of-both'), open('one'));
    await hears(second, open('of-both'), open('two'));
    expect(await due()).toHaveLength(4);
    const shop = await read(BOTH);
    const left = ['of-both', 'one', 'two'].map((id) => [shop, id]);
    expect(await due()).toEqual(left);
    // Any name is a name, and there may be many at once.
    const said = Array.from({ length: 1_500 }, (_, n) =>
      aDelivery({ id: n === 0 ? '%' : `said${n}` }),
    );
    expect((await hears(shop, ...said)).status).toBe(200);
    expect(await due()).toEqual(left);
    const arrived = aDelivery({ id: 'one' });
    expect((await hears(shop, arrived)).status).toBe(200);
    expect(await due()).toEqual(left.filter(([, id]) => id !== 'one'));
  });
});
