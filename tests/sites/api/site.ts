import { match } from '../lib/router.ts';
import type { Call, Reply, Site } from '../lib/types.ts';
import { authenticate, authError, credentialOf, malformedCredential } from './auth.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import type { ApiState } from './state.ts';
import { troubleReply } from './troubles.ts';

const SPACING_MS = 1000;

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
const fits = (endpoint: Endpoint, path: string): Record<string, string> | null =>
  match(withSlash(endpoint.pattern), withSlash(path));

// What RMS writes with these is not known: no code is made up.
const plain = (status: number, words: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: words,
});

/** One request a second for each key (rms.md §6). */
function tooFast(state: ApiState, key: string): boolean {
  const now = performance.now();
  const last = state.lastCall.get(key) ?? Number.NEGATIVE_INFINITY;
  state.lastCall.set(key, now);
  return state.rateLimited && now - last < SPACING_MS;
}

function answer(state: ApiState, call: Call): Reply {
  const endpoint = ENDPOINTS.find((e) => fits(e, call.request.path) !== null);
  if (endpoint === undefined) return plain(404, 'Not Found');
  if (endpoint.method !== call.request.method) return plain(405, 'Method Not Allowed');
  const isOrderApi = endpoint.orderApi === true;
  if (call.request.headers['authorization'] === undefined) return authError(state, isOrderApi);
  const credential = credentialOf(call);
  if (credential === null) return malformedCredential();
  if (tooFast(state, credential.key)) return plain(429, 'Too Many Requests');
  const found = authenticate(state, credential, endpoint.function);
  return typeof found === 'string'
    ? authError(state, isOrderApi)
    : endpoint.answer({ call, state, found });
}

/** The RMS WEB API at api.rms.rakuten.co.jp. It sends no CORS headers: no web page may read it. */
export const apiSite =
  (state: ApiState): Site =>
  (call) => {
    const reply = troubleReply(state.trouble) ?? answer(state, call);
    return state.delayMs > 0 ? { ...reply, delay: state.delayMs } : reply;
  };
