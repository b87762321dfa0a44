/**
 * By what a key is known again without the key: an HMAC under a key that never leaves this browser. Two of
 * different `hmacKeyId` cannot be compared, and say nothing of each other.
 */
export interface Fingerprint {
  hmacKeyId: string;
  mac: string;
}

/** Do two fingerprints say that it is the same key? */
export const sameFingerprint = (
  a: Fingerprint,
  b: Fingerprint,
): 'same' | 'different' | 'cannotCompare' => {
  if (a.hmacKeyId !== b.hmacKeyId) return 'cannotCompare';
  return a.mac === b.mac ? 'same' : 'different';
};
