import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite, SQLITE_FILE } from '../../../companion/database/open-sqlite.ts';
import { makeStore } from '../../../companion/store/store.ts';
import { KEY_FILE, readKeyRing } from '../../../companion/seal/master-key.ts';
import { placeOf } from '../../../companion/seal/place.ts';
import { openPair } from '../../../companion/seal/seal.ts';
import { pairCompanion } from '../../../utils/keytest/companion-client.ts';
import { last4Of, reveal } from '../../../utils/model/secret.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { spawnCompanion, type Spawned } from './spawned.ts';

// Two real processes on one SQLite file, as when somebody starts a second companion by mistake: they share it.

const LONG = process.env['KAGIBAN_LONG'] === '1';
const WRITES = LONG ? 400 : 40;

let data: string;
const running: Spawned[] = [];
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
});
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.child.kill('SIGKILL');
    await one.ended;
  }
  rmSync(data, { recursive: true });
});

/** At the same moment, on a folder where there is nothing yet. */
async function startTwo() {
  const env = {
    KAGIBAN_PORT: '0',
    KAGIBAN_DATA: data,
    KAGIBAN_RMS_API_URL: 'http://127.0.0.1:9',
  };
  const all = [0, 1].map(() => spawnCompanion(env));
  running.push(...all);
  const addresses = await Promise.all(
    all.map(async (one) => (await one.said(/(http:\/\/[\d.]+:\d+)\n/))[1] ?? ''),
  );
  const pair = spawnCompanion({ KAGIBAN_DATA: data }, ['pair']);
  const code = (await pair.said(/pairing code: (\S+)/))[1] ?? '';
  const fetchPort = (url: string, init: RequestInit) => fetch(url, init);
  const ask = { code, person: '島田', device: 'PC' };
  const { token } = await pairCompanion(fetchPort, addresses[1] ?? '', ask);
  const headers = {
    authorization: `Bearer ${reveal(token)}`,
    'content-type': 'application/json',
  };
  return {
    all,
    send: (n: number, method: string, route: string, body?: unknown) =>
      fetch(`${addresses[n % 2]}${route}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

const readingOf = (last4: string) => {
  const at = Date.now();
  const row = aRow({ developer: '店舗様', app: `自社${last4}`, owner: 'shop', last4 });
  const reading = aReading({ at, licenses: [row], licenseCoverage: 'partial' });
  return { id: `r-${last4}`, shopId: null, sentAt: at, reading };
};

test(
  'both serve; no write of either is lost; what one sealed the other opens',
  { timeout: 120_000 },
  async () => {
    const { all, send } = await startTwo();
    const names = Array.from({ length: WRITES }, (_, n) => `K${String(n).padStart(3, '0')}`);
    const said = await Promise.all(
      names.map((last4, n) => send(n, 'POST', '/v1/readings', readingOf(last4))),
    );
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([200]));
    const [{ shopId }] = (await Promise.all(said.map((one) => one.json()))) as [{ shopId: string }];
    for (const n of [0, 1]) {
      const { licenses } = (await (await send(n, 'GET', `/v1/licenses?shop=${shopId}`)).json()) as {
        licenses: { id: string; last4: string }[];
      };
      expect(licenses.map(({ last4 }) => last4).sort()).toEqual(names);
      const license = licenses.find(({ last4 }) => last4 === names[n]);
      const watched = await send(n, 'POST', '/v1/watches', {
        shopId,
        licenseId: license?.id,
        credentials: { licenseKey: `SL123456_CanaryKey0a${license?.last4}`, serviceSecret: 'SP0' },
        requiredFunctions: [],
      });
      expect(watched.status).toBe(201);
    }
    for (const one of all) one.child.kill('SIGTERM');
    expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(readdirSync(data).filter((name) => name.startsWith(KEY_FILE))).toEqual([KEY_FILE]);

    const store = makeStore(await openSqlite(data), () => 'none');
    const ring = readKeyRing(null, data);
    const opened = (await store.watches(shopId)).map((one) =>
      openPair(ring, placeOf(one), one.sealed),
    );
    expect(opened.map((one) => one && last4Of(one.licenseKey)).sort()).toEqual(names.slice(0, 2));
    await store.close();
  },
);

test.runIf(LONG)(
  'while something holds the file, it says so, and goes on afterwards',
  async () => {
    const { send } = await startTwo();
    const holder = new DatabaseSync(path.join(data, SQLITE_FILE));
    holder.exec('BEGIN IMMEDIATE');
    const asked = [0, 1].map((n) => send(n, 'POST', '/v1/readings', readingOf(`H00${n}`)));
    // Everything that only reads is answered meanwhile.
    expect((await send(0, 'GET', '/healthz')).status).toBe(200);
    expect((await send(1, 'GET', '/v1/shops')).status).toBe(200);
    for (const answer of await Promise.all(asked)) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ code: 'storeDown' });
    }
    holder.exec('ROLLBACK');
    holder.close();
    for (const n of [0, 1]) {
      expect((await send(n, 'POST', '/v1/readings', readingOf(`H00${n}`))).status).toBe(200);
    }
  },
  60_000,
);
