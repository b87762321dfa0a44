import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Database } from '../database/types.ts';
import { prepared } from './prepared.ts';
import type { Device, DeviceStore } from './types.ts';

export const deviceStore = ({ db }: Database): DeviceStore => {
  const rowsByToken = prepared(db, ({ hash }: { hash: string }) =>
    rowsOf(db).where('token_hash', '=', hash),
  );
  return {
    async deviceByToken(tokenHash) {
      const [row] = await rowsByToken({ hash: tokenHash });
      return row ? deviceOf(row, row.every_shop ? [] : await shopIdsOf(db, row.id)) : null;
    },

    async devices() {
      const rows = await rowsOf(db).orderBy('paired_at').orderBy('device.id').execute();
      const scopes = await db.selectFrom('device_shop').selectAll().execute();
      const byDevice = Map.groupBy(scopes, ({ device_id }) => device_id);
      return rows.map((row) =>
        deviceOf(
          row,
          (byDevice.get(row.id) ?? []).map(({ shop_id }) => shop_id),
        ),
      );
    },

    async removeDevice(id) {
      await db
        .transaction()
        .execute((tx) => tx.deleteFrom('device').where('id', '=', id).execute());
    },

    async revokeDevice(id, at) {
      const done = await db
        .transaction()
        .execute((tx) =>
          tx
            .updateTable('device')
            .set({ revoked_at: at })
            .where('id', '=', id)
            .where('revoked_at', 'is', null)
            .executeTakeFirst(),
        );
      return done.numUpdatedRows > 0n;
    },

    memberLeaves: (id, at) =>
      db.transaction().execute(async (tx) => {
        const left = await tx
          .updateTable('member')
          .set({ left_at: at })
          .where('id', '=', id)
          .where('left_at', 'is', null)
          .executeTakeFirst();
        if (left.numUpdatedRows === 0n) return null;
        const done = await tx
          .updateTable('device')
          .set({ revoked_at: at })
          .where('member_id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
        return Number(done.numUpdatedRows);
      }),

    async countDevices() {
      const { count } = await db
        .selectFrom('device')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
};

const rowsOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('device')
    .innerJoin('member', 'member.id', 'device.member_id')
    .select(['device.id', 'device.name', 'origin', 'paired_at', 'every_shop', 'revoked_at'])
    .select(['member.id as member_id', 'member.name as member_name', 'left_at']);

async function shopIdsOf(db: Kysely<Tables>, deviceId: string): Promise<string[]> {
  const query = db.selectFrom('device_shop').select('shop_id').where('device_id', '=', deviceId);
  return (await query.execute()).map(({ shop_id }) => shop_id);
}

type DeviceRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const deviceOf = (row: DeviceRow, shopIds: string[]): Device => ({
  id: row.id,
  name: row.name,
  origin: row.origin,
  pairedAt: row.paired_at,
  member: { id: row.member_id, name: row.member_name, leftAt: row.left_at },
  scope: row.every_shop ? { every: true } : { every: false, shopIds },
  revokedAt: row.revoked_at,
});
