import * as z from 'zod/mini';
import { PAGE_CLASSES, PAGE_KINDS } from '../model/reading.ts';

const text = z.string().check(z.maxLength(300));
const maybe = z.nullable(text);

/** What a frame's answer to a carry must be: it comes from a page's process. */
export const foundKeysSchema = z.object({
  page: z.enum(PAGE_KINDS),
  pageClass: z.enum(PAGE_CLASSES),
  shop: z.object({ digits: maybe, slug: maybe, name: maybe }),
  keys: z
    .array(
      z.object({
        licenseKey: text,
        serviceSecret: maybe,
        developer: maybe,
        app: maybe,
        last4: text,
        shownLast4: maybe,
        from: z.enum(['page', 'selection']),
      }),
    )
    .check(z.maxLength(50)),
});
