import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../../companion/codes.ts';
import type { Operation } from '../../../companion/contract/operation.ts';
import { OPERATIONS, type OperationId } from '../../../companion/contract/operations.ts';
import { NOW } from '../keytest/cases.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { planDueShops } from '../../../companion/speak/plan-shops.ts';
import { EXAMPLES, type Known } from './support/examples.ts';
import { ask, pairedPerson, type Asked, type Person } from './support/person.ts';

// Every route × every kind of wrong caller. A new operation stands in the table by itself.

const NAMES = Object.keys(OPERATIONS) as OperationId[];
const OF_DEVICES = NAMES.filter((name) => OPERATIONS[name].who === 'device');
const OF_SHOPS: OperationId[] = NAMES.filter((name) =>
  (OPERATIONS[name] as Operation).problems.includes('shopUnknown'),
);

let companion: TestCompanion;
let owner: Person;
let known: Known;
const bad: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  companion = await makeCompanion(NOW);
  owner = await pairedPerson(companion);
  const colleague = await pairedPerson(companion, { person: '佐藤' });
  const expiresOn = addDays(jstDateOf(NOW), 2);
  const own = aRow({ developer: '店舗様', app: '自社', owner: 'shop', last4: 'OWNK', expiresOn });
  const reading = aReading({ at: NOW - 5, licenses: [aRow(), own] });
  const body = { id: 'r0', shopId: null, sentAt: NOW, reading };
  const { shopId } = (await owner.ask('takeReading', { body })).body;
  const { apps, licenses } = (await owner.ask('licenses', { query: { shop: shopId } })).body;
  const { devices } = (await owner.ask('devices')).body;
  const { member } = devices.find(({ id }: { id: string }) => id === colleague.id);
  known = {
    shopId,
    appId: apps[0].id,
    licenseId: licenses[0].id,
    ownLicenseId: licenses[1].id,
    watchId: 'none-yet',
    linkId: 'none-yet',
    calendarToken: 'A'.repeat(43),
    deviceId: colleague.id,
    memberId: member.id,
    channelId: 'channel-1',
    reminderId: 'none-yet',
  };
  await planDueShops(companion.deps);
  const { reminders } = (await owner.ask('reminders', { query: { shop: shopId } })).body;
  known.reminderId = reminders[0].id;
  await owner.ask('putChannel', EXAMPLES.putChannel(known));
  const watch = await owner.ask('addWatch', EXAMPLES.addWatch(known));
  known.watchId = watch.body.id;
  const link = await owner.ask('addCalendarLink', EXAMPLES.addCalendarLink(known));
  known.linkId = link.body.id;
  known.calendarToken = link.body.path.split('=')[1];
  const revoked = await pairedPerson(companion, { person: '退職した人' });
  await companion.store.revokeDevice(revoked.id, NOW);
  const gone = await pairedPerson(companion, { person: '外した人' });
  await gone.ask('unpair');
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  Object.assign(bad, {
    nobody: {},
    'a scheme of its own': { authorization: `Basic ${owner.token}` },
    'a token that was made up': bearer('A'.repeat(43)),
    'the hash of a token': bearer(hashOf(owner.token).slice(0, 43)),
    'a token cut short': bearer(owner.token.slice(0, 42)),
    'a token with another beside it': {
      authorization: `Bearer ${owner.token}, Bearer ${owner.token}`,
    },
    'a token from another browser': { ...bearer(owner.token), origin: 'moz-extension://other' },
    'an unpaired browser': bearer(gone.token),
    'a revoked browser': bearer(revoked.token),
    'a web page with a token': { ...bearer(owner.token), origin: 'https://www.rakuten.co.jp' },
    'a page that was pointed here': { ...bearer(owner.token), host: 'evil.example:8787' },
  });
});
afterAll(() => companion.close());

const EXPECTED: Record<string, string> = {
  nobody: 'tokenMissing',
  'a revoked browser': 'deviceRevoked',
  'a web page with a token': 'originRefused',
  'a page that was pointed here': 'hostRefused',
};
const CALLERS = [
  'nobody',
  'a scheme of its own',
  'a token that was made up',
  'the hash of a token',
  'a token cut short',
  'a token with another beside it',
  'a token from another browser',
  'an unpaired browser',
  'a revoked browser',
  'a web page with a token',
  'a page that was pointed here',
];

/** Everything that a request could have changed. */
const everything = async () =>
  JSON.stringify([
    await companion.store.shops({ every: true }),
    await companion.store.devices(),
    await companion.store.watches(known.shopId),
    await companion.store.calendarLinks(known.shopId),
    await companion.store.sealedSecret(known.shopId, 'channel:zendesk:akanedo'),
    await companion.store.history(known.shopId, { limit: 500, before: null }),
  ]);

test('the callers of the table are those that were made', () => {
  expect(Object.keys(bad)).toEqual(CALLERS);
});

describe.each(OF_DEVICES)('%s', (name) => {
  test.each(CALLERS)('%s is refused, and nothing changes', async (caller) => {
    const before = await everything();
    const said = await ask(companion, name, {
      ...EXAMPLES[name](known),
      headers: bad[caller] ?? {},
    });
    expect(said.code).toBe(EXPECTED[caller] ?? 'tokenUnknown');
    expect(await everything()).toBe(before);
  });
});

describe('a token for another shop', () => {
  test.each(OF_SHOPS)('%s: this shop does not exist', async (name) => {
    const stranger = await pairedPerson(companion, { person: name, shops: ['999999'] });
    const before = await everything();
    expect((await stranger.ask(name, EXAMPLES[name](known))).code).toBe('shopUnknown');
    expect(await everything()).toBe(before);
  });

  test.each(['revokeDevice', 'memberLeaves', 'removeWatch', 'removeCalendarLink'] as const)(
    '%s: nothing to end',
    async (name) => {
      const stranger = await pairedPerson(companion, { person: name, shops: ['888888'] });
      const before = await everything();
      expect((await stranger.ask(name, EXAMPLES[name](known))).status).toBe(404);
      expect(await everything()).toBe(before);
    },
  );
});

describe('for anybody', () => {
  const open = NAMES.filter((name) => OPERATIONS[name].who !== 'device');
  test('there are these routes and no others', () => {
    expect(open).toEqual(['health', 'ready', 'metrics', 'openapi', 'pair', 'calendar']);
  });

  test.each(open)('%s still refuses web pages and foreign names', async (name) => {
    const asked: Asked = EXAMPLES[name](known);
    const from = (headers: Record<string, string>) => ask(companion, name, { ...asked, headers });
    expect((await from({ origin: 'https://evil.example' })).code).toBe('originRefused');
    expect((await from({ origin: 'null' })).code).toBe('originRefused');
    expect((await from({ host: 'evil.example' })).code).toBe('hostRefused');
  });
});

test('a rightful caller gets an answer to every example', async () => {
  const last: OperationId[] = [
    'removeChannel',
    'removeWatch',
    'removeCalendarLink',
    'revokeDevice',
    'memberLeaves',
    'unpair',
  ];
  for (const name of [...OF_DEVICES.filter((one) => !last.includes(one)), ...last]) {
    const colleague = await pairedPerson(companion, { person: `同僚 ${name}` });
    const { devices } = (await owner.ask('devices')).body;
    const { member } = devices.find(({ id }: { id: string }) => id === colleague.id);
    const fresh = { ...known, deviceId: colleague.id, memberId: member.id };
    const said = await owner.ask(name, EXAMPLES[name](fresh));
    expect([name, said.code]).toEqual([name, null]);
    if (name === 'addWatch') known.watchId = said.body.id;
  }
});
