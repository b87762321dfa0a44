import * as z from 'zod/mini';
import { CARRY_WARNINGS } from '../model/carry.ts';

const text = z.nullable(z.string());

/** What one carried key is in the session area. An unreadable one is treated as gone. */
export const carryRecordSchema = z.object({
  version: z.literal(1),
  sealed: z.object({ iv: z.string(), data: z.string() }),
  info: z.object({
    id: z.string(),
    shopId: text,
    appId: text,
    licenseId: text,
    developer: text,
    app: text,
    last4: z.string(),
    hasSecret: z.boolean(),
    carriedAt: z.number(),
    idleUntil: z.number(),
    keepUntil: z.nullable(z.number()),
    warnings: z.array(z.enum(CARRY_WARNINGS)),
  }),
});

export const sealedCredentialsSchema = z.object({
  licenseKey: z.string(),
  serviceSecret: z.nullable(z.string()),
});
