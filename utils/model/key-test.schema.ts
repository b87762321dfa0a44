import * as z from 'zod/mini';
import { CAUSES, VERDICTS, WHYS, type TestResult } from './key-test.ts';
import { isDate } from './parts.schema.ts';

/** RMS's name of a function, e.g. `itemapi_2.0.items.search`: narrow, since it is logged and shown. */
export const functionName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/));

const probe = z.strictObject({
  function: functionName,
  outcome: z.enum(['permitted', 'refused', 'serviceDown', 'tooFast', 'unclear']),
  status: z.nullable(z.int().check(z.minimum(100), z.maximum(599))),
  code: z.nullable(z.string().check(z.regex(/^[A-Z0-9_-]{1,80}$/))),
});

export const testResultSchema = z.strictObject({
  verdict: z.enum(VERDICTS),
  expiresOn: z.nullable(isDate),
  causes: z.array(z.enum(CAUSES)),
  missingFunctions: z.array(functionName),
  why: z.nullable(z.enum(WHYS)),
  probes: z.array(probe),
}) satisfies z.ZodMiniType<TestResult>;
