import * as z from 'zod/mini';
import { API_ASKS, FUNCTION_STAGES } from './functions.ts';
import { instant, shortText } from './parts.schema.ts';

/** Lines of one list: RMS has about a hundred functions. */
const MAX_FUNCTIONS = 500;

const name = shortText(200);
const functionName = shortText(100);

export const apiRow = z.strictObject({ name: functionName, about: name, isNew: z.boolean() });

export const apiList = z.strictObject({
  developer: name,
  app: name,
  asks: z.nullable(z.enum(API_ASKS)),
  rows: z.array(apiRow).check(z.maxLength(MAX_FUNCTIONS)),
});

export const functionList = z.strictObject({
  developer: z.nullable(name),
  app: z.nullable(name),
  stage: z.enum(FUNCTION_STAGES),
  rows: z
    .array(z.strictObject({ name: functionName, used: z.nullable(z.boolean()) }))
    .check(z.maxLength(MAX_FUNCTIONS)),
});

export const outage = z.strictObject({
  title: shortText(80),
  from: instant,
  to: z.nullable(instant),
});

// What is stored. It was parsed when it came in.
const names = z.array(z.string());
const stored = z.strictObject({ name: z.string(), about: z.string(), isNew: z.boolean() });

export const appApis = z.strictObject({
  agreed: z.nullable(z.strictObject({ names, at: instant })),
  asked: z.nullable(z.strictObject({ why: z.enum(API_ASKS), rows: z.array(stored), at: instant })),
});

export const appFunctions = z.strictObject({
  registered: z.nullable(z.strictObject({ used: names, unused: names, at: instant })),
  unfinished: z.nullable(
    z.strictObject({ used: names, at: instant, left: z.boolean(), notSaved: z.boolean() }),
  ),
});

export const storedOutage = z.strictObject({
  title: z.string(),
  from: instant,
  to: z.nullable(instant),
  seenAt: instant,
});
