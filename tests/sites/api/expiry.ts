import { zonelessTime } from '../lib/jst.ts';
import { json } from '../lib/reply.ts';
import type { Reply } from '../lib/types.ts';
import { licensesOf } from '../rms/world.ts';
import type { Answered } from './endpoints.ts';

/** `{"expiryDate":"2026-11-28T23:59:59"}`, no zone (rms.md §6). It knows the keys of the caller's shop only. */
export function expiryDate({ call, found }: Answered): Reply {
  const asked = call.query.get('licenseKey');
  if (asked === null || asked === '') {
    return json({ errors: [{ code: 'DR0005', message: 'Required parameter is missing.' }] }, 400);
  }
  const known = licensesOf(found.shop).find(({ license }) => license.key === asked);
  return known === undefined
    ? json({ errors: [{ code: 'GA0001', message: 'Un-Authorised' }] }, 401)
    : json({ expiryDate: zonelessTime(known.license.expiresAt) });
}
