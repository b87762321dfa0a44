import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { companionOrigin } from '../../../utils/keytest/companion-address.ts';
import { pairCompanion, testAtCompanion } from '../../../utils/keytest/companion-client.ts';
import type { FetchPort } from '../../../utils/keytest/types.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { factsOf } from './cases.ts';

const KEY = 'SL123456_CanaryKey0aBcDeF';
const fetchPort: FetchPort = (url, init) => fetch(url, init);
const token = makeSecret('t'.repeat(43));
const request = {
  ...factsOf({ requiredFunctions: ['rpay.order.getOrder'] }),
  credentials: { licenseKey: makeSecret(KEY), serviceSecret: null },
};

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function serving(listener: RequestListener): Promise<string> {
  const one = createServer(listener);
  server = one;
  await new Promise<void>((ready) => one.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}
const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  serving((_request, response) => response.writeHead(status, headers).end(body));
const failing = async (address: string) => {
  const error: unknown = await testAtCompanion(fetchPort, { address, token }, request).catch(
    (thrown: unknown) => thrown,
  );
  expect(String((error as Error).stack)).not.toContain('Canary');
  return (error as Error).message;
};

describe('what is no answer of a companion', () => {
  test.each<[string, number, string]>([
    ['a page', 200, '<html>router</html>'],
    ['nothing', 200, ''],
    ['other JSON', 200, '{"ok":true}'],
    ['a verdict nobody knows', 200, '{"at":1,"result":{"verdict":"great"}}'],
    ['an unknown address', 404, 'Not Found'],
    ['a proxy', 407, '<html>'],
    ['an error inside', 500, '{"status":500,"code":"unexpected"}'],
  ])('%s → companionUnreachable', async (_name, status, body) => {
    expect(await failing(await answering(status, body))).toBe('companionUnreachable');
  });

  test('nobody listens', async () => {
    const address = await answering(200, '{}');
    server?.close();
    expect(await failing(address)).toBe('companionUnreachable');
  });

  test('a redirect: the key does not follow it', async () => {
    const asked: string[] = [];
    const address = await serving((incoming, response) => {
      asked.push(incoming.url ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await failing(address)).toBe('companionUnreachable');
    expect(asked).toEqual(['/v1/key-tests']);
  });
});

test('a refusal in its own words → companionRefused', async () => {
  const body = JSON.stringify({
    type: 'about:blank',
    title: 'x',
    status: 401,
    code: 'tokenUnknown',
  });
  expect(await failing(await answering(401, body))).toBe('companionRefused');
});

test('what is sent is the contract and nothing else', async () => {
  let sent: unknown;
  const address = await serving(async (incoming, response) => {
    let text = '';
    for await (const part of incoming) text += String(part);
    sent = { headers: incoming.headers, body: JSON.parse(text) as unknown };
    response.writeHead(400).end();
  });
  const odd = { ...request, extra: 'x' };
  await testAtCompanion(fetchPort, { address, token }, odd).catch(() => undefined);
  expect(sent).toMatchObject({
    headers: { authorization: `Bearer ${'t'.repeat(43)}`, 'content-type': 'application/json' },
  });
  expect((sent as { body: unknown }).body).toEqual({
    owner: 'shop',
    app: null,
    shopDigits: null,
    credentials: { licenseKey: KEY, serviceSecret: null },
    expiresOn: null,
    state: null,
    issuedAt: null,
    firstTestAt: null,
    requiredFunctions: ['rpay.order.getOrder'],
  });
});

describe('the address of a companion', () => {
  test.each([
    ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
    [' localhost:8787 ', 'http://localhost:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['companion.example.jp', 'https://companion.example.jp'],
    ['companion.example.jp:8443', 'https://companion.example.jp:8443'],
    ['https://companion.example.jp/', 'https://companion.example.jp'],
    ['１２７．０．０．１：８７８７', 'http://127.0.0.1:8787'],
  ])('%s → %s', (typed, origin) => {
    expect(companionOrigin(typed)).toBe(origin);
  });

  test.each([
    '',
    'http://companion.example.jp',
    'http://192.168.1.5:8787',
    'http://127.0.0.1.evil.example',
    'https://user:pass@companion.example.jp',
    'https://companion.example.jp/path',
    'https://companion.example.jp/?x=1',
    'ftp://localhost',
    'javascript:alert(1)',
    'chrome-extension://abc',
  ])('%s → refused', async (typed) => {
    expect(() => companionOrigin(typed)).toThrow('companionAddress');
    const pairing = pairCompanion(fetchPort, typed, { code: 'x', person: 'z', device: 'y' });
    await expect(pairing).rejects.toThrow('companionAddress');
  });
});
