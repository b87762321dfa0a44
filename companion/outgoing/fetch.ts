import { lookup as systemLookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { NotSent } from '../../utils/reminders/channels/http.ts';
import { isPublic } from './addresses.ts';

/** Every address of a name. */
export type Lookup = (name: string) => Promise<{ address: string; family: number }[]>;

interface Around {
  lookup?: Lookup;
  /** For tests: certificates to trust beside the system's, and where the services stand. */
  ca?: string;
  at?: { address: string; port: number };
}

/**
 * `fetch` for calls to services outside (DESIGN §8): https only, no redirects, no cookies, and only to
 * addresses of the internet at large. The address that was checked is the one that is called. Says by
 * `NotSent` that certainly nothing left. With `redirect: 'error'` a redirect is a rejection, else it is
 * the answer.
 */
export const makeOutgoing =
  ({ lookup = (name) => systemLookup(name, { all: true }), ca, at }: Around = {}): typeof fetch =>
  async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
      throw new NotSent('badConfig');
    }
    const { body, signal, redirect, method = 'GET' } = init;
    if (body !== undefined && body !== null && typeof body !== 'string') {
      throw new NotSent('badConfig');
    }
    const pinned = at ?? (await checked(url.hostname.replace(/^\[|\]$/g, ''), lookup));
    signal?.throwIfAborted();
    const answer = await send(url, {
      method,
      headers: { ...Object.fromEntries(new Headers(init.headers)), host: url.host },
      pinned,
      ...(ca === undefined ? {} : { ca }),
      ...(signal ? { signal } : {}),
      ...(typeof body === 'string' ? { body } : {}),
    });
    if (redirect !== 'error' || !answer.headers.has('location')) return answer;
    await answer.body?.cancel();
    throw new TypeError('redirected');
  };

interface Pinned {
  address: string;
  port?: number;
}

/** One private address among them is enough to refuse: a name that points to both is a trick. */
async function checked(name: string, lookup: Lookup): Promise<Pinned> {
  const literal = isIP(name);
  const found = literal
    ? [{ address: name, family: literal }]
    : await lookup(name).catch(() => {
        throw new NotSent('network');
      });
  const [first] = found;
  if (!first || !found.every(({ address, family }) => isPublic(address, family))) {
    throw new NotSent('notAllowed');
  }
  return { address: first.address };
}

interface Sending {
  method: string;
  headers: Record<string, string>;
  pinned: Pinned;
  body?: string;
  ca?: string;
  signal?: AbortSignal;
}

const send = (url: URL, { pinned, body, headers, ...rest }: Sending): Promise<Response> =>
  new Promise((resolve, reject) => {
    const call = request(
      {
        ...rest,
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: pinned.port ?? (url.port === '' ? 443 : Number(url.port)),
        path: url.pathname + url.search,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
        servername: isIP(url.hostname) ? '' : url.hostname,
        lookup: only(pinned.address),
        agent: false,
      },
      (incoming) => resolve(responseOf(incoming)),
    );
    call.on('error', reject);
    call.end(body);
  });

/** Answers every question for a name with the one address that was checked. */
const only =
  (address: string): LookupFunction =>
  (_name, { all }, answer) => {
    const family = isIP(address);
    if (all) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };

const NO_BODY = new Set([101, 204, 205, 304]);

function responseOf(incoming: IncomingMessage): Response {
  const status = incoming.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (NO_BODY.has(status) || status < 200) {
    incoming.resume();
    return new Response(null, { status: status < 200 ? 502 : status, headers });
  }
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  return new Response(body, { status, headers });
}
