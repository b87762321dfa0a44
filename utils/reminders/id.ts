const PRIME = 0x01000193;
const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');

/**
 * 64 bits as two FNV-1a of 32 bits, the second over the characters in reverse: short, synchronous and the
 * same everywhere. It names a reason, it protects nothing.
 */
export function hashOf(text: string): string {
  let there = 0x811c9dc5;
  let back = 0x9747b28c;
  for (let i = 0; i < text.length; i += 1) {
    there = Math.imul(there ^ text.charCodeAt(i), PRIME);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - i), PRIME);
  }
  return hex(there) + hex(back);
}

interface Named {
  subjectId: string;
  expiresOn: string | null;
  reason: string;
  threshold: number | null;
  occurrence: number;
}

/** The id of a reminder: the same reason has the same id wherever it is thought of (DESIGN §3). */
export const reminderId = (one: Named): string =>
  hashOf(
    [one.subjectId, one.expiresOn, one.reason, one.threshold, one.occurrence]
      .map((part) => String(part ?? '-'))
      .join('|'),
  );
