/** How a passphrase becomes a key. It stands beside the ciphertext, so that it can be raised. */
export type Kdf =
  | {
      name: 'argon2id';
      memoryKiB: number;
      iterations: number;
      parallelism: number;
      /** 16 random bytes, base64. */
      salt: string;
    }
  | { name: 'pbkdf2-sha256'; iterations: number; salt: string };

interface Range {
  /** Less is refused: a stored value so low is an attack (OWASP's floor). */
  least: number;
  /** More would hang the computer: a file may say anything. */
  most: number;
  /** What is written today, at or above Bitwarden's (facts of November 2026). */
  today: number;
}

export const ARGON2 = {
  memoryKiB: { least: 19 * 1024, most: 512 * 1024, today: 64 * 1024 },
  iterations: { least: 2, most: 20, today: 3 },
  parallelism: { least: 1, most: 16, today: 4 },
} satisfies Record<string, Range>;

export const PBKDF2 = {
  iterations: { least: 600_000, most: 5_000_000, today: 600_000 },
} satisfies Record<string, Range>;

const SALT_BYTES = 16;

/** Today's parameters with a fresh salt; PBKDF2 only where the browser runs no WebAssembly. */
export function freshKdf(crypto: Crypto, hasWasm: boolean): Kdf {
  const bytes = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const salt = btoa(String.fromCharCode(...bytes));
  return hasWasm
    ? {
        name: 'argon2id',
        memoryKiB: ARGON2.memoryKiB.today,
        iterations: ARGON2.iterations.today,
        parallelism: ARGON2.parallelism.today,
        salt,
      }
    : { name: 'pbkdf2-sha256', iterations: PBKDF2.iterations.today, salt };
}

/** Is it below what would be written today? Then it is raised at the next unlock by passphrase. */
export function isBelowToday(kdf: Kdf, hasWasm: boolean): boolean {
  if (kdf.name === 'pbkdf2-sha256') {
    return hasWasm || kdf.iterations < PBKDF2.iterations.today;
  }
  return (
    hasWasm &&
    (kdf.memoryKiB < ARGON2.memoryKiB.today ||
      kdf.iterations < ARGON2.iterations.today ||
      kdf.parallelism < ARGON2.parallelism.today)
  );
}

/** One writing for one set of parameters, to be authenticated with what they protect. */
export const kdfText = (kdf: Kdf): string =>
  kdf.name === 'argon2id'
    ? `argon2id:${kdf.memoryKiB}:${kdf.iterations}:${kdf.parallelism}:${kdf.salt}`
    : `pbkdf2-sha256:${kdf.iterations}:${kdf.salt}`;
