import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../../utils/model/time.ts';
import { certificatePath } from './certificate.ts';
import type { Call, LoggedRequest, Reply, Site } from './types.ts';

const MAX_BODY = 20_000_000;

export interface Server {
  port: number;
  close(): Promise<void>;
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('body too large for a stand-in');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const entries = Object.entries(incoming.headers);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value ?? '')]));
}

async function logged(incoming: IncomingMessage, clock: Clock): Promise<LoggedRequest> {
  const headers = headersOf(incoming);
  const url = incoming.url ?? '/';
  return {
    at: clock(),
    host: (headers['host'] ?? '').replace(/:\d+$/, '').toLowerCase(),
    method: incoming.method ?? 'GET',
    url,
    path: url.split('?')[0] ?? '/',
    headers,
    body: await bodyOf(incoming),
  };
}

function cookiesOf(request: LoggedRequest): Map<string, string> {
  const pairs = (request.headers['cookie'] ?? '').split(/;\s*/).filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
}

function callOf(request: LoggedRequest): Call {
  const isForm = (request.headers['content-type'] ?? '').includes('x-www-form-urlencoded');
  return {
    request,
    query: new URL(request.url, 'https://stand-in').searchParams,
    form: new URLSearchParams(isForm ? request.body : ''),
    cookies: cookiesOf(request),
    params: {},
  };
}

async function send(outgoing: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delay !== undefined) await wait(reply.delay, undefined, { ref: false });
  if (reply.broken === 'never') return;
  if (reply.broken === 'reset') return void outgoing.destroy();
  const body = Buffer.from(reply.body);
  outgoing.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
  if (reply.broken !== 'half') {
    outgoing.end(body);
    return;
  }
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
}

const notFound: Reply = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html lang="ja"><meta charset="utf-8"><title>404</title><h1>404 Not Found</h1>',
};

const NO_ICON: Reply = { status: 204, headers: {}, body: '' };

/** One HTTPS server on loopback. `siteOf` finds who answers for a host; `log` gets every request first. */
export async function serve(
  options: { port: number; clock: Clock; log: LoggedRequest[] },
  siteOf: (host: string) => Site | null,
): Promise<Server> {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    // Every answer says what time it is, by the clock of the stand-ins.
    outgoing.sendDate = false;
    outgoing.setHeader('date', new Date(options.clock()).toUTCString());
    const request = await logged(incoming, options.clock);
    options.log.push(request);
    if (request.path === '/favicon.ico') return send(outgoing, NO_ICON);
    const reply = await siteOf(request.host)?.(callOf(request));
    await send(outgoing, reply ?? notFound);
  };
  const server = createServer(
    {
      key: readFileSync(path.join(path.dirname(certificatePath), 'test-only.key.pem')),
      cert: readFileSync(certificatePath),
    },
    (incoming, outgoing) => {
      answer(incoming, outgoing).catch((error: unknown) => {
        // A stand-in's own fault must be seen: a silent 500 would look like an RMS outage to the product.
        console.error('stand-in failed', incoming.method, incoming.headers.host, error);
        outgoing.destroy();
      });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
