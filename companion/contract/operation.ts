import type * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';

/** One route as data: what it takes, what it gives, who may call it. Everything else follows from it. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  /** `/v1/devices/{id}`; what stands in braces is an id. */
  path: string;
  /** `device` = a paired browser's token; `code` = the printed code in the body; `link` = a token in the address. */
  who: 'anybody' | 'code' | 'device' | 'link';
  summary: string;
  body: z.ZodMiniType | null;
  /** Bytes of the body at most. */
  maxBody: number;
  query: z.ZodMiniType | null;
  status: 200 | 201 | 204;
  answer: z.ZodMiniType | null;
  /** Media type of the answer. */
  type: 'application/json' | 'text/plain' | 'text/calendar';
  /** What it may refuse, beside what every route of its kind refuses. */
  problems: readonly ProblemCode[];
}

/** A body of a few fields. */
export const SMALL = 16 * 1_024;

type Given<O> = Pick<Operation, 'method' | 'path' | 'who' | 'summary'> & O;
type Filled<O> = Omit<Operation, keyof O> & O;

/** An operation with what most of them have in common. */
export const operation = <const O extends Partial<Operation>>(given: Given<O>): Filled<Given<O>> =>
  ({
    body: null,
    maxBody: SMALL,
    query: null,
    status: 200,
    answer: null,
    type: 'application/json',
    problems: [],
    ...given,
  }) as unknown as Filled<Given<O>>;
