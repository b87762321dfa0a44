// A file of its own: whoever needs the KDF loads 30 kB of WebAssembly, everybody else none.
import { argon2id } from 'hash-wasm';
import { fromBase64 } from '../base64.ts';
import type { Kdf } from './kdf.ts';

/** 32 bytes by Argon2id. Blocks its thread for a good part of a second: run it in a worker. */
export const argon2 = (
  { memoryKiB, iterations, parallelism, salt }: Extract<Kdf, { name: 'argon2id' }>,
  password: string,
): Promise<Uint8Array> =>
  argon2id({
    password,
    salt: fromBase64(salt),
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
