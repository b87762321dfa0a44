import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { pairCompanion } from '../../../utils/keytest/companion-client.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { reveal } from '../../../utils/model/secret.ts';
import { makeLimit } from '../../sites/channels/limits.ts';
import { aRoom } from '../../sites/channels/chatwork-state.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { spawnCompanion, type Spawned } from './spawned.ts';
import { describeOnBoth } from './support/databases.ts';
import { fastClock, OPENING } from './support/fast-clock.ts';

// Processes that are killed while they speak: every notice arrives, and a channel that can be asked
// (Chatwork) never has it twice. On PostgreSQL three processes share the jobs.

const LONG = process.env['KAGIBAN_LONG'] === '1';
const KILLS = LONG ? 100 : 2;
const SHOPS_A_ROUND = 3;
const WORKER = path.resolve(import.meta.dirname, 'support/worker.ts');

describeOnBoth('killed while it speaks', ({ settings, kind }) => {
  const running: Spawned[] = [];
  let sites: Sites | null = null;
  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.child.kill('SIGKILL');
      await one.ended;
    }
    await sites?.close();
  });

  test('every notice once', { timeout: LONG ? 3_600_000 : 180_000 }, async () => {
    const began = Date.now();
    const clock = fastClock(began);
    sites = await startSites({ clock });
    const { chatwork } = sites.channels;
    const noLimit = makeLimit(Infinity, 1, clock);
    Object.assign(chatwork, { calls: noLimit, posts: noLimit });
    const where = await settings();
    const startOne = async () => {
      const env = {
        KAGIBAN_PORT: '0',
        KAGIBAN_DATA: where.data,
        TEST_SITES_PORT: String(sites?.port),
        TEST_CLOCK_BEGAN: String(began),
        ...(where.databaseUrl === null ? {} : { DATABASE_URL: where.databaseUrl }),
      };
      const one = spawnCompanion(env, [], WORKER);
      running.push(one);
      return { one, address: (await one.said(/(http:\/\/[\d.]+:\d+)\n/))[1] ?? '' };
    };
    const workers = [await startOne()];
    const [first] = workers;
    const code = (await first?.one.said(/pairing code: (\S+)/))?.[1] ?? '';
    const asked = { code, person: '島田', device: 'PC' };
    const ask = (url: string, init: RequestInit) => fetch(url, init);
    const { token } = await pairCompanion(ask, first?.address ?? '', asked);
    while (workers.length < (kind === 'postgres' ? 3 : 1)) workers.push(await startOne());
    const headers = {
      authorization: `Bearer ${reveal(token)}`,
      'content-type': 'application/json',
    };

    const call = async (method: string, route: string, body: object): Promise<Response> => {
      // A process that was killed answers nothing; the browser asks again, under the same id.
      for (let n = 0; ; n += 1) {
        const { address } = workers[n % workers.length] as { address: string };
        const init = { method, headers, body: JSON.stringify(body) };
        const answer = await fetch(address + route, init).catch(() => null);
        if (answer && answer.status < 500) return answer;
        await new Promise((done) => setImmediate(done));
      }
    };
    const due = new Set<string>();
    const addShop = async (): Promise<void> => {
      const n = due.size;
      const name = `店舗${String(n).padStart(4, '0')}`;
      due.add(name);
      // Only the newest hundred messages of a room can be read back (rms.md §7): each shop has its own.
      const room = aRoom(9000 + n, name);
      chatwork.rooms.push(room);
      const at = clock();
      const licenses = [aRow({ expiresOn: addDays(jstDateOf(OPENING), 2), app: `アプリ${name}` })];
      const shop = { digits: String(200_000 + n), slug: `shop-${n}`, name };
      const reading = aReading({ at, licenses, shop });
      const sent = { id: `r${n}`, shopId: null, sentAt: at, reading };
      const { shopId } = (await (await call('POST', '/v1/readings', sent)).json()) as {
        shopId: string;
      };
      const channel = {
        shopId,
        id: 'to-chatwork',
        channel: 'chatwork',
        name: 'room',
        config: { roomId: String(room.room_id) },
        people: [],
        kinds: ['expiry'],
        enabled: true,
        secret: chatwork.token,
      };
      expect((await call('PUT', '/v1/channels', channel)).status).toBe(200);
    };
    const heard = () => chatwork.rooms.flatMap(({ messages }) => messages.map(({ body }) => body));
    const saidOf = (name: string) =>
      heard().filter((body) => body.includes(`アプリ${name}`)).length;

    const moments = fc.sample(fc.integer({ min: 0, max: 2 }), { numRuns: KILLS, seed: 20_261_126 });
    for (const [round, moment] of moments.entries()) {
      const before = heard().length;
      // Some answers are lost too: then only the room itself tells.
      if (round % 3 === 0) chatwork.fault({ kind: 'loseReply' }, 1);
      const adding = Promise.all(Array.from({ length: SHOPS_A_ROUND }, addShop));
      await expect
        .poll(() => heard().length - before, { timeout: 60_000, interval: 1 })
        .toBeGreaterThanOrEqual(moment);
      const victim = round % workers.length;
      workers[victim]?.one.child.kill('SIGKILL');
      await workers[victim]?.one.ended;
      chatwork.heal();
      workers[victim] = await startOne();
      await adding;
    }
    await expect
      .poll(() => [...due].filter((name) => saidOf(name) === 0), { timeout: 90_000, interval: 50 })
      .toEqual([]);
    expect([...due].filter((name) => saidOf(name) > 1)).toEqual([]);
    expect(due.size).toBe(KILLS * SHOPS_A_ROUND);
  });
});
