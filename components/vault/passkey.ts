import { fromBase64, toBase64 } from '../../utils/vault/base64.ts';
import { keyOfPrf } from '../../utils/vault/safe/derive.ts';

/** A passkey of this device, and the key that its fingerprint or face gives. */
export interface DeviceKey {
  credentialId: string;
  salt: string;
  key: string;
}

type Capabilities = { getClientCapabilities?: () => Promise<Record<string, boolean>> };

/** Has this device a fingerprint or face reader that gives keys (WebAuthn PRF)? Browsers before 2025 don't say. */
export async function canUseDevice(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  const { getClientCapabilities } = PublicKeyCredential as Capabilities;
  if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return false;
  const can = await getClientCapabilities?.call(PublicKeyCredential);
  return can?.['extension:prf'] !== false;
}

const random = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

/**
 * Makes a passkey on this device; null where it gives no keys. Rejects with the browser's error where the
 * person declines. Only in a tab: the browser's own window closes a popup.
 */
export async function makePasskey(name: string): Promise<DeviceKey | null> {
  const salt = random(32);
  const made = (await navigator.credentials.create({
    publicKey: {
      rp: { name },
      user: { id: random(16), name, displayName: name },
      challenge: random(32),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      authenticatorSelection: {
        authenticatorAttachment: 'platform',
        residentKey: 'discouraged',
        userVerification: 'required',
      },
      extensions: { prf: { eval: { first: salt } } },
    },
  })) as PublicKeyCredential | null;
  const prf = made?.getClientExtensionResults().prf;
  if (!made || !prf?.enabled) return null;
  const passkey = { credentialId: toBase64(new Uint8Array(made.rawId)), salt: toBase64(salt) };
  // Many answer only when they are asked, not when they are made.
  const first = prf.results?.first;
  const key = first ? await keyOfPrf(first as ArrayBuffer) : await askPasskey(passkey);
  return key === null ? null : { ...passkey, key };
}

/** Asks for the fingerprint or face: the key, or null where the device gives none. */
export async function askPasskey(passkey: Omit<DeviceKey, 'key'>): Promise<string | null> {
  const got = (await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: [
        {
          type: 'public-key',
          id: fromBase64(passkey.credentialId),
          transports: ['internal'],
        },
      ],
      userVerification: 'required',
      extensions: { prf: { eval: { first: fromBase64(passkey.salt) } } },
    },
  })) as PublicKeyCredential | null;
  const first = got?.getClientExtensionResults().prf?.results?.first;
  return first ? keyOfPrf(first as ArrayBuffer) : null;
}
