import * as z from 'zod/mini';
import type { KeyTestAnswer, KeyTestAsk, PairingAnswer, PairingAsk } from './companion.ts';
import { functionName, testResultSchema } from './key-test.schema.ts';
import { isDate, shortText } from './parts.schema.ts';
import { LICENSE_STATES } from './reading.ts';
import { redactKeys } from './secret.ts';

// The contract of the companion, read by both sides. Strict: an unknown field is refused.

const instant = z.int().check(z.nonnegative());
// A key is printable ASCII without spaces (rms.md §2); the length is far above any key known.
export const keyText = z.string().check(z.regex(/^[\x21-\x7e]{1,256}$/));

// A database refuses some of them, and no name has one.
const NO_CONTROLS = /^\P{Cc}*$/u;
// Kept as typed in the clear: a key that somebody pasted into the wrong field must not be.
const givenName = z.pipe(
  z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.regex(NO_CONTROLS)),
  z.transform(redactKeys),
);

export const pairingAskSchema = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(64)),
  person: givenName,
  device: givenName,
}) satisfies z.ZodMiniType<PairingAsk>;

export const pairingAnswerSchema = z.strictObject({
  deviceId: z.string().check(z.minLength(1), z.maxLength(64)),
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{32,128}$/)),
}) satisfies z.ZodMiniType<PairingAnswer>;

export const keyTestAskSchema = z.strictObject({
  owner: z.enum(['shop', 'vendor']),
  app: z.nullable(z.strictObject({ developer: shortText(200), name: shortText(200) })),
  shopDigits: z.nullable(z.string().check(z.regex(/^\d{1,10}$/))),
  credentials: z.strictObject({ licenseKey: keyText, serviceSecret: z.nullable(keyText) }),
  expiresOn: z.nullable(isDate),
  state: z.nullable(z.enum(LICENSE_STATES)),
  issuedAt: z.nullable(instant),
  firstTestAt: z.nullable(instant),
  requiredFunctions: z.array(functionName).check(z.maxLength(50)),
}) satisfies z.ZodMiniType<KeyTestAsk>;

export const keyTestAnswerSchema = z.strictObject({
  at: instant,
  result: testResultSchema,
}) satisfies z.ZodMiniType<KeyTestAnswer>;

/** An error of the companion (RFC 9457). Only `code` decides anything. */
export const problemSchema = z.looseObject({
  status: z.int(),
  code: z.string().check(z.regex(/^[a-zA-Z]{1,40}$/)),
});
