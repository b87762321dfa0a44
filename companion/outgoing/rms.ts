import type { FetchPort } from '../../utils/keytest/types.ts';
import { isLoopback } from '../setting.ts';
import { makeOutgoing } from './fetch.ts';

/**
 * How keys leave for RMS: as every call outside, to the address that was checked and nowhere else. Only
 * where the setting names this machine itself, as tests do, is it called as it stands.
 */
export const rmsFetch = (baseUrl: string, outgoing: typeof fetch = makeOutgoing()): FetchPort => {
  const { hostname } = new URL(baseUrl);
  if (isLoopback(hostname)) return (url, init) => fetch(url, init);
  return (url, init) => outgoing(url, init);
};
