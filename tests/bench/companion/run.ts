// npm run bench:companion: the companion against the least that a server must do, as ratios in one run.
// On SQLite, whose every answered write is on disk; KAGIBAN_BENCH_SECONDS = seconds for each round (2).
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleCompanion } from '../../../scripts/lib/companion-bundle.ts';
import { pairCompanion } from '../../../utils/keytest/companion-client.ts';
import { reveal } from '../../../utils/model/secret.ts';
import { aReading, aRow } from '../../unit/ledger/make.ts';
import { median } from '../measure.ts';
import { backlogLines } from './backlog.ts';

const LIMITS = { readings: 0.4, licenses: 0.5, readyMs: 1_000, restMb: 150 };
const SECONDS = Number(process.env['KAGIBAN_BENCH_SECONDS'] ?? 2);
const ROUNDS = 5;
const CLIENTS = 8;
const SHOPS = 200;
const KEYS = 50;
/** A shop with its few tools, and the most that a page shows at once, again and again as staff open them. */
const SAME = [
  { keys: 5, first: 0, changes: false },
  // Shops of their own: for one that had more, a short list would be of keys that are gone.
  { keys: KEYS, first: SHOPS, changes: false },
];
/** And what comes now and then, told without a limit: a page of which one key has changed. */
const CHANGED = { keys: KEYS, first: SHOPS, changes: true };
type ReadingKind = typeof CHANGED;
const ALL_KEYS = SHOPS * SAME.reduce((sum, { keys }) => sum + keys, 0);

interface Server {
  address: string;
  child: ChildProcess;
  code: string;
  readyMs: number;
}

function startServer(script: string, data: string): Promise<Server> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, script)], {
    env: { ...process.env, KAGIBAN_PORT: '0', KAGIBAN_DATA: data },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  return new Promise((started, failed) => {
    child.once('exit', () => failed(new Error(`${script} did not start: ${said}`)));
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /(http:\/\/[\d.]+:\d+)\n/.exec(said)?.[1];
      const code = /pairing code: (\S+)/.exec(said)?.[1] ?? '';
      const complete = /pairing code|Paired browsers|yardstick/.test(said);
      if (address && complete) {
        started({ address, child, code, readyMs: performance.now() - began });
      }
    });
  });
}

