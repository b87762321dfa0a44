import * as z from 'zod/mini';
import { makeSecret, reveal, type Secret } from '../../model/secret.ts';
import type { Held, HeldToken, TokenField } from './items.ts';

const text = z.string().check(z.maxLength(1000));
const secret = z.string().check(z.minLength(1), z.maxLength(1000));
const known = z.nullable(text);
const base = { id: text, heldAt: z.number() };

const keySchema = z.strictObject({
  kind: z.literal('key'),
  ...base,
  shopId: known,
  appId: known,
  licenseId: known,
  developer: known,
  app: known,
  last4: text,
  licenseKey: secret,
  serviceSecret: z.nullable(secret),
});
const tokenSchema = z.strictObject({
  kind: z.literal('token'),
  ...base,
  service: z.enum(['chatwork', 'zendesk', 'netshonin']),
  name: text,
  values: z.strictObject({
    chatworkToken: z.exactOptional(secret),
    zendeskSubdomain: z.exactOptional(secret),
    zendeskEmail: z.exactOptional(secret),
    zendeskToken: z.exactOptional(secret),
    listUrl: z.exactOptional(secret),
    listPlan: z.exactOptional(secret),
  }),
});
const itemsSchema = z
  .array(z.discriminatedUnion('kind', [keySchema, tokenSchema]))
  .check(z.maxLength(2000));

type Plain = z.infer<typeof itemsSchema>[number];

/** The items as a text to be sealed at once: it is in the clear. */
export const textOfItems = (items: Held[]): string => JSON.stringify(items.map(plain));

function plain(held: Held): Plain {
  if (held.kind === 'key') {
    const { licenseKey, serviceSecret } = held;
    const opened = { licenseKey: reveal(licenseKey), serviceSecret: revealed(serviceSecret) };
    return { ...held, ...opened };
  }
  const values = Object.entries(held.values).map(([field, value]) => [field, reveal(value)]);
  return { ...held, values: Object.fromEntries(values) as Partial<Record<TokenField, string>> };
}

const revealed = (value: Secret | null): string | null => (value === null ? null : reveal(value));

/** The items in an opened text. Throws on anything else. */
export const itemsIn = (opened: string): Held[] =>
  itemsSchema.parse(JSON.parse(opened)).map(hidden);

function hidden(item: Plain): Held {
  if (item.kind === 'token') return { ...item, values: secretsIn(item.values) };
  const { licenseKey, serviceSecret } = item;
  return {
    ...item,
    licenseKey: makeSecret(licenseKey),
    serviceSecret: serviceSecret === null ? null : makeSecret(serviceSecret),
  };
}

const secretsIn = (values: Partial<Record<TokenField, string>>): HeldToken['values'] =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, makeSecret(value)]));
