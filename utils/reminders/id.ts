// FNV-1a, 64 bits: short, synchronous and the same everywhere. It names a reason, it protects nothing.
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

export function hashOf(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  }
  return hash.toString(16).padStart(16, '0');
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