/** ms of the processor that a process has used, in its 10 ms. */
function cpuMsOf(pid: number | undefined): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Answers a second that `CLIENTS` get who ask one after another. */
async function throughput(ask: (n: number) => Promise<Response>): Promise<number> {
  const until = performance.now() + SECONDS * 1_000;
  let done = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const answer = await ask((done += 1));
      if (answer.status >= 300) throw new Error(`answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return done / SECONDS;
}

const digitsOf = (shop: number): string => String(100_000 + shop);
function readingOf(shop: number, at: number, id: string, keys = KEYS, changed = false): string {
  const licenses = Array.from({ length: keys }, (_, key) =>
    aRow({
      app: `アプリ${key}`,
      last4: String(1_000 + key),
      ...(changed && key === 0 && { state: 'updateAvailable', stateText: '利用中 更新あり' }),
    }),
  );
  const named = { digits: digitsOf(shop), slug: `shop-${shop}`, name: `店舗${shop}` };
  const reading = aReading({ at, licenses, shop: named });
  return JSON.stringify({ id, shopId: null, sentAt: at, reading });
}

const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-bench-'));
// As a shop's PC has it: the one file.
const bundle = path.join(folder, 'kagiban-companion.mjs');
await bundleCompanion(bundle);
const ours = await startServer(bundle, path.join(folder, 'ours'));
const { token } = await pairCompanion((url, init) => fetch(url, init), ours.address, {
  code: ours.code,
  person: 'bench',
  device: 'bench',
});
const headers = { authorization: `Bearer ${reveal(token)}`, 'content-type': 'application/json' };
const post = (address: string, body: string) =>
  fetch(`${address}/v1/readings`, { method: 'POST', headers, body });
for (const { keys, first } of SAME)
  for (let shop = first; shop < first + SHOPS; shop += 1)
    await post(ours.address, readingOf(shop, Date.now(), `fill-${shop}`, keys));
const yardstick = await startServer('yardstick.ts', path.join(folder, 'yardstick'));
const shops = await (await fetch(`${ours.address}/v1/shops`, { headers })).json();
const known = (shops as { shops: { id: string; digits: string }[] }).shops;
const shop = known.find(({ digits }) => digits === digitsOf(SHOPS))?.id ?? '';
const licensesOf = (address: string) => fetch(`${address}/v1/licenses?shop=${shop}`, { headers });
await fetch(`${yardstick.address}/constant`, {
  method: 'PUT',
  body: await (await licensesOf(ours.address)).text(),
});

let sent = 0;
const write = (address: string, kind: ReadingKind) => () => {
  const { keys, first, changes } = kind;
  sent += 1;
  const changed = changes && Math.floor(sent / SHOPS) % 2 === 0;
  return post(address, readingOf(first + (sent % SHOPS), Date.now(), `r${sent}`, keys, changed));
};
interface Rates {
  ours: number[];
  least: number[];
}
const reads: Rates = { ours: [], least: [] };
const writes = new Map([...SAME, CHANGED].map((kind) => [kind, { ours: [], least: [] } as Rates]));
const measure = async (kind: ReadingKind): Promise<void> => {
  writes.get(kind)?.ours.push(await throughput(write(ours.address, kind)));
  writes.get(kind)?.least.push(await throughput(write(yardstick.address, kind)));
};
for (let round = 0; round < ROUNDS; round += 1) {
  for (const kind of SAME) await measure(kind);
  reads.ours.push(await throughput(() => licensesOf(ours.address)));
  reads.least.push(await throughput(() => licensesOf(yardstick.address)));
}
for (let round = 0; round < ROUNDS; round += 1) await measure(CHANGED);
ours.child.removeAllListeners('exit').kill('SIGTERM');
yardstick.child.removeAllListeners('exit').kill('SIGTERM');

// At rest, with all of these keys in it. Started three times: what else the machine does at that moment is not ours.
const starts: { readyMs: number; cpuMs: number; restMb: number }[] = [];
for (let start = 0; start < 3; start += 1) {
  const again = await startServer(bundle, path.join(folder, 'ours'));
  const { readyMs, child } = again;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const restMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  starts.push({ readyMs, cpuMs: cpuMsOf(child.pid), restMb });
  child.removeAllListeners('exit').kill('SIGTERM');
  await new Promise((ended) => child.once('close', ended));
}
const middle = (what: keyof (typeof starts)[number]): number =>
  median(starts.map((one) => one[what]));
rmSync(folder, { recursive: true, force: true });

const shown = (list: number[]): string => `${median(list).toFixed(0)}/s`;
const line = (what: string, limit: number, { ours: us, least }: Rates): [boolean, string] => {
  const ratio = median(us) / median(least);
  return [
    ratio >= limit,
    `${what}: ${ratio.toFixed(2)}${limit > 0 ? ` (at least ${limit})` : ''}; ${shown(us)} to ${shown(least)}`,
  ];
};
const lines: [boolean, string][] = [
  ...[...writes].map(([{ keys, changes }, one]) =>
    changes
      ? line(`POST /v1/readings of ${keys} keys, one of them changed`, 0, one)
      : line(`POST /v1/readings of ${keys} keys`, LIMITS.readings, one),
  ),
  line(`GET /v1/licenses of ${KEYS} keys`, LIMITS.licenses, reads),
  [
    middle('readyMs') < LIMITS.readyMs,
    `ready with ${ALL_KEYS} keys: ${middle('readyMs').toFixed(0)} ms, of the processor ${middle('cpuMs').toFixed(0)} ms`,
  ],
  [middle('restMb') < LIMITS.restMb, `at rest: ${middle('restMb').toFixed(0)} MB`],
  ...(await backlogLines()),
];
for (const [good, line] of lines) console.log(`${good ? 'ok  ' : 'OVER'} ${line}`);
process.exitCode = lines.every(([good]) => good) ? 0 : 1;
