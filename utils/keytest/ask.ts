import { reveal, type Secret } from '../model/secret.ts';
import type { Instant } from '../model/time.ts';
import type { ProbeSpec } from './probes.ts';
import { readText } from './read-text.ts';
import type { Answer, FetchPort } from './types.ts';

export interface Signed {
  licenseKey: Secret;
  serviceSecret: Secret;
}

/**
 * Sends one request to the RMS WEB API and gives what came back. Never throws: an error of `fetch`
 * may hold the address, and the address may hold the key, so it is dropped here.
 */
export async function askRms(
  spec: ProbeSpec,
  { fetch, baseUrl, now, timeoutMs }: AskContext,
  credentials: Signed,
): Promise<Answer> {
  let status: number | null = null;
  try {
    const response = await fetch(addressOf(spec, baseUrl, credentials), {
      method: spec.method,
      headers: headersOf(spec, credentials),
      ...(spec.body ? { body: JSON.stringify(spec.body(now)) } : {}),
      // Nothing but the header may speak for us, and a signed request goes to this host only.
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    const text = await readText(response);
    return { kind: 'whole', status, text, retryAfterMs: retryAfterOf(response) };
  } catch {
    return status === null ? { kind: 'none' } : { kind: 'broken', status };
  }
}

export interface AskContext {
  fetch: FetchPort;
  baseUrl: string;
  now: Instant;
  timeoutMs: number;
}

function addressOf(spec: ProbeSpec, baseUrl: string, { licenseKey }: Signed): string {
  const url = new URL(spec.path, baseUrl);
  for (const [name, value] of Object.entries(spec.query ?? {})) url.searchParams.set(name, value);
  if (spec.keyInQuery) url.searchParams.set('licenseKey', reveal(licenseKey));
  return url.href;
}

/** `ESA base64(serviceSecret:licenseKey)` (rms.md §1), over UTF-8 so that no paste can throw. */
function headersOf(spec: ProbeSpec, { licenseKey, serviceSecret }: Signed): HeadersInit {
  const pair = new TextEncoder().encode(`${reveal(serviceSecret)}:${reveal(licenseKey)}`);
  const coded = btoa(Array.from(pair, (byte) => String.fromCharCode(byte)).join(''));
  return {
    accept: 'application/json',
    authorization: `ESA ${coded}`,
    ...(spec.body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
  };
}

/** Seconds only: RMS documents no `Retry-After`, so a date would be somebody else's. */
function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('retry-after') ?? '';
  return /^\d{1,4}$/.test(text) ? Number(text) * 1_000 : null;
}
