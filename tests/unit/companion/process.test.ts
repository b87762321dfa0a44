import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  pairCompanion,
  testAtCompanion,
  unpairCompanion,
} from '../../../utils/keytest/companion-client.ts';
import type { FetchPort } from '../../../utils/keytest/types.ts';
import { makeSecret, reveal } from '../../../utils/model/secret.ts';
import { factsOf, REPLY } from '../keytest/cases.ts';
import { actsOf, startFakeRms, type FakeRms } from '../keytest/fake-rms.ts';
import { raw, spawnCompanion, type Spawned } from './spawned.ts';

const KEY = 'SL123456_CanaryKey0aBcDeF';
const credentials = {
  licenseKey: makeSecret(KEY),
  serviceSecret: makeSecret('SP123456_CanarySecret1xYz'),
};
const ORDER = 'rpay.order.searchOrder';
const fetchPort: FetchPort = (url, init) => fetch(url, init);
const JSON_TYPE = { 'content-type': 'application/json' };

let rms: FakeRms;
let data: string;
const spawned: Spawned[] = [];

beforeAll(async () => {
  rms = await startFakeRms();
});
afterAll(() => rms.close());
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
});
afterEach(async () => {
  for (const one of spawned.splice(0)) {
    one.child.kill('SIGKILL');
    await one.ended;
  }
  rmSync(data, { recursive: true });
});

function run(env: Record<string, string> = {}, args: string[] = []): Spawned {
  const settings = { KAGIBAN_PORT: '0', KAGIBAN_DATA: data, KAGIBAN_RMS_API_URL: rms.url };
  const one = spawnCompanion({ ...settings, ...env }, args);
  spawned.push(one);
  return one;
}
const addressOf = async (one: Spawned) => (await one.said(/(http:\/\/[\d.]+:\d+)\n/))[1] ?? '';
const codeOf = async (one: Spawned) => (await one.said(/pairing code: (\S+)/))[1] ?? '';

describe('as a process', { timeout: 60_000 }, () => {
  test('starts, pairs, tests, forgets nothing at a stop, unpairs; keys are nowhere', async () => {
    const first = run();
    const address = await addressOf(first);
    const code = await codeOf(first);
    const { token } = await pairCompanion(fetchPort, address, {
      code,
      person: '島田',
      device: '受注PC',
    });
    const again = pairCompanion(fetchPort, address, { code, person: '島田', device: 'PC' });
    await expect(again).rejects.toThrow('companionRefused');

    rms.acts = actsOf(REPLY.expiry('2099-12-31'), { [ORDER]: REPLY.orders });
    const answer = await testAtCompanion(
      fetchPort,
      { address, token },
      { ...factsOf(), credentials },
    );
    expect(answer.result).toMatchObject({ verdict: 'valid', expiresOn: '2099-12-31' });
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await expect(
      testAtCompanion(fetchPort, { address, token }, { ...factsOf(), credentials }),
    ).rejects.toThrow('companionUnreachable');

    const second = run();
    const moved = { address: await addressOf(second), token };
    await second.said(/Paired browsers: 1/);
    expect(second.stdout()).not.toContain('pairing code:');
    rms.acts = actsOf(REPLY.ga0001, { [ORDER]: REPLY.ga0001 });
    const refused = await testAtCompanion(fetchPort, moved, { ...factsOf(), credentials });
    expect(refused.result.verdict).toBe('refused');
    const onDisk = readdirSync(data).map((name) => readFileSync(path.join(data, name), 'latin1'));
    await unpairCompanion(fetchPort, moved);

    const outputs = [first, second].flatMap((one) => [one.stdout(), one.stderr()]);
    for (const text of [...outputs, ...onDisk]) {
      expect(text).not.toContain('Canary');
      expect(text).not.toContain(reveal(token));
    }
    expect(second.stderr()).toMatch(/"event":"keyTest","device":"[0-9a-f]{8}","verdict":"refused"/);
  });

  test('refuses the wrong Host, Origin, type, size and fields on the wire', async () => {
    const one = run();
    const url = `${await addressOf(one)}/v1/pairings`;
    const body = JSON.stringify({ code: 'AAAA-AAAA', person: '島田', device: 'PC' });
    const post = (headers: Record<string, string>, chunks = [body]) =>
      raw(url, { headers: { ...JSON_TYPE, ...headers }, chunks });
    expect(await post({})).toBe(403);
    expect(await post({ host: 'evil.example' })).toBe(421);
    expect(await post({ origin: 'https://evil.example' })).toBe(403);
    expect(await post({ 'content-type': 'text/plain' })).toBe(415);
    expect(await post({}, [`{"code":"${'A'.repeat(12_000)}`, 'B'.repeat(12_000), '"}'])).toBe(413);
    expect(await post({}, ['{"code":"AAAA-AAAA","device":"PC","admin":1}'])).toBe(400);
    expect(await raw(url.replace('/v1/pairings', '/healthz'), { method: 'GET' })).toBe(200);
  });

  test('`pair` opens another code while it runs', async () => {
    const one = run();
    const address = await addressOf(one);
    const before = await codeOf(one);
    const other = run({}, ['pair']);
    const code = await codeOf(other);
    expect(await other.ended).toBe(0);
    const ask = (with_: string) =>
      pairCompanion(fetchPort, address, { code: with_, person: '島田', device: 'PC' });
    await expect(ask(before)).rejects.toThrow('companionRefused');
    expect((await ask(code)).deviceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('lets a running test end before it stops', async () => {
    const one = run();
    const address = await addressOf(one);
    const ask = { code: await codeOf(one), person: '島田', device: 'PC' };
    const { token } = await pairCompanion(fetchPort, address, ask);
    rms.seen.length = 0;
    rms.acts = actsOf(REPLY.expiry('2099-12-31'), { [ORDER]: REPLY.orders });
    const running = testAtCompanion(fetchPort, { address, token }, { ...factsOf(), credentials });
    await expect.poll(() => rms.seen.length).toBe(1);
    one.child.kill('SIGINT');
    await one.logged(/"event":"stopping"/);
    expect((await running).result.verdict).toBe('valid');
    expect(await one.ended).toBe(0);
    expect(one.stderr()).toContain('"event":"stopped"');
  });

  test('a bad setting stops the start with one line', async () => {
    const running = run();
    const port = (await addressOf(running)).split(':').at(-1) ?? '';
    const file = path.join(data, 'companion.sqlite');
    for (const [env, line] of [
      [{ KAGIBAN_PORT: 'x' }, /^KAGIBAN_PORT: .+\n$/],
      [{ KAGIBAN_PORT: port }, /^KAGIBAN_PORT: \d+ is in use.+\n$/],
      [{ KAGIBAN_HOST: '0.0.0.0' }, /^KAGIBAN_HOST: .+\n$/],
      [{ KAGIBAN_DATA: file }, /^KAGIBAN_DATA: .+\n$/],
      [{ KAGIBAN_TLS_CERT: file, KAGIBAN_TLS_KEY: file }, /^KAGIBAN_TLS_CERT: .+\n$/],
    ] as const) {
      const one = run(env);
      expect([await one.ended, one.stdout()]).toEqual([1, '']);
      expect(one.stderr()).toMatch(line);
    }
  });

  test.skipIf(process.platform === 'win32')(
    'its files are readable by their owner only',
    async () => {
      const one = run();
      await addressOf(one);
      for (const name of readdirSync(data)) {
        expect(statSync(path.join(data, name)).mode & 0o077).toBe(0);
      }
    },
  );
});
