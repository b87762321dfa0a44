import * as z from 'zod/mini';
import { apiList, functionList, outage } from './functions.schema.ts';
import { isDate, shortText } from './parts.schema.ts';
import {
  LICENSE_STATES,
  PAGE_CLASSES,
  PAGE_KINDS,
  PROBLEM_CODES,
  type Reading,
} from './reading.ts';

/** Rows that one reading may hold: ten times the largest list that anybody described. */
export const MAX_ROWS = 5000;

const name = shortText(200);

const shop = z.strictObject({
  digits: z.nullable(z.string().check(z.regex(/^\d{1,10}$/))),
  // A slug may be long and hold digits, so it is not redacted; keys have capitals (rms.md §2).
  slug: z.nullable(z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,39}$/))),
  name: z.nullable(name),
});

const last4 = z.nullable(z.string().check(z.regex(/^[A-Za-z0-9_-]{4}$/)));

const licenseRow = z.strictObject({
  developer: name,
  app: name,
  owner: z.enum(['shop', 'vendor']),
  last4,
  expiresOn: z.nullable(isDate),
  state: z.enum(LICENSE_STATES),
  stateText: name,
  extra: z.array(z.tuple([name, name])).check(z.maxLength(40)),
});

const eventRow = z.strictObject({
  company: name,
  service: name,
  startedOn: z.nullable(isDate),
  state: z.enum(LICENSE_STATES),
  stateText: name,
});

const problem = z.strictObject({
  code: z.enum(PROBLEM_CODES),
  where: name,
  text: shortText(80),
  developer: z.nullable(name),
  app: z.nullable(name),
  last4,
});

/**
 * What a content script says that a page says. The sender is taken to be hostile: unknown fields, long
 * texts, too many rows and dates that do not exist are refused, and whatever could be a key is redacted.
 */
export const readingSchema = z.strictObject({
  // No reading is older than this product, nor of a far future that a clock could not have shown.
  at: z.int().check(z.minimum(Date.UTC(2025, 0, 1)), z.maximum(Date.UTC(2200, 0, 1))),
  page: z.enum(PAGE_KINDS),
  pageClass: z.enum(PAGE_CLASSES),
  shop,
  licenses: z.array(licenseRow).check(z.maxLength(MAX_ROWS)),
  licenseCoverage: z.enum(['complete', 'partial']),
  events: z.array(eventRow).check(z.maxLength(MAX_ROWS)),
  eventCoverage: z.enum(['complete', 'partial']),
  problems: z.array(problem).check(z.maxLength(200)),
  issuedNow: z.boolean(),
  apis: z.exactOptional(apiList),
  functions: z.exactOptional(functionList),
  outages: z.exactOptional(z.array(outage).check(z.maxLength(20))),
});

/** The reading, cleaned; null when it is not one. */
export function parseReading(value: unknown): Reading | null {
  const parsed = readingSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
