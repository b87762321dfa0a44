import * as z from 'zod/mini';
import { sharedId } from './companion-shared.schema.ts';

/** `GET /v1/devices`: browsers whose shops are all among those of the token that asks. */
export const devicesAnswerSchema = z.strictObject({
  devices: z.array(
    z.strictObject({
      id: sharedId,
      name: z.string(),
      member: z.strictObject({
        id: sharedId,
        name: z.string(),
        /** null = is there. */
        leftAt: z.nullable(z.number()),
      }),
      pairedAt: z.number(),
      /** null = works. */
      revokedAt: z.nullable(z.number()),
      /** It is the one that asks. */
      self: z.boolean(),
      everyShop: z.boolean(),
      shopIds: z.array(sharedId),
    }),
  ),
});
export type DevicesAnswer = z.infer<typeof devicesAnswerSchema>;

/** `POST /v1/members/{id}/departure`: a person leaves, with all browsers. */
export const departureAskSchema = z.strictObject({
  /** Who takes over what the leaver had said they would see to; null or absent = nobody: it is said again. */
  to: z.optional(z.nullable(sharedId)),
});
export const departureAnswerSchema = z.strictObject({
  revokedDevices: z.int(),
  /** Promises of the leaver that are now the heir's, or nobody's. */
  handedOver: z.int(),
});
export type DepartureAnswer = z.infer<typeof departureAnswerSchema>;
