import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { pairCompanion } from '../../../utils/keytest/companion-client.ts';
import { reveal } from '../../../utils/model/secret.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { spawnCompanion, type Spawned } from './spawned.ts';
import { describeOnBoth } from './support/databases.ts';

// A process that is killed at any moment under load: what it had acknowledged is there. On PostgreSQL three
// processes work on one database, and one of them is killed.

const LONG = process.env['KAGIBAN_LONG'] === '1';
const KILLS = LONG ? 100 : 2;
const WRITERS = 6;

describeOnBoth('killed under load', ({ settings, kind }) => {
  const running: Spawned[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.child.kill('SIGKILL');
      await one.ended;
    }
  });

  const startOne = async (where: Awaited<ReturnType<typeof settings>>) => {
    const one = spawnCompanion({
      KAGIBAN_PORT: '0',
      KAGIBAN_DATA: where.data,
      ...(where.databaseUrl === null ? {} : { DATABASE_URL: where.databaseUrl }),
    });
    running.push(one);
    const address = (await one.said(/(http:\/\/[\d.]+:\d+)\n/))[1] ?? '';
    return { one, address };
  };

  test('no acknowledged reading is lost', { timeout: LONG ? 1_800_000 : 120_000 }, async () => {
    const where = await settings();
    const workers = [await startOne(where)];
    const code = (await workers[0]?.one.said(/pairing code: (\S+)/))?.[1] ?? '';
    const { token } = await pairCompanion(
      (url, init) => fetch(url, init),
      workers[0]?.address ?? '',
      {
        code,
        person: '島田',
        device: 'PC',
      },
    );
    const count = kind === 'postgres' ? 3 : 1;
    while (workers.length < count) workers.push(await startOne(where));
    const headers = {
      authorization: `Bearer ${reveal(token)}`,
      'content-type': 'application/json',
    };

    const acknowledged = new Set<string>();
    let sent = 0;
    const sendOne = async (): Promise<void> => {
      const last4 = (sent += 1).toString(36).padStart(4, '0');
      const licenses = [aRow({ app: `アプリ${last4}`, last4 })];
      const at = Date.now();
      // A shop for each kill: none grows past what a shop has.
      const n = sent % KILLS;
      const shop = { digits: String(200_000 + n), slug: null, name: `店舗${n}` };
      const reading = aReading({ at, shop, licenses, licenseCoverage: 'partial' });
      const body = JSON.stringify({ id: `r${sent}`, shopId: null, sentAt: at, reading });
      const { address } = workers[sent % workers.length] as { address: string };
      const answer = await fetch(`${address}/v1/readings`, { method: 'POST', headers, body });
      if (answer.status === 200) acknowledged.add(last4);
    };
    const load = async (until: () => boolean): Promise<void> => {
      // A connection that breaks is no acknowledgement.
      while (!until()) await sendOne().catch(() => undefined);
    };

    const moments = fc.sample(fc.integer({ min: 20, max: 400 }), {
      numRuns: KILLS,
      seed: 20_261_126,
    });
    for (const [round, moment] of moments.entries()) {
      const before = acknowledged.size;
      let over = false;
      const writers = Array.from({ length: WRITERS }, () => load(() => over));
      // Under load first; then the moment is counted in acknowledgements, which come at any pace.
      const enough = before + 1 + (moment % 40);
      await expect
        .poll(() => acknowledged.size, { timeout: 60_000, interval: 1 })
        .toBeGreaterThan(enough);
      const victim = round % workers.length;
      workers[victim]?.one.child.kill('SIGKILL');
      await workers[victim]?.one.ended;
      over = true;
      await Promise.all(writers);
      workers[victim] = await startOne(where);
    }

    const { address } = workers[0] as { address: string };
    const { shops } = (await (await fetch(`${address}/v1/shops`, { headers })).json()) as {
      shops: { id: string; digits: string }[];
    };
    expect(new Set(shops.map(({ digits }) => digits)).size).toBe(shops.length);
    const there: string[] = [];
    for (const { id } of shops) {
      const seen = await fetch(`${address}/v1/licenses?shop=${id}`, { headers });
      const { licenses } = (await seen.json()) as { licenses: { last4: string }[] };
      there.push(...licenses.map(({ last4 }) => last4));
    }
    expect([...acknowledged].filter((last4) => !there.includes(last4))).toEqual([]);
    expect(new Set(there).size).toBe(there.length);
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  });
});
