import { readText } from '../../keytest/read-text.ts';
import { HOUR, type Instant } from '../../model/time.ts';
import type { ChannelPorts, Unknown, Outcome, Why } from './port.ts';

/** What came back: an answer, or nothing. `sent: false` = the request certainly never left. */
export type Answer =
  | { kind: 'answer'; status: number; headers: Headers; text: string }
  | { kind: 'none'; why: Why; sent: boolean };

/** Thrown by a `fetch` port that knows that nothing left: offline, or no permission for that address. */
export class NotSent extends Error {
  readonly why: Why;
  constructor(why: Why) {
    super(why);
    this.name = 'NotSent';
    this.why = why;
  }
}

export interface Request {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks once, with nothing of ours but what is given. Never rejects: an error of `fetch` may hold the address. */
export async function ask(
  { fetch, signal }: Pick<ChannelPorts, 'fetch' | 'signal'>,
  { url, ...rest }: Request,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...rest,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const { status, headers } = response;
    // The status line is the service's word; a body that broke off takes nothing back of it.
    const text = await readText(response).catch(() => '');
    return { kind: 'answer', status, headers, text };
  } catch (error) {
    return noneOf(error);
  }
}

function noneOf(error: unknown): Answer {
  if (error instanceof NotSent) return { kind: 'none', why: error.why, sent: false };
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') {
    return { kind: 'none', why: 'timeout', sent: true };
  }
  // Node says what broke; a browser does not, and then it may have been sent.
  const code = causeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code)) {
    return { kind: 'none', why: 'tls', sent: false };
  }
  const sent = !/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code);
  return { kind: 'none', why: 'network', sent };
}

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
};

export type Failed = Exclude<Outcome, { kind: 'delivered' }>;

/** What an answer that is no success means wherever a service keeps to HTTP. */
export function failureOf(answer: Answer, now: Instant): Failed {
  if (answer.kind === 'none') {
    if (answer.why === 'noPermission') return { kind: 'refused', why: answer.why };
    return answer.sent
      ? { kind: 'doubtful', why: answer.why }
      : { kind: 'retry', after: null, why: answer.why };
  }
  const { status, headers } = answer;
  if (status === 429) return { kind: 'retry', after: waitOf(headers, now), why: 'rateLimited' };
  // "Service unavailable" is said before anything is done; other faults of a server may come after.
  if (status === 503) return { kind: 'retry', after: waitOf(headers, now), why: 'serverError' };
  if (status >= 500) return { kind: 'doubtful', why: 'serverError' };
  const why = REFUSALS[status];
  if (why) return { kind: 'refused', why };
  if (status >= 400) return { kind: 'refused', why: 'badRequest' };
  if (status < 200 || status >= 300) return { kind: 'refused', why: 'unexpectedAnswer' };
  return { kind: 'doubtful', why: 'unexpectedAnswer' };
}

/** Asked afterwards and got no answer to it: nothing is known, so nothing may be sent. */
export const unknownOf = (failed: Failed): Unknown => ({
  kind: 'unknown',
  after: failed.kind === 'retry' ? failed.after : null,
  why: failed.why,
});

const REFUSALS: Record<number, Why> = {
  401: 'wrongSecret',
  403: 'notAllowed',
  404: 'notFound',
  410: 'notFound',
};

const LONGEST_WAIT = HOUR;

/** ms to wait, from `Retry-After` (seconds or a date) or `X-RateLimit-Reset` (unix seconds); null = not said. */
export function waitOf(headers: Headers, now: Instant): number | null {
  const retryAfter = headers.get('retry-after') ?? '';
  const reset = headers.get('x-ratelimit-reset') ?? '';
  const ms = /^\d{1,6}$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : /^\d{10}$/.test(reset)
      ? Number(reset) * 1_000 - now
      : Date.parse(retryAfter) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 1_000), LONGEST_WAIT);
}

/** The text of an answer that says yes (2xx); null for any other. */
export const yesOf = (answer: Answer): string | null =>
  answer.kind === 'answer' && answer.status >= 200 && answer.status < 300 ? answer.text : null;

/** The text as JSON; null where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
