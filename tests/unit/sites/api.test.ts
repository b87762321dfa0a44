import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../utils/model/time.ts';
import { HOSTS } from '../../sites/hosts.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { makeClient, type Answer, type Client } from './client.ts';

const NOW = Date.parse('2026-11-22T10:00:00+09:00');
const GA0001 = { errors: [{ code: 'GA0001', message: 'Un-Authorised' }] };
const ES0101 = { Results: { errorCode: 'ES01-01', message: 'Un-Authorised' } };
let now = NOW;
let sites: Sites;
let client: Client;

beforeEach(async () => {
  now = NOW;
  sites = await startSites({ clock: () => now });
  sites.api.rateLimit(false);
  client = makeClient(sites.port);
});
afterEach(() => sites.close());

const ownPair = (): [string, string] => {
  const { app, license } = sites.rms.license('店舗様');
  return [app.serviceSecret, license.key];
};
const esa = (secret: string, key: string): string =>
  `ESA ${Buffer.from(`${secret}:${key}`).toString('base64')}`;
const call = (path: string, authorization: string, body?: unknown): Promise<Answer> =>
  client.ask(`https://${HOSTS.api}${path}`, {
    headers: { authorization },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
const expiry = (secret: string, key: string) =>
  call(`/es/1.0/license-management/license-key/expiry-date?licenseKey=${key}`, esa(secret, key));
const SEARCH = {
  dateType: 1,
  startDatetime: '2026-11-21T00:00:00+0900',
  endDatetime: '2026-11-21T00:01:00+0900',
};
const search = (secret: string, key: string, body: unknown = SEARCH) =>
  call('/es/2.0/order/searchOrder/', esa(secret, key), body);
const json = ({ body }: Answer): unknown => JSON.parse(body);

describe('a good key', () => {
  test('gets its expiry without a zone, and no CORS header', async () => {
    const answer = await expiry(...ownPair());
    expect([answer.status, json(answer)]).toEqual([200, { expiryDate: '2026-12-04T23:59:59' }]);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });

  test('searches orders: none found, and a body that cannot be used is a domain error', async () => {
    const found = await search(...ownPair());
    expect(found.status).toBe(200);
    expect(found.body).toContain('"messageCode":"ORDER_EXT_API_SEARCH_ORDER_INFO_102"');
    const bad = await search(...ownPair(), { dateType: 1 });
    expect([bad.status, bad.body.includes('ORDER_EXT_API_SEARCH_ORDER_ERROR')]).toEqual([
      400,
      true,
    ]);
  });

  test('says whose it is', async () => {
    const { body } = await call('/es/1.0/shop/shopMaster', esa(...ownPair()));
    expect(body).toContain('<shopName>くらしの道具 あかね堂</shopName><url>akanedo</url>');
  });

  test('of a vendor works with the vendor’s own secret', async () => {
    const { app, license } = sites.rms.license('NE');
    expect((await search(app.serviceSecret, license.key)).status).toBe(200);
    const item = await call(
      '/es/2.0/items/manage-numbers/none',
      esa(app.serviceSecret, license.key),
    );
    expect([item.status, item.body.includes('GE0014')]).toEqual([404, true]);
  });
});

describe('a refused key', () => {
  test.each([
    ['wrong', () => ['SP217640_wrongwrongwrong1', ownPair()[1]]],
    ['of another app', () => [ownPair()[0], sites.rms.license('NE').license.key]],
    ['with a character lost', () => [ownPair()[0], ownPair()[1].slice(0, -1)]],
  ] as const)('%s', async (_name, pair) => {
    const [secret, key] = pair() as [string, string];
    const [first, second] = [await expiry(secret, key), await search(secret, key)];
    expect([first.status, json(first)]).toEqual([401, GA0001]);
    expect([second.status, json(second)]).toEqual([401, ES0101]);
  });

  test('expired, stopped and awaiting look the same as wrong', async () => {
    const pair = ownPair();
    now = sites.rms.license('A9FR').license.expiresAt;
    expect(json(await expiry(...pair))).toEqual(GA0001);
    now = NOW;
    sites.rms.stop('A9FR');
    expect(json(await expiry(...pair))).toEqual(GA0001);
    sites.rms.resume('A9FR');
    expect((await expiry(...pair)).status).toBe(200);
    const { app, license } = sites.rms.addLicense({
      state: 'awaitingApproval',
      owner: 'shop',
      app: '別のアプリ',
    });
    expect(json(await expiry(app.serviceSecret, license.key))).toEqual(GA0001);
  });

  test('a function that is not selected, alone', async () => {
    const { functions } = sites.rms.app('店舗様');
    functions.splice(functions.indexOf('license.expiryDate.get'), 1);
    expect(json(await expiry(...ownPair()))).toEqual(GA0001);
    expect((await search(...ownPair())).status).toBe(200);
  });

  test('a new key, until the activation lag is over; the old one goes on', async () => {
    sites.api.activationLag(30);
    const old = ownPair();
    const { license } = sites.rms.issue('店舗様');
    now += 30 * MINUTE - 1;
    expect(json(await expiry(old[0], license.key))).toEqual(GA0001);
    expect((await expiry(...old)).status).toBe(200);
    now += 1;
    expect(json(await expiry(old[0], license.key))).toEqual({ expiryDate: '2027-02-20T23:59:59' });
  });

  test('in any of RMS’s three ways', async () => {
    sites.api.authErrors('ES04-01');
    const answer = await expiry('no', 'no');
    expect([answer.status, json(answer)]).toEqual([
      400,
      { Results: { errorCode: 'ES04-01', message: 'Bad Request' } },
    ]);
  });
});

describe('a request that is not one', () => {
  test.each([
    ['no header', '', 401],
    ['Basic', 'Basic QTpC', 400],
    ['not base64', 'ESA ***', 400],
    ['no colon', `ESA ${Buffer.from('ABC').toString('base64')}`, 400],
  ])('%s', async (_name, authorization, status) => {
    const headers: Record<string, string> = authorization === '' ? {} : { authorization };
    const answer = await client.ask(`https://${HOSTS.api}/es/2.0/items/search?hits=1`, { headers });
    expect(answer.status).toBe(status);
  });

  test('wrong method, missing query, unknown path', async () => {
    const auth = esa(...ownPair());
    expect((await call('/es/2.0/order/searchOrder/', auth)).status).toBe(405);
    const missing = await call('/es/1.0/license-management/license-key/expiry-date', auth);
    expect([missing.status, missing.body.includes('DR0005')]).toEqual([400, true]);
    expect((await call('/es/9.9/nothing', auth)).status).toBe(404);
  });
});

describe('the service itself', () => {
  test('takes one request a second for each key', async () => {
    sites.api.rateLimit(true);
    const { app, license } = sites.rms.license('NE');
    expect((await expiry(...ownPair())).status).toBe(200);
    expect((await search(app.serviceSecret, license.key)).status).toBe(200);
    expect((await expiry(...ownPair())).status).toBe(429);
  });

  test('in an outage says nothing of a key, and comes back', async () => {
    sites.api.outage(true);
    const answer = await expiry('no', 'no');
    expect([answer.status, answer.body]).toEqual([500, '503 Temporary Unavailable']);
    sites.api.outage(false);
    expect((await expiry('no', 'no')).status).toBe(401);
  });

  test('can answer HTML, garbage, nothing, or half a body', async () => {
    sites.api.trouble('html');
    expect((await expiry(...ownPair())).body).toContain('<!DOCTYPE html>');
    sites.api.trouble('empty');
    expect((await expiry(...ownPair())).body).toBe('');
    sites.api.trouble('garbage');
    const garbage = await expiry(...ownPair());
    expect(() => json(garbage)).toThrow(SyntaxError);
    sites.api.trouble('halfBody');
    await expect(expiry(...ownPair())).rejects.toThrow();
  });

  test('is also at the port itself, for programs that cannot map names', async () => {
    const answer = await client.ask(`${sites.apiUrl}/es/2.0/items/search`, {
      headers: { authorization: 'ESA ***' },
    });
    expect(answer.status).toBe(400);
  });

  test('every request is kept whole', async () => {
    await expiry(...ownPair());
    const last = sites.requests.at(-1);
    expect(last?.host).toBe(HOSTS.api);
    expect(last?.url).toContain(ownPair()[1]);
    expect(last?.headers['authorization']).toBe(esa(...ownPair()));
  });
});
