import * as z from 'zod/mini';
import { kdfSchema } from './kdf.schema.ts';

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

export const sealedSchema = z.strictObject({ iv: base64, data: base64 });

/** What a passkey is known by, and what it is asked. */
export const passkeySchema = { credentialId: base64, salt: base64 };

export const recordSchema = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  rev: z.int().check(z.nonnegative()),
  madeAt: z.number(),
  passphraseAt: z.number(),
  kdf: kdfSchema,
  wrapped: sealedSchema,
  device: z.nullable(
    z.strictObject({ ...passkeySchema, wrapped: sealedSchema, since: z.number() }),
  ),
  body: sealedSchema,
});
