import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../../companion/app.ts';
import { offerPairingCode } from '../../../companion/codes.ts';
import { makeLog } from '../../../companion/log.ts';
import { openSqlite } from '../../../companion/database/open-sqlite.ts';
import type { Database } from '../../../companion/database/types.ts';
import { makeMetrics } from '../../../companion/metrics.ts';
import type { Deps } from '../../../companion/types.ts';
import { readKeyRing } from '../../../companion/seal/master-key.ts';
import { makePulse } from '../../../companion/speak/pulse.ts';
import { speakingFrom, type Speaking } from '../../../companion/speak/speaking.ts';
import { makeStore } from '../../../companion/store/store.ts';
import { makePacer } from '../../../utils/keytest/pacer.ts';
import type { FetchPort } from '../../../utils/keytest/types.ts';
import type { Instant } from '../../../utils/model/time.ts';

export const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

interface Around {
  rmsApiUrl?: string;
  rmsFetch?: FetchPort;
  database?: Database;
  speaking?: Speaking;
}

const silent = (): Speaking => speakingFrom({ smtp: null, language: 'ja' });

/** A companion without a port, on a database of its own, with a clock that a test moves. */
export async function makeCompanion(
  startAt: Instant,
  {
    rmsApiUrl = 'http://127.0.0.1:9',
    rmsFetch = (url, init) => fetch(url, init),
    database,
    speaking = silent(),
  }: Around = {},
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const store = makeStore(database ?? (await openSqlite(folder)), newId);
  const lines: string[] = [];
  const time = { now: startAt };
  const clock = () => time.now;
  const sleep = async (ms: number) => {
    time.now += ms;
  };
  const keyRing = readKeyRing(null, folder);
  const deps: Deps = {
    store,
    clock,
    log: makeLog((line) => lines.push(line), clock),
    newId,
    metrics: makeMetrics(),
    speaking,
    pulse: makePulse(clock),
    looked: { at: null },
    keyRing,
    stopping: () => false,
    hostNames: ['127.0.0.1', 'localhost'],
    keyTest: {
      clock,
      sleep,
      fetch: rmsFetch,
      random: () => 0.5,
      pacer: makePacer(clock, sleep),
      baseUrl: rmsApiUrl,
      limits: { requestMs: 250 },
    },
  };
  const app = createApp(deps);
  const fetchPort =
    (origin: string | null): FetchPort =>
    async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set('host', new URL(url).host);
      // As browsers do: an extension that reads from a host that it may reach sends none.
      if (origin !== null && init.method !== 'GET') headers.set('origin', origin);
      return app.request(url, { ...init, headers });
    };
  return {
    app,
    deps,
    store,
    lines,
    time,
    folder,
    fetchPort,
    newCode: (shops: string[] | null = null) => offerPairingCode(store, clock(), shops),
    /** One request as a browser extension sends it, but for what `call` says. */
    call: async (route: string, { method = 'POST', headers = {}, body }: Call = {}) =>
      app.request(`http://127.0.0.1:8787${route}`, {
        method,
        headers: {
          host: '127.0.0.1:8787',
          ...(method === 'GET' ? {} : { origin: EXTENSION }),
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    /** Every byte of the database folder, as text. */
    onDisk: () =>
      readdirSync(folder)
        .map((name) => readFileSync(path.join(folder, name), 'latin1'))
        .join('\n'),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type TestCompanion = Awaited<ReturnType<typeof makeCompanion>>;
