import type * as z from 'zod/mini';
import type { Operation } from '../contract/operation.ts';
import type { OPERATIONS, OperationId } from '../contract/operations.ts';
import type { Device } from '../store/types.ts';

type Parsed<S> = S extends z.ZodMiniType ? z.infer<S> : null;

/** A request that was let in and parsed. */
export interface Call<O extends Operation> {
  device: O['who'] extends 'device' ? Device : null;
  body: Parsed<O['body']>;
  query: Parsed<O['query']>;
  /** What stands in the braces of the path; '' where there are none. */
  id: string;
  /** null = sent by no browser. */
  origin: string | null;
}

type Answered<O extends Operation> = O['answer'] extends z.ZodMiniType
  ? z.infer<O['answer']>
  : O['status'] extends 204
    ? null
    : string;

/** An answer as it goes over the line, made once and given to many. */
export interface Written {
  written: string;
}

/** Does what an operation says. Throws `Refusal`, with a code that the operation names. */
export type Handler<O extends Operation> = (call: Call<O>) => Promise<Answered<O> | Written>;

export type HandlerOf<N extends OperationId> = Handler<(typeof OPERATIONS)[N]>;

export type Handlers = { [N in OperationId]: HandlerOf<N> };
