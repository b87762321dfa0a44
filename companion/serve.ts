import { readFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { createServer as createHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { SettingError } from './setting.ts';
import type { Settings } from './settings.ts';
import type { CompanionEnv } from './types.ts';

export interface Running {
  /** e.g. `http://127.0.0.1:8787`. */
  address: string;
  /** Takes nothing new, lets what runs end (at most `graceMs`), then closes. */
  stop: (graceMs?: number) => Promise<void>;
}

/** Longer than a key test; a request that takes longer is stuck. */
const GRACE_MS = 30_000;

/** Listens. Throws `SettingError` where the address or a certificate cannot be used. */
export async function serve(app: Hono<CompanionEnv>, settings: Settings): Promise<Running> {
  const server = makeServer(app, settings);
  // Slow clients: a request has to arrive whole within seconds.
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  server.maxConnections = 256;
  await listen(server, settings);
  const { port } = server.address() as AddressInfo;
  const scheme = settings.tls ? 'https' : 'http';
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return { address: `${scheme}://${host}:${port}`, stop: (ms = GRACE_MS) => stop(server, ms) };
}

function makeServer(app: Hono<CompanionEnv>, { tls }: Settings): Server {
  const listener = getRequestListener(app.fetch);
  if (!tls) return createHttp(listener);
  try {
    return createHttps({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener);
  } catch {
    throw new SettingError('KAGIBAN_TLS_CERT', 'the certificate or its key cannot be read');
  }
}

const listen = (server: Server, { host, port }: Settings): Promise<void> =>
  new Promise((ready, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenError(error, host, port)));
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port }, ready);
  });

function listenError({ code }: NodeJS.ErrnoException, host: string, port: number): SettingError {
  if (code === 'EADDRINUSE') {
    return new SettingError('KAGIBAN_PORT', `${port} is in use: is a companion running already?`);
  }
  if (code === 'EACCES') return new SettingError('KAGIBAN_PORT', `${port} is not allowed here`);
  return new SettingError('KAGIBAN_HOST', `cannot listen on ${host} (${code ?? 'unknown'})`);
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  // A connection whose last request ends from now on is not kept open for another.
  server.keepAliveTimeout = 1;
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(force);
}
