// A backlog of notices on PostgreSQL, worked off by 1, 2 and 4 processes: no spacing of RMS's or of a channel's
// holds them up, so that what is measured is our own. KAGIBAN_BENCH_BACKLOG = notices for each round (200).
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPostgres } from '../../../companion/database/open-postgres.ts';
import { planDueShops } from '../../../companion/speak/plan-shops.ts';
import { openQueue } from '../../../companion/speak/queue.ts';
import { sealSecret } from '../../../companion/seal/secrets.ts';
import { makeStore } from '../../../companion/store/store.ts';
import type { Deps } from '../../../companion/types.ts';
import { readKeyRing } from '../../../companion/seal/master-key.ts';
import { addDays, jstDateOf } from '../../../utils/calendar/jst.ts';
import { joinChanges } from '../../../utils/ledger/apply.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { Target } from '../../../utils/model/notice.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import type { Clock } from '../../../utils/model/time.ts';
import { makeLimit } from '../../sites/channels/limits.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { fastClock, OPENING } from '../../unit/companion/support/fast-clock.ts';
import { hasPostgres, startPostgres } from '../../unit/companion/support/postgres.ts';
import { speakingTo } from '../../unit/companion/support/speaking.ts';
import { aReading, aRow } from '../../unit/ledger/make.ts';

const NOTICES = Number(process.env['KAGIBAN_BENCH_BACKLOG'] ?? 200);
const PROCESSES = [1, 2, 4];
const WORKER = path.resolve(import.meta.dirname, '../../unit/companion/support/worker.ts');

interface Place {
  databaseUrl: string;
  data: string;
  sites: Sites;
  began: number;
}

/** A shop of its own for each notice, with its job, as the companion itself plans it. */
async function fill({ databaseUrl, data, sites }: Place, clock: Clock): Promise<void> {
  const log = (): void => undefined;
  const database = await openPostgres(databaseUrl, log);
  const queue = await openQueue(databaseUrl, { log, clock });
  const store = makeStore(database, randomUUID, queue);
  const keyRing = readKeyRing(null, data);
  const speaking = speakingTo({ sitesPort: sites.port, smtp: null });
  const target: Target = {
    id: 'room',
    channel: 'chatwork',
    name: 'room',
    config: { roomId: '5001' },
    secretName: 'channel:chatwork',
    kinds: ['expiry'],
    people: [],
    enabled: true,
  };
  for (let n = 0; n < NOTICES; n += 1) {
    const shop = { digits: String(200_000 + n), slug: `shop-${n}`, name: `店舗${n}` };
    const licenses = [aRow({ expiresOn: addDays(jstDateOf(OPENING), 2) })];
    const reading = aReading({ at: clock(), licenses, shop });
    const made = await store.updateNamed({ every: true }, { shop, at: reading.at }, (ledger) => {
      const change = merge(ledger, reading, { now: clock(), newId: randomUUID });
      return { change: joinChanges(change, { targets: [target] }), answer: null };
    });
    if (made === 'unknown') throw new Error('a shop that was just made');
    const secret = makeSecret(sites.channels.chatwork.token);
    await sealSecret({ store, keyRing }, made.record.id, { name: 'channel:chatwork', secret });
  }
  const deps = { store, clock, newId: randomUUID, speaking } as unknown as Deps;
  while ((await planDueShops(deps)) > 0);
  await queue.stop();
  await store.close();
}

function startWorker({ databaseUrl, data, sites, began }: Place): Promise<ChildProcess> {
  const env = {
    ...process.env,
    KAGIBAN_PORT: '0',
    KAGIBAN_DATA: data,
    DATABASE_URL: databaseUrl,
    TEST_SITES_PORT: String(sites.port),
    TEST_CLOCK_BEGAN: String(began),
  };
  const child = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((ready, failed) => {
    child.once('exit', () => failed(new Error('a worker did not start')));
    child.stdout.on('data', (part: Buffer) => {
      if (/http:\/\//.test(part.toString())) ready(child);
    });
  });
}

/** Notices a second, from the moment when all processes are there until the last is told. */
async function rateOf(processes: number, databaseUrl: string): Promise<number> {
  const data = mkdtempSync(path.join(tmpdir(), 'kagiban-bench-'));
  const began = Date.now();
  const clock = fastClock(began);
  const sites = await startSites({ clock });
  const noLimit = makeLimit(Infinity, 1, clock);
  Object.assign(sites.channels.chatwork, { calls: noLimit, posts: noLimit });
  const heard = (): number => sites.channels.chatwork.rooms[0]?.messages.length ?? 0;
  const place = { databaseUrl, data, sites, began };
  await fill(place, clock);
  const workers = await Promise.all(Array.from({ length: processes }, () => startWorker(place)));
  const [before, since] = [heard(), performance.now()];
  while (heard() < NOTICES) await new Promise((later) => setTimeout(later, 5));
  const rate = ((NOTICES - before) * 1_000) / (performance.now() - since);
  for (const one of workers) one.removeAllListeners('exit').kill('SIGKILL');
  await sites.close();
  rmSync(data, { recursive: true, force: true });
  return rate;
}

/**
 * What the bench says of it, without a limit: what more processes bring depends on the cores that the database
 * leaves them. It ends only when every notice was told. Nothing where the
 * machine has no PostgreSQL.
 */
export async function backlogLines(): Promise<[boolean, string][]> {
  if (!hasPostgres()) return [];
  const server = await startPostgres();
  try {
    const rates: number[] = [];
    for (const count of PROCESSES) rates.push(await rateOf(count, await server.newDatabase()));
    const [one = 0, ...more] = rates;
    const shown = rates.map((rate, n) => `${PROCESSES[n]}: ${rate.toFixed(0)}/s`).join(', ');
    const ratios = more.map((rate) => (rate / one).toFixed(2)).join(' and ');
    return [
      [
        true,
        `backlog of ${NOTICES} notices on PostgreSQL by processes, ${shown}; ${ratios} of one`,
      ],
    ];
  } finally {
    server.close();
  }
}
