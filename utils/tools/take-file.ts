import * as z from 'zod/mini';
import { AppError } from '../model/errors.ts';
import type { LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const fields = z
  .array(
    z.strictObject({
      field: z.enum(['licenseKey', 'serviceSecret', 'expiresOn']),
      labels: z.array(text(200)).check(z.maxLength(40)),
      name: text(200),
      id: text(200),
      form: text(200),
      section: text(200),
    }),
  )
  .check(z.minLength(1), z.maxLength(10));

/** What is exchanged: words by which fields are known. No host, no pattern, no id of ours; anything else is refused. */
const fileSchema = z.strictObject({
  kagiban: z.literal('tools'),
  version: z.literal(1),
  tools: z
    .array(z.strictObject({ name: text(60).check(z.trim(), z.minLength(1)), fields }))
    .check(z.maxLength(100)),
});

/** A file is a few kB; more is none of ours. */
const MAX_FILE = 500_000;

/**
 * Takes a file in. Its tools are bound to no address: the person sees the domain and confirms it at the
 * first fill, as for every tool. Throws `badFile`.
 */
export function takeFile(file: string, newId: () => string, now: Instant): LedgerChange {
  const parsed = file.length > MAX_FILE ? null : fileSchema.safeParse(jsonIn(file));
  if (!parsed?.success) throw new AppError('badFile');
  return {
    customTools: parsed.data.tools.map((tool) =>
      Object.assign(tool, { id: newId(), origins: [], createdAt: now }),
    ),
  };
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return null;
  }
}
