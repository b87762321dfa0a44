import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOW } from '../keytest/cases.ts';
import { makeCompanion, type Call, type TestCompanion } from './companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await makeCompanion(NOW);
});
afterEach(() => companion.close());

const pairing = { code: '0000-0000', person: '島田', device: '受注PC' };
const refusal = async (route: string, call: Call) => {
  const response = await companion.call(route, call);
  const body = (await response.json()) as { status: number; code: string; next: object };
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(body.status).toBe(response.status);
  expect(Object.keys(body.next)).toEqual(['ja', 'en']);
  return [response.status, body.code];
};

describe('who may talk to it', () => {
  test.each([
    'evil.example',
    'evil.example:8787',
    '127.0.0.1.evil.example:8787',
    'localhost.evil.example',
    '10.0.0.5:8787',
    '',
  ])('Host %s → refused: a page whose name was pointed here', async (host) => {
    const call = { method: 'GET', headers: { host } };
    expect(await refusal('/healthz', call)).toEqual([421, 'hostRefused']);
    expect(await refusal('/v1/pairings', { headers: { host }, body: pairing })).toEqual([
      421,
      'hostRefused',
    ]);
  });

  test.each(['127.0.0.1:8787', 'localhost:8787', 'LOCALHOST', '127.0.0.1'])(
    'Host %s → let in',
    async (host) => {
      expect((await companion.call('/healthz', { method: 'GET', headers: { host } })).status).toBe(
        200,
      );
    },
  );

  test.each([
    'https://www.rakuten.co.jp',
    'http://127.0.0.1:8787',
    'http://localhost',
    'null',
    '',
    'file://',
    'https://chrome-extension.example',
    'chrome-extension://a.b/',
    'safari-web-extension://abc',
  ])('Origin %s → refused', async (origin) => {
    for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE']) {
      const call = { method, headers: { origin }, ...(method === 'POST' ? { body: pairing } : {}) };
      expect(await refusal('/v1/pairings', call)).toEqual([403, 'originRefused']);
    }
  });

  test('no answer allows another origin to read it, a preflight least of all', async () => {
    const answers = [
      await companion.call('/healthz', { method: 'GET' }),
      await companion.call('/v1/pairings', {
        method: 'OPTIONS',
        headers: { 'access-control-request-method': 'POST' },
      }),
      await companion.call('/v1/pairings', { body: pairing }),
    ];
    for (const { headers } of answers) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('what it takes', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=shift_jis',
    'text/plain; application/json',
    'application/jsonp',
    '',
  ])('Content-Type %s → refused', async (type) => {
    const call = { headers: { 'content-type': type }, body: pairing };
    expect(await refusal('/v1/pairings', call)).toEqual([415, 'notJson']);
  });

  test('a body over 16 KB is refused', async () => {
    const body = { ...pairing, device: 'x'.repeat(17_000) };
    expect(await refusal('/v1/pairings', { body })).toEqual([413, 'tooLarge']);
  });

  test.each([
    ['', 'nothing'],
    ['{', 'half'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['"x"', 'text'],
    ['{"code":"0000-0000"}', 'a field too few'],
    ['{"code":"0000-0000","person":"b","device":"a","admin":true}', 'a field too many'],
    ['{"code":"0000-0000","person":"b","device":"a","__proto__":{"x":1}}', '__proto__'],
    ['{"code":12345678,"person":"b","device":"a"}', 'a number'],
    ['{"code":"0000-0000","person":"b","device":"  "}', 'a blank name'],
    ['{"code":["0"],"person":"b","device":"a"}', 'a list for text'],
    [`${'['.repeat(8_000)}`, 'depth'],
  ])('%s (%s) → refused', async (body) => {
    expect(await refusal('/v1/pairings', { body })).toEqual([400, 'badBody']);
  });

  test('an unknown address', async () => {
    expect(await refusal('/v1/nothing', { method: 'GET' })).toEqual([404, 'notFound']);
    expect(await refusal('/v1/pairings', { method: 'GET' })).toEqual([404, 'notFound']);
  });
});

test('a request is logged by its route, never by what was sent', async () => {
  await companion.call('/v1/pairings?token=CanaryInQuery1234', {
    headers: { 'x-odd': 'CanaryInHeader12345', 'user-agent': 'CanaryAgent12345678' },
    body: {
      code: 'CanaryCode1234567',
      person: 'CanaryPerson1234567',
      device: 'CanaryDevice12345678',
    },
  });
  await companion.call('/CanaryInPath12345678', { method: 'GET' });
  expect(companion.lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', event: 'request', route: '/v1/pairings', status: 400, problem: 'badQuery' },
    { level: 'warn', event: 'request', route: '/*', status: 404, problem: 'notFound' },
  ]);
  expect(companion.lines.join('')).not.toMatch(/Canary/);
  for (const line of companion.lines) expect(line).toMatch(/^[^\n]+\n$/);
});
