import * as z from 'zod/mini';
import { sharedId } from './companion-shared.schema.ts';

/** `POST /v1/calendar-links`: a read-only address for the dates of one shop, until it is deleted. */
export const calendarLinkAskSchema = z.strictObject({ shopId: sharedId });

/** The address below the companion's own, with its token: shown once. It carries no key, not even last4. */
export const calendarLinkAnswerSchema = z.strictObject({ id: sharedId, path: z.string() });

export const calendarLinksAnswerSchema = z.strictObject({
  links: z.array(z.strictObject({ id: sharedId, createdAt: z.number() })),
});

export const calendarQuerySchema = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
