import { AppError } from '../../../../utils/model/errors.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

export interface CompanionAddress {
  /** e.g. `http://127.0.0.1:8787`, without a path. */
  origin: string;
  /** What the permission is asked for: patterns know no port. */
  pattern: string;
}

/** What a person typed as an address; throws `companionAddress` unless https, or http on this computer. */
export function companionAddress(typed: string): CompanionAddress {
  const url = URL.parse(typed.trim());
  const allowed =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!url || !allowed || url.username !== '' || url.password !== '') {
    throw new AppError('companionAddress');
  }
  return { origin: url.origin, pattern: `${url.protocol}//${url.hostname}/*` };
}
