import * as z from 'zod/mini';
import { appApis, appFunctions, storedOutage } from './functions.schema.ts';
import { instant, isDate } from './parts.schema.ts';
import { CAUSES, VERDICTS, WHYS } from './key-test.ts';
import { HISTORY_KINDS, type HistoryEntry, type Ledger } from './ledger.ts';
import { readingSchema } from './reading.schema.ts';
import { LICENSE_STATES, PAGE_CLASSES, PAGE_KINDS, PROBLEM_CODES } from './reading.ts';
import { policy, target } from './notice.schema.ts';
import { answer, delivery, reminder } from './reminder.schema.ts';
import { RENEWAL_KINDS, RENEWAL_OPENERS } from './renewal.ts';
import { FIELD_KINDS } from './tool.ts';

// The shape of what is stored, version 1. The extension does not parse its own records at every read
// (a popup reads 5,000); this is what the frozen example is held against, and what an import is parsed by.
const id = z.string();
const maybe = z.nullable(z.string());
const maybeInstant = z.nullable(instant);
const maybeDate = z.nullable(isDate);

const shop = z.strictObject({
  id,
  digits: maybe,
  slug: maybe,
  name: maybe,
  identified: z.boolean(),
  namedByPerson: z.boolean(),
  firstSeenAt: instant,
  lastSeenAt: instant,
});

const app = z.strictObject({
  id,
  shopId: id,
  developer: z.string(),
  name: z.string(),
  owner: z.enum(['shop', 'vendor']),
  apis: z.exactOptional(appApis),
  functions: z.exactOptional(appFunctions),
});

const license = z.strictObject({
  id,
  shopId: id,
  appId: id,
  last4: maybe,
  expiry: z.nullable(z.strictObject({ on: isDate, basis: z.enum(['page', 'api', 'person']) })),
  conflict: z.nullable(z.strictObject({ on: isDate, seenAt: instant })),
  refusedOn: z.exactOptional(isDate),
  dateHiddenSince: z.exactOptional(instant),
  state: z.enum(LICENSE_STATES),
  stateText: z.string(),
  updateSeenSince: maybeInstant,
  issuedSeenAt: maybeInstant,
  firstSeenAt: instant,
  lastSeenAt: instant,
  missedReadings: z.number(),
  goneAt: maybeInstant,
  fingerprint: z.exactOptional(z.strictObject({ hmacKeyId: z.string(), mac: z.string() })),
});

const event = z.strictObject({
  id,
  shopId: id,
  company: z.string(),
  service: z.string(),
  startedOn: maybeDate,
  state: z.enum(LICENSE_STATES),
  stateText: z.string(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  missedReadings: z.number(),
  goneAt: maybeInstant,
});

const problem = z.strictObject({
  code: z.enum(PROBLEM_CODES),
  where: z.string(),
  text: z.string(),
  developer: maybe,
  app: maybe,
  last4: maybe,
});

const page = z.strictObject({
  id,
  shopId: maybe,
  page: z.enum(PAGE_KINDS),
  pageClass: z.enum(PAGE_CLASSES),
  since: instant,
  at: instant,
  readAt: maybeInstant,
  problems: z.array(problem),
  problemsSince: z.exactOptional(instant),
});

const binding = z.strictObject({
  id,
  shopId: id,
  connectorId: z.string(),
  origin: z.string(),
  settingsPath: z.exactOptional(z.string()),
  appId: id,
  shopOnTool: maybe,
  createdAt: instant,
});

const placement = z.strictObject({
  id,
  bindingId: id,
  field: z.enum(FIELD_KINDS),
  part: z.exactOptional(z.string()),
  holds: z.nullable(
    z.strictObject({
      licenseId: id,
      how: z.enum(['filled', 'saved', 'seen', 'stated']),
      by: z.enum(['page', 'person']),
      at: instant,
    }),
  ),
  works: z.nullable(
    z.strictObject({
      licenseId: id,
      how: z.enum(['toolTest', 'keyTest']),
      by: z.enum(['page', 'person']),
      ok: z.boolean(),
      at: instant,
    }),
  ),
});

const toolRemoval = z.strictObject({
  id,
  shopId: id,
  connectorId: z.string(),
  origin: z.string(),
  appId: id,
  at: instant,
});

const renewal = z.strictObject({
  id,
  shopId: id,
  appId: id,
  kind: z.enum(RENEWAL_KINDS),
  oldLicenseId: maybe,
  newLicenseId: maybe,
  openedBy: z.enum(RENEWAL_OPENERS),
  openedAt: instant,
  rmsDoneAt: maybeInstant,
  notes: z.string(),
  notesShared: z.exactOptional(z.string()),
  closed: z.nullable(
    z.strictObject({
      how: z.enum(['done', 'reason']),
      reason: maybe,
      by: z.enum(['kagiban', 'person']),
      at: instant,
    }),
  ),
});

const customTool = z.strictObject({
  id,
  name: z.string(),
  fields: z.array(
    z.strictObject({
      field: z.enum(['licenseKey', 'serviceSecret', 'expiresOn']),
      labels: z.array(z.string()),
      name: z.string(),
      id: z.string(),
      form: z.string(),
      section: z.string(),
    }),
  ),
  origins: z.array(z.string()),
  createdAt: instant,
});

const keyTest = z.strictObject({
  id,
  licenseId: id,
  at: instant,
  by: z.enum(['worker', 'companion']),
  attempt: z.number(),
  retestAt: maybeInstant,
  verdict: z.enum(VERDICTS),
  expiresOn: maybeDate,
  causes: z.array(z.enum(CAUSES)),
  missingFunctions: z.array(z.string()),
  why: z.nullable(z.enum(WHYS)),
  probes: z.array(
    z.strictObject({
      function: z.string(),
      outcome: z.enum(['permitted', 'refused', 'serviceDown', 'tooFast', 'unclear']),
      status: z.nullable(z.number()),
      code: maybe,
    }),
  ),
});

export const ledgerSchema = z.strictObject({
  meta: z.strictObject({
    id: z.literal('meta'),
    firstReadingAt: maybeInstant,
    hintDismissedAt: maybeInstant,
    outage: z.exactOptional(storedOutage),
    speaksFor: z.exactOptional(z.array(id)),
    companionHeardAt: z.exactOptional(instant),
    companionMissed: z.exactOptional(z.object({ since: instant, at: instant })),
    companionSpeaksFor: z.exactOptional(z.array(id)),
    timeSeen: z.exactOptional(instant),
  }),
  shops: z.array(shop),
  apps: z.array(app),
  licenses: z.array(license),
  events: z.array(event),
  pages: z.array(page),
  bindings: z.array(binding),
  placements: z.array(placement),
  toolRemovals: z.array(toolRemoval),
  customTools: z.array(customTool),
  renewals: z.array(renewal),
  keyTests: z.array(keyTest),
  reminders: z.array(reminder),
  deliveries: z.array(delivery),
  targets: z.array(target),
  policies: z.array(policy),
  answers: z.array(answer),
  unsent: z.array(
    z.strictObject({
      id,
      no: z.int(),
      reading: readingSchema,
    }),
  ),
  fromOthers: z.array(z.strictObject({ id })),
});

export const historySchema = z.strictObject({
  at: instant,
  kind: z.enum(HISTORY_KINDS),
  shopId: maybe,
  subjectId: maybe,
  detail: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
// A field added to a plain type and not here (or the reverse) does not compile.
export const ledgerIsCovered: Same<z.infer<typeof ledgerSchema>, Ledger> = true;
export const historyIsCovered: Same<z.infer<typeof historySchema>, HistoryEntry> = true;
