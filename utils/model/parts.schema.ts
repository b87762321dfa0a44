import * as z from 'zod/mini';
import { redactKeys } from './secret.ts';
import type { JstDate } from './time.ts';

/** A date that exists, `YYYY-MM-DD`. `z.iso.date` and no custom check, so that it can be written as JSON Schema. */
export const isDate = z.iso.date() as unknown as z.ZodMiniType<JstDate, JstDate>;

/** Milliseconds since 1970. */
export const instant = z.number();

/** Text of a page, at most that long, with whatever could be a key redacted. */
export const shortText = (max: number) =>
  z.string().check(z.maxLength(max), z.overwrite(redactKeys));
