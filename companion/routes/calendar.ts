import { calendarOf } from '../calendar.ts';
import { hashOf, makeToken } from '../codes.ts';
import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import { Refusal } from '../problems.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';

type Names = 'calendar' | 'calendarLinks' | 'addCalendarLink' | 'removeCalendarLink';
const EVERY = { every: true } as const;

/** Read-only addresses for calendars, which can send no header: the token stands in the address. */
export const calendarHandlers = ({ store, clock, newId, log }: Deps): Pick<Handlers, Names> => ({
  calendar: async ({ query }) => {
    const shopId = await store.shopOfCalendarLink({ tokenHash: hashOf(query.token) });
    const record = shopId === null ? null : await store.shop(EVERY, shopId);
    if (!record) throw new Refusal('linkUnknown');
    return calendarOf(record.ledger, clock());
  },

  calendarLinks: async ({ device, query }) => {
    const { id } = await shopFor(store, device, query.shop);
    return { links: await store.calendarLinks(id) };
  },

  addCalendarLink: async ({ device, body: { shopId } }) => {
    await shopFor(store, device, shopId);
    const token = makeToken();
    const link = { id: newId(), shopId, tokenHash: hashOf(token), createdAt: clock() };
    await store.addCalendarLink(link);
    log('info', 'calendarLinkAdded', { link: shortId(link.id), device: shortId(device.id) });
    return { id: link.id, path: `/v1/calendar.ics?token=${token}` };
  },

  removeCalendarLink: async ({ device, id }) => {
    const shopId = await store.shopOfCalendarLink({ id });
    const reaches = shopId !== null && (await store.shop(device.scope, shopId)) !== null;
    if (!reaches) throw new Refusal('linkUnknown');
    await store.removeCalendarLink(id);
    log('info', 'calendarLinkRemoved', { link: shortId(id), device: shortId(device.id) });
    return null;
  },
});
