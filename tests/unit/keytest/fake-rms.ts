import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { probeOf, PROBEABLE, EXPIRY_FUNCTION } from '../../../utils/keytest/probes.ts';
import type { Act } from './cases.ts';

export interface Seen {
  name: string;
  method: string;
  url: string;
  authorization: string | undefined;
  body: string;
}

export interface FakeRms {
  url: string;
  seen: Seen[];
  acts: Record<string, Act[]>;
  close: () => Promise<void>;
}

/**
 * An HTTP server on loopback that answers what a test says, byte for byte: the answers that a whole
 * RMS API never gives on its own. A list of acts is played in order; its last one stays.
 */
export async function startFakeRms(): Promise<FakeRms> {
  const fake: Pick<FakeRms, 'seen' | 'acts'> = { seen: [], acts: {} };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { method = '', url = '' } = request;
    const name = nameOf(url);
    fake.seen.push({ name, method, url, authorization: request.headers.authorization, body });
    const list = fake.acts[name] ?? [];
    play(list.length > 1 ? list.shift() : list[0], response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(fake, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  });
}

/** The acts of one case of the shared table. */
export const actsOf = (expiry: Act, functions: Record<string, Act>): Record<string, Act[]> =>
  Object.fromEntries(
    Object.entries({ [EXPIRY_FUNCTION]: expiry, ...functions }).map(([name, act]) => [name, [act]]),
  );

const nameOf = (url: string): string =>
  PROBEABLE.find((name) => probeOf(name)?.path === url.split('?')[0]) ?? 'unknown';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function play(act: Act | undefined, response: ServerResponse): void {
  if (act === undefined) return void response.writeHead(404).end('{}');
  if (act === 'silent') return;
  if (act === 'reset') return void response.destroy();
  if (act === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"expiryDate":"2026', () => response.destroy());
    return;
  }
  response.writeHead(act.status, {
    'content-type': act.type ?? 'application/json',
    ...(act.location ? { location: act.location } : {}),
  });
  response.end(act.body);
}
