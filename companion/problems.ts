import type { Context } from 'hono';
import * as z from 'zod/mini';
import { PROBLEMS } from './problems/list.ts';
import type { Problem } from './problems/problem.ts';

export type ProblemCode = keyof typeof PROBLEMS;

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** An error as it is answered (RFC 9457). */
export const problemDetails = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.enum(CODES),
  /** What to do about it. */
  next: z.strictObject({ ja: z.string(), en: z.string() }),
});

/**
 * Of every answer. Given together with it: a header that is set afterwards makes Hono build the answer
 * anew, as a stream.
 */
export const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** HTTP status of a code. */
export const problemStatus = (code: ProblemCode): number => PROBLEMS[code].status;

/** A request that is refused from within; whatever was being written is undone. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** An answer in the shape of RFC 9457, with a code and the next step. */
export function problem(c: Context, code: ProblemCode): Response {
  const { status, title, next }: Problem = PROBLEMS[code];
  c.set('problem', code);
  const body = { type: 'about:blank', title, status, code, next };
  const headers = {
    ...SAFE_HEADERS,
    'content-type': 'application/problem+json',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  };
  return c.body(JSON.stringify(body), status, headers);
}
