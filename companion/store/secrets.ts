import type { Database } from '../database/types.ts';
import { forget } from './forget.ts';
import type { SecretStore } from './outbox-types.ts';

export const secretStore = (database: Database): SecretStore => {
  const { db } = database;
  return {
    async setSecret(shopId, name, sealed) {
      await db.transaction().execute((tx) =>
        tx
          .insertInto('shop_secret')
          .values({ shop_id: shopId, name, sealed })
          .onConflict((conflict) => conflict.columns(['shop_id', 'name']).doUpdateSet({ sealed }))
          .execute(),
      );
      await forget(database);
    },

    replaceSecret: (shopId, name, { before, sealed }) =>
      db.transaction().execute(async (tx) => {
        await (
          before === null
            ? tx
                .insertInto('shop_secret')
                .values({ shop_id: shopId, name, sealed })
                .onConflict((conflict) => conflict.doNothing())
            : tx
                .updateTable('shop_secret')
                .set({ sealed })
                .where('shop_id', '=', shopId)
                .where('name', '=', name)
                .where('sealed', '=', before)
        ).execute();
      }),

    async sealedSecret(shopId, name) {
      const query = db.selectFrom('shop_secret').select('sealed');
      const row = await query
        .where('shop_id', '=', shopId)
        .where('name', '=', name)
        .executeTakeFirst();
      return row?.sealed ?? null;
    },

    async removeSecret(shopId, name) {
      await db
        .transaction()
        .execute((tx) =>
          tx
            .deleteFrom('shop_secret')
            .where('shop_id', '=', shopId)
            .where('name', '=', name)
            .execute(),
        );
      await forget(database);
    },

    resealSecrets: (reseal) =>
      db.transaction().execute(async (tx) => {
        const rows = await tx.selectFrom('shop_secret').selectAll().execute();
        for (const { shop_id, name, sealed } of rows) {
          await tx
            .updateTable('shop_secret')
            .set({ sealed: reseal({ name, sealed }) })
            .where('shop_id', '=', shop_id)
            .where('name', '=', name)
            .execute();
        }
        return rows.length;
      }),
  };
};
