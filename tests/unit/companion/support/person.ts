import { expect } from 'vitest';
import { OPERATIONS, type OperationId } from '../../../../companion/contract/operations.ts';
import { problemsOf } from '../../../../companion/contract/openapi.ts';
import type { Operation } from '../../../../companion/contract/operation.ts';
import { problemDetails } from '../../../../companion/problems.ts';
import type { TestCompanion } from '../companion.ts';

export interface Asked {
  body?: unknown;
  query?: Record<string, string>;
  id?: string;
  headers?: Record<string, string>;
}

export interface Said {
  status: number;
  /** Of a refusal. */
  code: string | null;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it knows to be there
  body: any;
}

/** Asks one operation and holds the answer against its own contract. */
export async function ask(
  companion: TestCompanion,
  name: OperationId,
  { body, query = {}, id = '', headers = {} }: Asked = {},
): Promise<Said> {
  const operation: Operation = OPERATIONS[name];
  const search = new URLSearchParams(query).toString();
  const route = operation.path.replace(/\{\w+\}/, id) + (search ? `?${search}` : '');
  const method = operation.method.toUpperCase();
  const response = await companion.call(route, { method, headers, body });
  const text = await response.text();
  if (response.status >= 400) {
    const refused = problemDetails.parse(JSON.parse(text));
    expect(problemsOf(operation)).toContain(refused.code);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    return { status: response.status, code: refused.code, body: refused };
  }
  expect(response.status).toBe(operation.status);
  if (operation.answer === null) return { status: response.status, code: null, body: text };
  const said: unknown = JSON.parse(text);
  expect(operation.answer.safeParse(said)).toEqual({ success: true, data: said });
  return { status: response.status, code: null, body: said };
}

/** A paired person: asks with the token of one browser. */
export async function pairedPerson(
  companion: TestCompanion,
  { person = '島田', device = 'PC', shops = null as string[] | null } = {},
) {
  const code = await companion.newCode(shops);
  const { body } = await ask(companion, 'pair', { body: { code, person, device } });
  const token = body.token as string;
  return {
    token,
    id: body.deviceId as string,
    ask: (name: OperationId, { headers = {}, ...asked }: Asked = {}) =>
      ask(companion, name, { ...asked, headers: { authorization: `Bearer ${token}`, ...headers } }),
  };
}

export type Person = Awaited<ReturnType<typeof pairedPerson>>;
