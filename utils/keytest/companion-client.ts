import type * as z from 'zod/mini';
import type { KeyTestAnswer, KeyTestAsk, PairingAsk } from '../model/companion.ts';
import {
  keyTestAnswerSchema,
  pairingAnswerSchema,
  problemSchema,
} from '../model/companion.schema.ts';
import { AppError } from '../model/errors.ts';
import { makeSecret, reveal, type Secret } from '../model/secret.ts';
import { companionOrigin } from './companion-address.ts';
import { readText } from './read-text.ts';
import type { FetchPort, KeyTestRequest } from './types.ts';

/** A companion that this browser is paired with. */
export interface PairedCompanion {
  address: string;
  token: Secret;
}

/** ms; above the longest key test, below the 30 s after which a browser ends a waiting worker. */
const TIMEOUT_MS = 28_000;

/**
 * `POST /v1/pairings`: trades the code that the companion printed for a token.
 * Throws `AppError`: `companionAddress`, `companionUnreachable`, or `companionRefused` (wrong code).
 */
export async function pairCompanion(
  fetch: FetchPort,
  address: string,
  ask: PairingAsk,
): Promise<{ deviceId: string; token: Secret }> {
  const response = await send(fetch, address, { method: 'POST', path: '/v1/pairings', body: ask });
  const { deviceId, token } = await parse(response, pairingAnswerSchema);
  return { deviceId, token: makeSecret(token) };
}

/**
 * `DELETE /v1/devices/self`: the companion forgets this browser. A token that it does not know any
 * more is no error. Throws `companionUnreachable`, `companionRefused`.
 */
export async function unpairCompanion(fetch: FetchPort, paired: PairedCompanion): Promise<void> {
  const { address, token } = paired;
  const asked = { method: 'DELETE', path: '/v1/devices/self', token };
  const response = await send(fetch, address, asked);
  if (response.status === 204) return;
  const code = await codeOf(response);
  if (code !== 'tokenUnknown' && code !== 'deviceRevoked') throw failureOf(response, code);
}

/**
 * `POST /v1/key-tests`: has the companion test a key. The key leaves for that companion, so a person
 * must have chosen it. Throws `companionUnreachable`, `companionRefused`, `companionOtherShop`, and
 * `companionEnded`: then the browser forgets the pairing and everything that it carries.
 */
export async function testAtCompanion(
  fetch: FetchPort,
  { address, token }: PairedCompanion,
  request: KeyTestRequest,
): Promise<KeyTestAnswer> {
  const body = askOf(request);
  const response = await send(fetch, address, {
    method: 'POST',
    path: '/v1/key-tests',
    token,
    body,
  });
  return parse(response, keyTestAnswerSchema);
}

/** Field by field: the companion refuses what it does not know. */
const askOf = ({ credentials, ...facts }: KeyTestRequest): KeyTestAsk => ({
  owner: facts.owner,
  app: facts.app,
  shopDigits: facts.shopDigits,
  credentials: {
    licenseKey: reveal(credentials.licenseKey),
    serviceSecret: credentials.serviceSecret && reveal(credentials.serviceSecret),
  },
  expiresOn: facts.expiresOn,
  state: facts.state,
  issuedAt: facts.issuedAt,
  firstTestAt: facts.firstTestAt,
  requiredFunctions: facts.requiredFunctions,
});

/**
 * Asks a companion for anything of its contract that holds no key. Throws `companionUnreachable`,
 * `companionRefused`, `companionOtherShop`, `companionEnded`.
 */
export async function askCompanion<T>(
  fetch: FetchPort,
  { address, token }: PairedCompanion,
  asked: { method: string; path: string; body?: unknown },
  schema: z.ZodMiniType<T>,
): Promise<T> {
  return parse(await send(fetch, address, { ...asked, token }), schema);
}

interface Sending {
  method: string;
  path: string;
  token?: Secret;
  body?: unknown;
}

async function send(fetch: FetchPort, address: string, sending: Sending): Promise<Response> {
  const url = `${companionOrigin(address)}${sending.path}`;
  const { method, token, body } = sending;
  try {
    return await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${reveal(token)}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new AppError('companionUnreachable');
  }
}

async function parse<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  if (!response.ok) throw failureOf(response, await codeOf(response));
  const answer = schema.safeParse(await jsonOf(response));
  // Something answers there, but no companion that we know how to talk to.
  if (!answer.success) throw new AppError('companionUnreachable');
  return answer.data;
}

/** A refusal is one only in a companion's own words; anything else at that address is no companion. */
function failureOf({ status }: Response, code: string | null): AppError {
  if (code === 'deviceRevoked') return new AppError('companionEnded');
  if (code === 'shopUnknown') return new AppError('companionOtherShop');
  if (code === 'noMail') return new AppError('companionNoMail');
  return new AppError(status < 500 && code !== null ? 'companionRefused' : 'companionUnreachable');
}

const codeOf = async (response: Response): Promise<string | null> =>
  problemSchema.safeParse(await jsonOf(response)).data?.code ?? null;

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await readText(response));
  } catch {
    return null;
  }
}
