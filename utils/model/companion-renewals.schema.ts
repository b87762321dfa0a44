import * as z from 'zod/mini';
import { sharedId, sharedInstant } from './companion-shared.schema.ts';
import { testResultSchema } from './key-test.schema.ts';
import { RENEWAL_KINDS, RENEWAL_OPENERS } from './renewal.ts';
import { ledgerSchema } from './stored.schema.ts';

// The contract of what browsers of one shop know of its renewal runs. Strict: an unknown field is refused.

/** Notes of two people who wrote apart stand one below the other, so there may be more than one may type. */
const notes = z.string().check(z.maxLength(4_000));

const end = z.union([
  z.strictObject({
    how: z.literal('done'),
    reason: z.null(),
    by: z.literal('kagiban'),
    at: sharedInstant,
  }),
  z.strictObject({
    how: z.literal('reason'),
    reason: z.string().check(z.minLength(1), z.maxLength(2_000)),
    by: z.literal('person'),
    at: sharedInstant,
  }),
]);

/** `PUT /v1/renewals`: a run as one browser knows it. It never holds a key. */
export const renewalAskSchema = z.strictObject({
  shopId: sharedId,
  /** The companion's id where the browser knows it; its own otherwise. */
  id: sharedId,
  appId: sharedId,
  kind: z.enum(RENEWAL_KINDS),
  oldLicenseId: z.nullable(sharedId),
  newLicenseId: z.nullable(sharedId),
  openedBy: z.enum(RENEWAL_OPENERS),
  openedAt: sharedInstant,
  rmsDoneAt: z.nullable(sharedInstant),
  notes,
  /** What the notes were when the browser last had the companion's, so that nobody's are lost. */
  notesWere: notes,
  /** null = open. */
  closed: z.nullable(end),
});
export type RenewalAsk = z.infer<typeof renewalAskSchema>;

/** `GET /v1/renewals`: the runs of one shop, open and ended. */
export const renewalsAnswerSchema = z.strictObject({
  shopId: sharedId,
  revision: z.int(),
  renewals: ledgerSchema.shape.renewals,
});
export type RenewalsAnswer = z.infer<typeof renewalsAnswerSchema>;

/** `PUT /v1/key-tests`: what a browser's own test of a key showed. */
export const keyTestSaidSchema = z.strictObject({
  shopId: sharedId,
  licenseId: sharedId,
  /** The browser's: said twice, it is taken once. */
  id: sharedId,
  at: sharedInstant,
  attempt: z.int().check(z.minimum(0), z.maximum(100)),
  retestAt: z.nullable(sharedInstant),
  result: testResultSchema,
});
export type KeyTestSaid = z.infer<typeof keyTestSaidSchema>;
