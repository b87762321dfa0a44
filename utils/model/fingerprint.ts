/**
 * By what a key is known again without the key: an HMAC under a key of this browser or, where a companion is
 * paired, of the shop. Two of different `hmacKeyId` cannot be compared, and say nothing of each other.
 */
export interface Fingerprint {
  hmacKeyId: string;
  mac: string;
}

/** What a shop's fingerprints are made with, as it comes from the companion. */
export interface FingerprintKey {
  id: string;
  /** 32 bytes, base64. */
  key: string;
}

/** Do two fingerprints say that it is the same key? */
export const sameFingerprint = (
  a: Fingerprint,
  b: Fingerprint,
): 'same' | 'different' | 'cannotCompare' => {
  if (a.hmacKeyId !== b.hmacKeyId) return 'cannotCompare';
  return a.mac === b.mac ? 'same' : 'different';
};
