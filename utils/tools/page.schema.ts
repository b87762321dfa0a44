import * as z from 'zod/mini';
import { FIELD_KINDS, FILL_OUTCOMES } from '../model/tool.ts';
import { LABEL_SOURCES } from './page/types.ts';

/** What the page script answers. The page itself cannot speak here, but its texts do: all is bounded. */
const text = z.string().check(z.maxLength(200));
const list = <T extends z.core.$ZodType>(item: T, max: number) =>
  z.array(item).check(z.maxLength(max));

export const anchorsSchema = z.object({
  labels: list(text, 40),
  name: z.string(),
  type: text,
  section: z.exactOptional(text),
});
export const shopTextSchema = z.object({ label: text, text });

export const pageFactsSchema = z.object({
  token: text,
  origin: z.string(),
  path: z.string().check(z.maxLength(2000)),
  words: list(z.object({ word: text, where: z.enum(['title', 'heading', 'text']) }), 1000),
  fields: list(
    z.object({
      ref: z.number(),
      labels: list(z.object({ text, from: z.enum(LABEL_SOURCES) }), 40),
      anchors: anchorsSchema,
      id: z.string(),
      section: text,
      near: text,
      form: text,
      rendered: z.boolean(),
    }),
    300,
  ),
  shops: list(shopTextSchema, 20),
  title: text,
  pointed: z.nullable(z.number()),
});

export const fieldResultsSchema = z.array(
  z.object({
    field: z.enum(FIELD_KINDS),
    part: z.exactOptional(text),
    outcome: z.enum(FILL_OUTCOMES),
  }),
);

export const heldReadSchema = z.object({
  is: z.enum(['key', 'empty', 'masked', 'unsaved', 'gone']),
  last4: z.nullable(z.string().check(z.maxLength(4))),
});

export const testReadSchema = z.object({
  result: z.enum(['ok', 'failed', 'notRun']),
  last4: z.nullable(z.string().check(z.maxLength(4))),
  filledHere: z.boolean(),
  fresh: z.boolean(),
});
