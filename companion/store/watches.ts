import type { Database } from '../database/types.ts';
import { forget } from './forget.ts';
import type { Watch, WatchStore } from './types.ts';

export const watchStore = (database: Database): WatchStore => {
  const { db } = database;
  const all = () => db.selectFrom('watch').selectAll();
  return {
    async addWatch(watch) {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('watch').where('license_id', '=', watch.licenseId).execute();
        await tx.insertInto('watch').values(rowOf(watch)).execute();
      });
      await forget(database);
    },

    watches: async (shopId) =>
      (await all().where('shop_id', '=', shopId).orderBy('created_at').execute()).map(watchOf),

    async watch(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row ? watchOf(row) : null;
    },

    async removeWatch(id) {
      await db.transaction().execute((tx) => tx.deleteFrom('watch').where('id', '=', id).execute());
      await forget(database);
    },

    claimWatches: (now, until, limit) =>
      db.transaction().execute(async (tx) => {
        const due = tx.selectFrom('watch').selectAll().where('due_at', '<=', now);
        const query = due.orderBy('due_at').limit(limit);
        const locked = database.kind === 'postgres' ? query.forUpdate().skipLocked() : query;
        const rows = await locked.execute();
        if (rows.length === 0) return [];
        const ids = rows.map(({ id }) => id);
        await tx.updateTable('watch').set({ due_at: until }).where('id', 'in', ids).execute();
        return rows.map(watchOf);
      }),

    async scheduleWatch(id, dueAt) {
      await db
        .transaction()
        .execute((tx) =>
          tx.updateTable('watch').set({ due_at: dueAt }).where('id', '=', id).execute(),
        );
    },

    async handOverWatches(shopId, from, to) {
      await db
        .transaction()
        .execute((tx) =>
          tx
            .updateTable('watch')
            .set({ member_id: to })
            .where('shop_id', '=', shopId)
            .where('member_id', '=', from)
            .execute(),
        );
    },

    resealWatches: (reseal) =>
      db.transaction().execute(async (tx) => {
        const rows = await tx.selectFrom('watch').selectAll().execute();
        for (const row of rows) {
          const sealed = reseal(watchOf(row));
          await tx.updateTable('watch').set({ sealed }).where('id', '=', row.id).execute();
        }
        return rows.length;
      }),
  };
};

const rowOf = (watch: Watch) => ({
  id: watch.id,
  shop_id: watch.shopId,
  license_id: watch.licenseId,
  member_id: watch.memberId,
  sealed: watch.sealed,
  functions: JSON.stringify(watch.requiredFunctions),
  created_at: watch.createdAt,
  due_at: watch.dueAt,
});

const watchOf = (row: ReturnType<typeof rowOf>): Watch => ({
  id: row.id,
  shopId: row.shop_id,
  licenseId: row.license_id,
  memberId: row.member_id,
  sealed: row.sealed,
  requiredFunctions: JSON.parse(row.functions) as string[],
  createdAt: row.created_at,
  dueAt: row.due_at,
});
