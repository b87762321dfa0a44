import type { Instant } from '../../../utils/model/time.ts';

/**
 * A request as it came, whole: tests search these for keys they planted.
 * Stays in memory; nothing here is written anywhere.
 */
export interface LoggedRequest {
  at: Instant;
  host: string;
  method: string;
  /** Path with its query, as sent. */
  url: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Uint8Array;
  /** `half` sends half of the body and breaks off; `never` does not answer at all; `reset` breaks off at once. */
  broken?: 'half' | 'never' | 'reset';
  /** Milliseconds to wait before answering. */
  delay?: number;
}

export interface Call {
  request: LoggedRequest;
  query: URLSearchParams;
  /** Fields of a form-encoded body; empty otherwise. */
  form: URLSearchParams;
  cookies: Map<string, string>;
  /** What stands in the path where the route has `:name`. */
  params: Record<string, string>;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

/** Answers for one host, or says that it has no such page. */
export type Site = (call: Call) => Reply | null | Promise<Reply | null>;
