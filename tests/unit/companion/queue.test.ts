import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { pairCompanion } from '../../../utils/keytest/companion-client.ts';
import { reveal } from '../../../utils/model/secret.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { spawnCompanion } from './spawned.ts';
import { fastClock, OPENING } from './support/fast-clock.ts';
import { hasPostgres, startPostgres, type PostgresServer } from './support/postgres.ts';
import { runSql } from './support/frozen.ts';

// A process with its queue of jobs, on a PostgreSQL that goes and comes back.

const WORKER = path.resolve(import.meta.dirname, 'support/worker.ts');

describe.skipIf(!hasPostgres())('jobs on PostgreSQL', () => {
  let server: PostgresServer;
  let sites: Sites;
  const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  const began = Date.now();
  const clock = fastClock(began);
  beforeAll(async () => {
    [server, sites] = await Promise.all([startPostgres(), startSites({ clock })]);
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
    return sites.close();
  });

  test('a job holds the id of its row only; the process outlives the database', async () => {
    const databaseUrl = await server.newDatabase();
    // Not there yet: only the master key will be in it.
    const data = path.join(folder, 'new');
    const one = spawnCompanion(
      {
        KAGIBAN_PORT: '0',
        KAGIBAN_DATA: data,
        DATABASE_URL: databaseUrl,
        TEST_SITES_PORT: String(sites.port),
        TEST_CLOCK_BEGAN: String(began),
      },
      [],
      WORKER,
    );
    const address = (await one.said(/(http:\/\/[\d.]+:\d+)\n/))[1] ?? '';
    const code = (await one.said(/pairing code: (\S+)/))[1] ?? '';
    const asked = { code, person: '島田', device: 'PC' };
    const { token } = await pairCompanion((url, init) => fetch(url, init), address, asked);
    const headers = {
      authorization: `Bearer ${reveal(token)}`,
      'content-type': 'application/json',
    };
    const call = (method: string, route: string, body: object) =>
      fetch(address + route, { method, headers, body: JSON.stringify(body) });
    const say = async (digits: string) => {
      const licenses = [aRow({ expiresOn: addDays(jstDateOf(OPENING), 2) })];
      const shop = { digits, slug: `shop-${digits}`, name: `店舗${digits}` };
      const reading = aReading({ at: clock(), licenses, shop });
      const sent = { id: `r${digits}`, shopId: null, sentAt: clock(), reading };
      const { shopId } = await (await call('POST', '/v1/readings', sent)).json();
      const channel = {
        shopId,
        id: 'room',
        channel: 'chatwork',
        name: 'room',
        config: { roomId: '5001' },
        people: [],
        kinds: ['expiry'],
        enabled: true,
        secret: sites.channels.chatwork.token,
      };
      expect((await call('PUT', '/v1/channels', channel)).status).toBe(200);
    };
    const heard = () => sites.channels.chatwork.rooms[0]?.messages.length ?? 0;
    const hears = (count: number) =>
      expect.poll(heard, { timeout: 60_000, interval: 20 }).toBe(count);

    await say('300001');
    await hears(1);
    const jobs = await runSql({ databaseUrl, data }, 'SELECT data FROM kagiban_jobs.job');
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs as { data: object }[]) {
      expect(Object.keys(job.data)).toEqual(['id']);
    }
    server.stop();
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    server.start();
    await expect
      .poll(() => fetch(`${address}/readyz`).then(({ status }) => status), { timeout: 30_000 })
      .toBe(200);
    await say('300002');
    await hears(2);
    one.child.kill('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(one.stderr()).not.toContain(reveal(token));
  }, 150_000);
});
