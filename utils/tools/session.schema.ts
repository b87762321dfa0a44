import * as z from 'zod/mini';
import { SETTING_KINDS } from '../model/tool.ts';
import { anchorsSchema, shopTextSchema } from './page.schema.ts';

const targetSchema = z.object({ ref: z.number(), anchors: anchorsSchema });

export const lookSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  tabId: z.number(),
  documentId: z.nullable(z.string()),
  token: z.string(),
  connectorId: z.string(),
  origin: z.string(),
  path: z.string(),
  fields: z.array(
    z.object({
      field: z.enum(['licenseKey', 'serviceSecret', 'expiresOn', ...SETTING_KINDS]),
      part: z.exactOptional(z.string()),
      label: z.string(),
      found: z.enum(['one', 'none', 'many']),
      target: z.nullable(targetSchema),
      candidates: z.array(z.extend(targetSchema, { near: z.string() })),
    }),
  ),
  shopNames: z.array(z.string()),
  shops: z.array(shopTextSchema),
  at: z.number(),
});

export const lastFillSchema = z.object({
  version: z.literal(1),
  tabId: z.number(),
  connectorId: z.string(),
  origin: z.string(),
  bindingId: z.string(),
  licenseId: z.string(),
  last4: z.string(),
  at: z.number(),
});
