import * as z from 'zod/mini';
import {
  calendarLinkAnswerSchema,
  calendarLinksAnswerSchema,
} from '../model/companion-calendar.schema.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/time.ts';
import { localShop } from './aliases.ts';
import { aboutShop, type SharePort } from './port.ts';
import { hearOfShops } from './hear.ts';

/** A read-only calendar address that the companion serves; its token is not known any more. */
export interface CalendarLink {
  id: string;
  shop: string;
  createdAt: Instant;
}

type Port = Pick<SharePort, 'ask' | 'read' | 'change'>;

/** The addresses of every shop of the pairing. */
export async function calendarLinks(port: Port): Promise<CalendarLink[]> {
  const found: CalendarLink[] = [];
  for (const { id: shopId, name, slug, digits } of await hearOfShops(port)) {
    const asked = aboutShop('/v1/calendar-links', shopId);
    const { links } = await port.ask(asked, calendarLinksAnswerSchema);
    const shop = name ?? slug ?? digits ?? '';
    found.push(...links.map((link) => Object.assign({ shop }, link)));
  }
  return found;
}

/**
 * Makes one for a shop of this browser's and gives its path, with the token: whoever knows it may read the
 * dates. Throws `companionOtherShop` where the companion does not know the shop.
 */
export async function addCalendarLink(port: Port, shopId: string): Promise<string> {
  const shops = await hearOfShops(port);
  const ledger = await port.read();
  const shop = shops.find((one) => localShop(ledger, one)?.id === shopId);
  if (!shop) throw new AppError('companionOtherShop');
  const asked = { method: 'POST', path: '/v1/calendar-links', body: { shopId: shop.id } };
  return (await port.ask(asked, calendarLinkAnswerSchema)).path;
}

/** From then on nobody can read by that address. */
export const endCalendarLink = ({ ask }: Port, id: string): Promise<null> =>
  ask({ method: 'DELETE', path: `/v1/calendar-links/${encodeURIComponent(id)}` }, z.null());
