import { AppError } from '../model/errors.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin of a companion from what a person typed: https anywhere, plain http on this machine only.
 * Throws `AppError('companionAddress')` for anything else.
 */
export function companionOrigin(text: string): string {
  const typed = text.normalize('NFKC').trim();
  const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `${schemeFor(typed)}://${typed}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (!url || !isAllowed(url)) throw new AppError('companionAddress');
  return url.origin;
}

/** `127.0.0.1:8787` means http, `companion.example.jp` https. */
const schemeFor = (typed: string): string =>
  LOOPBACK.test(typed.replace(/:\d+$/, '')) ? 'http' : 'https';

function isAllowed(url: URL): boolean {
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}
