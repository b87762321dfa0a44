import * as z from 'zod/mini';
import { CHANNELS, NOTICE_KINDS } from './notice.ts';
import { isDate } from './parts.schema.ts';

const kind = z.enum(NOTICE_KINDS);
const minuteOfDay = z.int().check(z.gte(0), z.lte(1440));
const span = z.strictObject({ from: isDate, to: isDate, name: z.string() });

export const target = z.strictObject({
  id: z.string(),
  channel: z.enum(CHANNELS),
  name: z.string(),
  config: z.record(z.string(), z.string()),
  secretName: z.nullable(z.string()),
  kinds: z.array(kind),
  people: z.array(z.string()),
  enabled: z.boolean(),
});

export const policy = z.strictObject({
  id: z.string(),
  name: z.string(),
  shopIds: z.array(z.string()),
  daysOff: z.array(z.int().check(z.gte(0), z.lte(6))),
  holidaysOff: z.boolean(),
  closed: z.array(span),
  busy: z.array(span),
  office: z.strictObject({ from: minuteOfDay, to: minuteOfDay }),
  digestAt: minuteOfDay,
  routes: z.array(
    z.strictObject({
      kind,
      targetIds: z.array(z.string()),
      fallbackIds: z.array(z.string()),
      escalation: z.nullable(z.strictObject({ targetId: z.string(), afterHours: z.number() })),
    }),
  ),
});
