import * as z from 'zod/mini';
import { keyText } from './companion.schema.ts';
import { sharedId } from './companion-shared.schema.ts';
import { functionName } from './key-test.schema.ts';

/** `POST /v1/watches`: keep this key, sealed, and test it every day. A person asked for it. */
export const watchAskSchema = z.strictObject({
  shopId: sharedId,
  licenseId: sharedId,
  credentials: z.strictObject({ licenseKey: keyText, serviceSecret: keyText }),
  requiredFunctions: z.array(functionName).check(z.maxLength(50)),
});

/** A watch, without the key: that is never given out again. */
export const watchSchema = z.strictObject({
  id: sharedId,
  licenseId: sharedId,
  createdAt: z.number(),
  /** Name of the person who asked for it; null = has left. */
  by: z.nullable(z.string()),
  nextTestAt: z.number(),
});

export const watchesAnswerSchema = z.strictObject({ watches: z.array(watchSchema) });
