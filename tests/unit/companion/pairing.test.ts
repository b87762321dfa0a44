import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { normaliseCode } from '../../../companion/codes.ts';
import { MINUTE } from '../../../utils/model/time.ts';
import { factsOf, NOW } from '../keytest/cases.ts';
import { EXTENSION, makeCompanion, type TestCompanion } from './companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await makeCompanion(NOW);
});
afterEach(() => companion.close());

const pair = async (code: string, headers: Record<string, string> = {}) => {
  const response = await companion.call('/v1/pairings', {
    headers,
    body: { code, person: '島田', device: 'PC' },
  });
  const body = (await response.json()) as { code?: string; token?: string; deviceId?: string };
  return { status: response.status, ...body };
};
const unpair = async (token: string, headers: Record<string, string> = {}) => {
  const authorization = `Bearer ${token}`;
  const asked = { method: 'DELETE', headers: { authorization, ...headers } };
  const response = await companion.call('/v1/devices/self', asked);
  return response.status === 204 ? 204 : ((await response.json()) as { code: string }).code;
};
const wrong = (code: string) => (code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`);

describe('the code', () => {
  test('has 40 bits, is written XXXX-XXXX and never twice the same', async () => {
    const codes = new Set<string>();
    for (let i = 0; i < 50; i += 1) codes.add(await companion.newCode());
    expect(codes.size).toBe(50);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('works once', async () => {
    const code = await companion.newCode();
    expect(await pair(code)).toMatchObject({ status: 201, deviceId: 'id-1' });
    expect(await pair(code)).toMatchObject({ status: 403, code: 'codeGone' });
    expect(await companion.store.countDevices()).toBe(1);
  });

  test('works for ten minutes', async () => {
    const late = await companion.newCode();
    companion.time.now += 10 * MINUTE;
    expect(await pair(late)).toMatchObject({ status: 403, code: 'codeGone' });
    const inTime = await companion.newCode();
    companion.time.now += 10 * MINUTE - 1;
    expect(await pair(inTime)).toMatchObject({ status: 201 });
  });

  test('survives four wrong tries, not five', async () => {
    const first = await companion.newCode();
    for (let i = 0; i < 4; i += 1)
      expect(await pair(wrong(first))).toMatchObject({ code: 'codeWrong' });
    expect(await pair(first)).toMatchObject({ status: 201 });
    const second = await companion.newCode();
    for (let i = 0; i < 5; i += 1) await pair(wrong(second));
    expect(await pair(second)).toMatchObject({ status: 403, code: 'codeGone' });
  });

  test('voids the one before', async () => {
    const before = await companion.newCode();
    const code = await companion.newCode();
    expect(await pair(before)).toMatchObject({ code: 'codeWrong' });
    expect(await pair(code)).toMatchObject({ status: 201 });
  });

  test('may be typed as people type', async () => {
    expect(normaliseCode(' o1il-2345 ')).toBe('01112345');
    expect(normaliseCode('ＡＢＣＤ−１２３４')).toBe('ABCD1234');
    expect(normaliseCode('ａｂｃｄー1234')).toBe('ABCD1234');
    const code = await companion.newCode();
    expect(await pair(` ${code.toLowerCase().replace('-', '  ')} `)).toMatchObject({ status: 201 });
  });

  test('fifty at once: one gets in', async () => {
    const code = await companion.newCode();
    const all = await Promise.all(Array.from({ length: 50 }, () => pair(code)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('the token', () => {
  const paired = async (headers: Record<string, string> = {}) => {
    const { token = '' } = await pair(await companion.newCode(), headers);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    return token;
  };

  test('ends with the pairing', async () => {
    const token = await paired();
    expect(await unpair(token)).toBe(204);
    expect(await unpair(token)).toBe('tokenUnknown');
  });

  test('of one device ends with that device only', async () => {
    const [one, two] = [await paired(), await paired()];
    expect(await unpair(one)).toBe(204);
    expect(await unpair(two)).toBe(204);
  });

  test('works from no other origin than at pairing', async () => {
    const token = await paired();
    expect(await unpair(token, { origin: 'moz-extension://0-1-2' })).toBe('tokenUnknown');
    expect(await unpair(token, { origin: `${EXTENSION}a` })).toBe('tokenUnknown');
    expect(await unpair(token, { origin: 'https://evil.example' })).toBe('originRefused');
    expect(await unpair(token)).toBe(204);
  });

  test('reads without an Origin, as browsers let extensions do, and changes nothing without', async () => {
    const token = await paired();
    const authorization = `Bearer ${token}`;
    const without = (method: string, route: string) =>
      companion.app.request(`http://127.0.0.1:8787${route}`, {
        method,
        headers: { host: '127.0.0.1:8787', authorization },
      });
    expect((await without('GET', '/v1/shops')).status).toBe(200);
    expect((await without('DELETE', '/v1/devices/self')).status).toBe(401);
    expect(await unpair(token)).toBe(204);
  });

  test.each([
    ['Bearer', 'tokenUnknown'],
    ['Bearer x', 'tokenUnknown'],
    [`Bearer ${'a'.repeat(43)}`, 'tokenUnknown'],
    [`Bearer ${'a'.repeat(43)} `, 'tokenUnknown'],
    ['Basic dXNlcjpwYXNz', 'tokenUnknown'],
    [`bearer ${'a'.repeat(5_000)}`, 'tokenUnknown'],
  ])('%s → %s', async (authorization, code) => {
    for (const [method, route] of [
      ['DELETE', '/v1/devices/self'],
      ['POST', '/v1/key-tests'],
    ] as const) {
      const body = { ...factsOf(), credentials: { licenseKey: 'x', serviceSecret: null } };
      const call = { method, headers: { authorization }, ...(method === 'POST' ? { body } : {}) };
      const response = await companion.call(route, call);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toMatchObject({ code });
    }
  });

  test('is needed', async () => {
    const response = await companion.call('/v1/key-tests', { body: {} });
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'tokenMissing' }]);
  });

  test('and the code lie in the database as hashes only', async () => {
    const token = await paired();
    const code = await companion.newCode();
    const disk = companion.onDisk();
    expect(disk).toContain('id-1');
    for (const secret of [token, code, normaliseCode(code)]) expect(disk).not.toContain(secret);
    expect(companion.lines.join('')).not.toContain(token);
  });
});
