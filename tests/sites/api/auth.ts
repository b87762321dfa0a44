import { json } from '../lib/reply.ts';
import type { Call, Reply } from '../lib/types.ts';
import { isExpired } from '../rms/states.ts';
import { everyLicense, type Found } from '../rms/world.ts';
import type { ApiState } from './state.ts';

export interface Credential {
  secret: string;
  key: string;
}

// Canonical base64 only: Buffer forgives what RMS does not.
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** `ESA base64(serviceSecret:licenseKey)` (rms.md §1); null where it is not written like that. */
export function credentialOf({ request }: Call): Credential | null {
  const [, coded] = /^ESA (\S+)$/.exec(request.headers['authorization'] ?? '') ?? [];
  if (coded === undefined || !BASE64.test(coded)) return null;
  const text = Buffer.from(coded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 1 ? null : { secret: text.slice(0, at), key: text.slice(at + 1) };
}

/** Why RMS would refuse; RMS itself does not say (rms.md §6). */
export type Refusal = 'wrong' | 'expired' | 'stopped' | 'awaiting' | 'notYetActive' | 'function';

const refusalOf = (state: ApiState, { app, license }: Found, secret: string): Refusal | null => {
  const now = state.clock();
  if (app.serviceSecret !== secret) return 'wrong';
  if (license.phase === 'awaitingApproval') return 'awaiting';
  if (license.phase === 'stopped') return 'stopped';
  if (isExpired(license, now)) return 'expired';
  return now < license.allowedAt + state.lagMs ? 'notYetActive' : null;
};

/** The license that a credential belongs to, or why it is refused. */
export function authenticate(
  state: ApiState,
  { secret, key }: Credential,
  functionName: string,
): Found | Refusal {
  const found = everyLicense(state.world).find(({ license }) => license.key === key);
  if (found === undefined) return 'wrong';
  const refusal = refusalOf(state, found, secret);
  if (refusal !== null) return refusal;
  return found.app.functions.includes(functionName) ? found : 'function';
}

const GA0001 = { errors: [{ code: 'GA0001', message: 'Un-Authorised' }] };

/** The answers of rms.md §6 to a refused call. Cause and answer do not belong together: staff cannot tell them apart. */
export function authError(state: ApiState, isOrderApi: boolean): Reply {
  const style =
    state.authErrors === 'byApi' ? (isOrderApi ? 'ES01-01' : 'GA0001') : state.authErrors;
  if (style === 'GA0001') return json(GA0001, 401);
  if (style === 'ES01-01') {
    return json({ Results: { errorCode: 'ES01-01', message: 'Un-Authorised' } }, 401);
  }
  return json({ Results: { errorCode: 'ES04-01', message: 'Bad Request' } }, 400);
}

export const malformedCredential = (): Reply =>
  json({ errors: [{ code: 'GK0001', message: 'Bad Request' }] }, 400);
