import type { Database } from '../database/types.ts';
import type { CalendarLinkStore } from './types.ts';

export const calendarLinkStore = ({ db }: Database): CalendarLinkStore => ({
  async addCalendarLink({ id, shopId, tokenHash, createdAt }) {
    const row = { id, shop_id: shopId, token_hash: tokenHash, created_at: createdAt };
    await db.transaction().execute((tx) => tx.insertInto('calendar_link').values(row).execute());
  },

  async calendarLinks(shopId) {
    const query = db.selectFrom('calendar_link').select(['id', 'created_at']);
    const rows = await query.where('shop_id', '=', shopId).orderBy('created_at').execute();
    return rows.map(({ id, created_at: createdAt }) => ({ id, createdAt }));
  },

  async shopOfCalendarLink(by) {
    const query = db.selectFrom('calendar_link').select('shop_id');
    const found =
      'id' in by ? query.where('id', '=', by.id) : query.where('token_hash', '=', by.tokenHash);
    return (await found.executeTakeFirst())?.shop_id ?? null;
  },

  async removeCalendarLink(id) {
    await db
      .transaction()
      .execute((tx) => tx.deleteFrom('calendar_link').where('id', '=', id).execute());
  },
});
