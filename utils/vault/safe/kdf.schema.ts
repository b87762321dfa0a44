import * as z from 'zod/mini';
import { ARGON2, PBKDF2 } from './kdf.ts';

const within = ({ least, most }: { least: number; most: number }) =>
  z.int().check(z.minimum(least), z.maximum(most));

/** 16 bytes and more, as base64. */
const salt = z.string().check(z.regex(/^[A-Za-z0-9+/]{22,86}={0,2}$/));

/** Refuses parameters below the floor, and those that would hang the computer. */
export const kdfSchema = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: within(ARGON2.memoryKiB),
    iterations: within(ARGON2.iterations),
    parallelism: within(ARGON2.parallelism),
    salt,
  }),
  z.strictObject({ name: z.literal('pbkdf2-sha256'), iterations: within(PBKDF2.iterations), salt }),
]);

/** 32 bytes, as base64: what a passphrase or a fingerprint became. */
export const keyTextSchema = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
