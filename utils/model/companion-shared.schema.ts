import * as z from 'zod/mini';
import { HISTORY_KINDS } from './ledger.ts';
import { readingSchema } from './reading.schema.ts';
import { historySchema, ledgerSchema } from './stored.schema.ts';

// The contract of the companion's shared ledger, read by both sides. Strict: an unknown field is refused.

/** An id of the companion's; what it looks like is its own business. */
export const sharedId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/));
/** ms since 1970, of this product's time. */
export const sharedInstant = z
  .int()
  .check(z.minimum(Date.UTC(2025, 0, 1)), z.maximum(Date.UTC(2200, 0, 1)));

const shape = ledgerSchema.shape;

/** `POST /v1/readings`: what a page said, as soon as the browser can tell it. */
export const readingAskSchema = z.strictObject({
  /** The browser's own name for it: sent twice, it is taken once. */
  id: sharedId,
  /** Whose it is where the page does not say and a person has; null = the page says. */
  shopId: z.nullable(sharedId),
  /** The browser's clock now, so that a clock that is wrong puts no reading into the wrong time. */
  sentAt: sharedInstant,
  reading: readingSchema,
});
export type ReadingAsk = z.infer<typeof readingAskSchema>;

export const readingAnswerSchema = z.strictObject({ shopId: sharedId, revision: z.int() });
export type ReadingAnswer = z.infer<typeof readingAnswerSchema>;

/** `GET /v1/shops`: the shops that the token reaches. */
export const shopsAnswerSchema = z.strictObject({
  shops: z.array(
    z.strictObject({
      id: sharedId,
      digits: z.nullable(z.string()),
      slug: z.nullable(z.string()),
      name: z.nullable(z.string()),
      /** Changes with every change of the shop. */
      revision: z.int(),
      lastSeenAt: z.number(),
      /** It was given a channel on which to speak for this shop. */
      speaks: z.boolean(),
    }),
  ),
});
export type ShopsAnswer = z.infer<typeof shopsAnswerSchema>;

export const shopQuerySchema = z.strictObject({ shop: sharedId });

/** `GET /v1/licenses`: what is known of the keys of one shop. */
export const licensesAnswerSchema = z.strictObject({
  shopId: sharedId,
  revision: z.int(),
  apps: shape.apps,
  licenses: shape.licenses,
  events: shape.events,
  pages: shape.pages,
  /** The newest of each key. */
  keyTests: shape.keyTests,
});
export type LicensesAnswer = z.infer<typeof licensesAnswerSchema>;

/** `POST /v1/fingerprint-keys`: what the keys of one shop are known again by, made at the first ask. */
export const fingerprintKeyAskSchema = z.strictObject({ shopId: sharedId });
export const fingerprintKeyAnswerSchema = z.strictObject({
  id: sharedId,
  /** 32 bytes, base64. */
  key: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
});

/** `PUT /v1/fingerprints`: of keys that a person carried, under that key; others are not taken. */
export const fingerprintsAskSchema = z.strictObject({
  shopId: sharedId,
  fingerprints: z
    .array(
      z.strictObject({
        licenseId: sharedId,
        fingerprint: z.strictObject({
          hmacKeyId: sharedId,
          mac: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
        }),
      }),
    )
    .check(z.maxLength(1_000)),
});
export type FingerprintsAsk = z.infer<typeof fingerprintsAskSchema>;

const word = z.string().check(z.minLength(1), z.maxLength(100));
/** '' = of the tool no page was seen yet. */
const origin = z.string().check(z.regex(/^(?:https:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?)?$/));

/** `PUT /v1/placements`: which key a tool's field holds, and whether it works there, each with its evidence. */
export const placementAskSchema = z.strictObject({
  shopId: sharedId,
  connectorId: word,
  origin,
  appId: sharedId,
  shopOnTool: z.nullable(word),
  /** Since when the shop uses the tool, as far as that browser knows. */
  createdAt: z.exactOptional(sharedInstant),
  field: z.enum(['licenseKey', 'serviceSecret']),
  /** Which of several fields of that kind, as the tool's connector names it; absent = the only one. */
  part: z.exactOptional(word),
  holds: z.nullable(
    z.strictObject({
      licenseId: sharedId,
      how: z.enum(['filled', 'saved', 'seen', 'stated']),
      by: z.enum(['page', 'person']),
      at: sharedInstant,
    }),
  ),
  works: z.nullable(
    z.strictObject({
      licenseId: sharedId,
      how: z.enum(['toolTest', 'keyTest']),
      by: z.enum(['page', 'person']),
      ok: z.boolean(),
      at: sharedInstant,
    }),
  ),
});
export type PlacementAsk = z.infer<typeof placementAskSchema>;

export const placementsAnswerSchema = z.strictObject({
  shopId: sharedId,
  revision: z.int(),
  bindings: shape.bindings,
  placements: shape.placements,
  /** Tools that the shop does not use any more. */
  toolRemovals: shape.toolRemovals,
});
export type PlacementsAnswer = z.infer<typeof placementsAnswerSchema>;

/** `POST /v1/tool-removals`: the shop does not use the tool any more, since then. */
export const toolRemovalAskSchema = z.strictObject({
  shopId: sharedId,
  connectorId: word,
  origin,
  appId: sharedId,
  at: sharedInstant,
});
export type ToolRemovalAsk = z.infer<typeof toolRemovalAskSchema>;

/** `GET /v1/history`: newest first. */
export const historyQuerySchema = z.strictObject({
  shop: sharedId,
  /** `seq` of the last entry already had. */
  before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
  limit: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|[1-4]\d\d|500)$/))),
});

export const historyAnswerSchema = z.strictObject({
  entries: z.array(
    z.extend(historySchema, {
      seq: z.int(),
      kind: z.enum(HISTORY_KINDS),
      /** Whose browser it came from; `own` = the one that asks; null = the companion's own doing. */
      from: z.nullable(
        z.strictObject({ person: z.string(), browser: z.string(), own: z.boolean() }),
      ),
    }),
  ),
});
export type HistoryAnswer = z.infer<typeof historyAnswerSchema>;
