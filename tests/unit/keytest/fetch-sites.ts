import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import type { FetchPort } from '../../../utils/keytest/types.ts';
import { certificatePath } from '../../sites/lib/certificate.ts';

/**
 * `fetch` for the stand-ins by their real host names, which Node's own cannot map to a port. Real
 * HTTPS, as far as key tests and channels use it: no redirects, a body that may break, a signal.
 */
export const fetchSites =
  (port: number): FetchPort =>
  (address, init) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      const call = request(
        {
          host: '127.0.0.1',
          port,
          servername: url.hostname,
          ca: readFileSync(certificatePath),
          method: init.method ?? 'GET',
          path: url.pathname + url.search,
          headers: { ...Object.fromEntries(new Headers(init.headers)), host: url.host },
          agent: false,
          ...(init.signal ? { signal: init.signal } : {}),
        },
        (incoming) => {
          const stream = new ReadableStream<Uint8Array>({
            start(controller) {
              incoming.on('data', (part: Buffer) => controller.enqueue(new Uint8Array(part)));
              incoming.on('end', () => controller.close());
              incoming.on('error', (error) => controller.error(error));
            },
          });
          const status = incoming.statusCode ?? 0;
          const headers = Object.entries(incoming.headers).map(
            ([name, value]): [string, string] => [name, String(value)],
          );
          resolve(new Response(status === 204 ? null : stream, { status, headers }));
        },
      );
      call.on('error', reject);
      call.end(typeof init.body === 'string' ? init.body : undefined);
    });
