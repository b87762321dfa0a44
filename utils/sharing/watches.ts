import * as z from 'zod/mini';
import { watchesAnswerSchema, watchSchema } from '../model/companion-watches.schema.ts';
import { licensesAnswerSchema } from '../model/companion-shared.schema.ts';
import { AppError, errorCodeOf } from '../model/errors.ts';
import { reveal, type Secret } from '../model/secret.ts';
import type { Instant } from '../model/time.ts';
import { aliasesOf, localShop } from './aliases.ts';
import { aboutShop, type SharePort } from './port.ts';
import { hearOfShops } from './hear.ts';

/** A key that the companion keeps sealed and tests every day. */
export interface WatchedKey {
  id: string;
  app: string;
  last4: string;
  /** Who asked for it; null = has left. */
  by: string | null;
  createdAt: Instant;
  nextTestAt: Instant;
}

/** A key of the shop's own app that a person wants watched. */
export interface ToWatch {
  shopId: string;
  licenseId: string;
  licenseKey: Secret;
  serviceSecret: Secret;
  /** What the tools that hold it need. */
  requiredFunctions: string[];
}

type Port = Pick<SharePort, 'ask' | 'read' | 'change'>;

/**
 * Gives the key to the companion, which keeps it sealed. It leaves for it, so a person must have chosen
 * that. Throws `watchRefused` where the companion does not know the key as one of the shop's own app.
 */
export async function watchKey(port: Port, key: ToWatch): Promise<void> {
  const shops = await hearOfShops(port);
  const ledger = await port.read();
  const shop = shops.find((one) => localShop(ledger, one)?.id === key.shopId);
  if (!shop) throw new AppError('companionOtherShop');
  const keys = await port.ask(aboutShop('/v1/licenses', shop.id), licensesAnswerSchema);
  const body = {
    shopId: shop.id,
    licenseId: aliasesOf(ledger, shop, keys).there(key.licenseId),
    credentials: {
      licenseKey: reveal(key.licenseKey),
      serviceSecret: reveal(key.serviceSecret),
    },
    requiredFunctions: key.requiredFunctions,
  };
  try {
    await port.ask({ method: 'POST', path: '/v1/watches', body }, watchSchema);
  } catch (error) {
    throw errorCodeOf(error) === 'companionRefused' ? new AppError('watchRefused') : error;
  }
}

/** The keys that the companion watches for the shops of the pairing. */
export async function watchedKeys(port: Port): Promise<WatchedKey[]> {
  const found: WatchedKey[] = [];
  for (const shop of await hearOfShops(port)) {
    const { watches } = await port.ask(aboutShop('/v1/watches', shop.id), watchesAnswerSchema);
    if (watches.length === 0) continue;
    const { licenses, apps } = await port.ask(
      aboutShop('/v1/licenses', shop.id),
      licensesAnswerSchema,
    );
    for (const { licenseId, ...watch } of watches) {
      const license = licenses.find(({ id }) => id === licenseId);
      const app = apps.find(({ id }) => id === license?.appId)?.name ?? '';
      found.push({ ...watch, app, last4: license?.last4 ?? '' });
    }
  }
  return found;
}

/** Deletes a kept key at the companion. */
export const endWatch = ({ ask }: Port, id: string): Promise<null> =>
  ask({ method: 'DELETE', path: `/v1/watches/${encodeURIComponent(id)}` }, z.null());
