import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeOutgoing, type Lookup } from '../../../companion/outgoing/fetch.ts';
import { rmsFetch } from '../../../companion/outgoing/rms.ts';
import type { TestResult } from '../../../utils/model/key-test.ts';
import { RMS_API_URL } from '../../../utils/keytest/run.ts';
import { certificatePath } from '../../sites/lib/certificate.ts';
import { CASES, factsOf, NOW, REPLY, type KeyTestCase } from '../keytest/cases.ts';
import { actsOf, startFakeRms, type FakeRms } from '../keytest/fake-rms.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { pairedPerson } from './support/person.ts';

// Keys leave for RMS by the guarded way: against a real TLS server of RMS's name, byte by byte what RMS may say.

const ORDER = 'rpay.order.searchOrder';
const KEY = 'SL123456_CanaryKey0aBcDeF';
const credentials = { licenseKey: KEY, serviceSecret: 'SP123456_CanarySecret1xYz' };
const ca = readFileSync(certificatePath, 'utf8');

let rms: FakeRms;
let front: Server;
let companion: TestCompanion;

beforeAll(async () => {
  rms = await startFakeRms();
  const key = readFileSync(certificatePath.replace('.cert.', '.key.'), 'utf8');
  front = createServer({ key, cert: ca }, (outer) => {
    const inner = connect(Number(new URL(rms.url).port), '127.0.0.1');
    for (const [from, to] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));
});
afterAll(async () => {
  await rms.close();
  await new Promise((done) => front.close(done));
});
beforeEach(() => {
  rms.seen.length = 0;
});
afterEach(() => companion.close());

async function asked(
  one: Pick<KeyTestCase, 'expiry' | 'functions' | 'facts'>,
  outgoing: typeof fetch,
): Promise<TestResult> {
  const guarded = rmsFetch(RMS_API_URL, outgoing);
  companion = await makeCompanion(NOW, { rmsApiUrl: RMS_API_URL, rmsFetch: guarded });
  const person = await pairedPerson(companion);
  rms.acts = actsOf(one.expiry, one.functions);
  const said = await person.ask('keyTest', { body: { ...factsOf(one.facts), credentials } });
  return said.body.result as TestResult;
}

const atFront = (): typeof fetch => {
  const { port } = front.address() as AddressInfo;
  return makeOutgoing({ ca, at: { address: '127.0.0.1', port } });
};

describe('the same verdict as by the way of the worker', () => {
  test.each(CASES)('$name → $verdict', async (one) => {
    expect(await asked(one, atFront())).toMatchObject({
      verdict: one.verdict,
      causes: one.causes ?? [],
      missingFunctions: one.missing ?? [],
      expiresOn: one.expiresOn ?? null,
    });
  });
});

describe('no key leaves', () => {
  const good = { expiry: REPLY.expiry('2099-12-31'), functions: { [ORDER]: REPLY.orders } };

  test.each([
    ['this machine', ['127.0.0.1']],
    ['a private network', ['10.0.0.7']],
    ['both outside and inside', ['133.237.16.234', '192.168.1.1']],
  ])('for a name that points to %s', async (_where, addresses) => {
    const lookup: Lookup = async () => addresses.map((address) => ({ address, family: 4 }));
    const result = await asked({ ...good, facts: {} }, makeOutgoing({ lookup, ca }));
    expect(result.verdict).toBe('serviceDown');
    expect(rms.seen).toEqual([]);
    expect(companion.lines.join('')).not.toContain('Canary');
  });

  test('for where a redirect points to', async () => {
    const location = 'https://127.0.0.1/stolen';
    const redirect = { status: 302, body: '', location };
    const one = { expiry: redirect, functions: { [ORDER]: redirect }, facts: {} };
    expect((await asked(one, atFront())).verdict).toBe('serviceDown');
    expect(rms.seen.some(({ url }) => url.includes('stolen'))).toBe(false);
  });

  test('for a server whose certificate is not right', async () => {
    const { port } = front.address() as AddressInfo;
    const untrusting = makeOutgoing({ at: { address: '127.0.0.1', port } });
    expect((await asked({ ...good, facts: {} }, untrusting)).verdict).toBe('serviceDown');
    expect(rms.seen).toEqual([]);
  });
});

test('where the setting names this machine, it is called as it stands', async () => {
  companion = await makeCompanion(NOW);
  const refusing = () => Promise.reject(new Error('not this way'));
  const ask = rmsFetch(rms.url, refusing as unknown as typeof fetch);
  rms.acts = {};
  expect((await ask(`${rms.url}/x`, {})).status).toBe(404);
});
