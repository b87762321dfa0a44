import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { makeSecret, reveal, type Secret } from '../../utils/model/secret.ts';
import type { KeyRing } from './master-key.ts';

const IV = 12;
const TAG = 16;

/** Both halves of a shop app's credential. */
export interface Pair {
  licenseKey: Secret;
  serviceSecret: Secret;
}

/** Seals under the first key (AES-256-GCM), for that place only: moved to another row it does not open. */
export function sealText(ring: KeyRing, place: string, text: string): string {
  const [{ id, bytes }] = ring;
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', bytes, iv).setAAD(Buffer.from(place));
  const body = [cipher.update(text, 'utf8'), cipher.final()];
  const sealed = Buffer.concat([iv, ...body, cipher.getAuthTag()]);
  return `${id}.${sealed.toString('base64')}`;
}

/** null = sealed under a key that is not in the ring, for another place, or changed since. */
export function openText(ring: KeyRing, place: string, text: string): string | null {
  const [id = '', coded = ''] = text.split('.');
  const key = ring.find((one) => one.id === id);
  if (!key) return null;
  const sealed = Buffer.from(coded, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, IV))
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(-TAG));
    const plain = [decipher.update(sealed.subarray(IV, -TAG)), decipher.final()];
    return Buffer.concat(plain).toString('utf8');
  } catch {
    return null;
  }
}

/** Both halves, sealed together. */
export const sealPair = (ring: KeyRing, place: string, pair: Pair): string =>
  sealText(ring, place, JSON.stringify([reveal(pair.licenseKey), reveal(pair.serviceSecret)]));

/** null = does not open (`openText`). */
export function openPair(ring: KeyRing, place: string, text: string): Pair | null {
  const plain = openText(ring, place, text);
  if (plain === null) return null;
  const [licenseKey, serviceSecret] = JSON.parse(plain) as [string, string];
  return { licenseKey: makeSecret(licenseKey), serviceSecret: makeSecret(serviceSecret) };
}
