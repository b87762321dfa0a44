import type { KeyFacts } from '../model/companion.ts';
import type { ProbeResult } from '../model/key-test.ts';
import type { Secret } from '../model/secret.ts';
import type { Clock, Instant, JstDate } from '../model/time.ts';
import type { Pacer } from './pacer.ts';

/** `globalThis.fetch`, as far as it is used here. */
export type FetchPort = (url: string, init: RequestInit) => Promise<Response>;
export type SleepPort = (ms: number) => Promise<void>;

/** Both halves, as RMS shows them to the shop; `serviceSecret` null = not carried. */
export interface Credentials {
  licenseKey: Secret;
  serviceSecret: Secret | null;
}

export interface KeyTestRequest extends KeyFacts {
  credentials: Credentials;
}

/** What a test needs from where it runs: the worker or the companion. */
export interface KeyTestPorts {
  fetch: FetchPort;
  sleep: SleepPort;
  clock: Clock;
  /** 0 ≤ x < 1, for the jitter of retries. */
  random: () => number;
  /** One for the whole process: it keeps the requests of one key apart across tests. */
  pacer: Pacer;
  /** `https://api.rms.rakuten.co.jp`, without a path. */
  baseUrl: string;
  limits?: Partial<Limits>;
  /** The serviceSecret of a tool vendor's app; given by a companion that holds it, never by a browser. */
  vendorSecret?: (app: KeyFacts['app']) => Secret | null;
  /** Stands around what is asked of RMS: shares it between several who ask the same, or gives it up. */
  around?: (asking: Asking, ask: () => Promise<Probed[]>) => Promise<Probed[]>;
}

/** What one test asks with one key. */
export interface Asking {
  licenseKey: Secret;
  serviceSecret: Secret;
  functions: readonly string[];
}

export interface Limits {
  /** ms until one request is given up. */
  requestMs: number;
  /** ms until a whole test is given up. */
  totalMs: number;
  /** Times that one probe is sent at most: 5xx, no answer and 429 are tried again. */
  tries: number;
  /** ms of the first wait before a retry, doubled each time, jittered down to its half. */
  backoffMs: number;
}

/** What came back, before anything is concluded. */
export type Answer =
  | { kind: 'none' }
  /** Began and broke off. */
  | { kind: 'broken'; status: number }
  | { kind: 'whole'; status: number; text: string; retryAfterMs: number | null };

export interface Probed {
  probe: ProbeResult;
  /** The date in the answer of the expiry probe; null for every other answer. */
  expiresOn: JstDate | null;
  /** Whose key it is, in the answer of the probe that tells it; null for every other answer. */
  shopDigits: string | null;
}

/** What a verdict is made of, beside the probes. */
export interface TestFacts extends Pick<
  KeyFacts,
  'expiresOn' | 'state' | 'issuedAt' | 'firstTestAt' | 'requiredFunctions'
> {
  /** The date that the API gave; null = it gave none. */
  apiExpiresOn: JstDate | null;
  now: Instant;
}
