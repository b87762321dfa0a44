import type { LedgerChange } from '../../utils/model/ledger.ts';
import { DAY, type Instant } from '../../utils/model/time.ts';
import { isOpen, triableAt } from '../../utils/reminders/row-state.ts';
import type { Database, Tx } from '../database/types.ts';
import { forWriting } from './locking.ts';
import type { OutboxStore } from './outbox-types.ts';
import type { ShopRecord } from './shop-types.ts';

export interface OutboxRow {
  /** Of shop and delivery: one that a browser said for several shops stands in each of them. */
  id: string;
  dueAt: Instant;
}

/** Where jobs go that are written in the same transaction as their rows. Their only payload is the id. */
export interface Queue {
  add(tx: Tx, rows: readonly OutboxRow[]): Promise<void>;
}

const keyOf = (shopId: string, id: string): string => `${shopId} ${id}`;

interface Writing {
  tx: Tx;
  queue: Queue | null;
}

/** Brings the outbox to what a change wrote of the deliveries: open ones stand in it, others do not. */
export async function writeOutbox(
  { tx, queue }: Writing,
  shopId: string,
  change: LedgerChange,
): Promise<void> {
  const written = change.deliveries ?? [];
  const done = [
    ...written.filter((one) => !isOpen(one)).map(({ id }) => id),
    ...(change.remove?.deliveries ?? []),
  ];
  if (done.length > 0) {
    // What was written by an earlier version has the id of the delivery alone.
    const keys = done.flatMap((id) => [id, keyOf(shopId, id)]);
    const ofShop = tx.deleteFrom('outbox').where('shop_id', '=', shopId);
    await ofShop.where('id', 'in', keys).execute();
  }
  const open = written
    .filter(isOpen)
    .map((one) => ({ id: keyOf(shopId, one.id), dueAt: triableAt(one) }));
  await putRows({ tx, queue }, shopId, open);
}

/** Two records became one shop: what is open in its ledger stands in its outbox, and nothing in the other's. */
export async function joinOutbox(
  writing: Writing,
  { kept, gone }: { kept: ShopRecord; gone: string },
): Promise<void> {
  await writing.tx.deleteFrom('outbox').where('shop_id', 'in', [kept.id, gone]).execute();
  await writeOutbox(writing, kept.id, { deliveries: kept.ledger.deliveries });
}

async function putRows({ tx, queue }: Writing, shopId: string, open: OutboxRow[]): Promise<void> {
  for (const { id, dueAt } of open) {
    await tx
      .insertInto('outbox')
      .values({ id, shop_id: shopId, due_at: dueAt })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ due_at: dueAt }))
      .execute();
  }
  if (queue && open.length > 0) await queue.add(tx, open);
}

export const outboxStore = (database: Database, queue: Queue | null): OutboxStore => {
  const { db } = database;
  return {
    async claimShops(now, until, limit) {
      // By the index alone; who writes the new time first has the shop.
      const due = await db
        .selectFrom('shop')
        .select('id')
        .where('wake_at', '<=', now)
        .orderBy('wake_at')
        .limit(limit)
        .execute();
      if (due.length === 0) return [];
      const ids = due.map(({ id }) => id).sort();
      const taken = await db
        .transaction()
        .execute((tx) =>
          tx
            .updateTable('shop')
            .set({ wake_at: until })
            .where('id', 'in', ids)
            .where('wake_at', '<=', now)
            .returning('id')
            .execute(),
        );
      return taken.map(({ id }) => id);
    },

    async shopsToTell(by, limit) {
      const rows = await db
        .selectFrom('outbox')
        .select('shop_id')
        .where('due_at', '<=', by)
        .orderBy('due_at')
        .limit(limit)
        .execute();
      return [...new Set(rows.map(({ shop_id }) => shop_id))];
    },

    async deferRows(shopId, now, until) {
      await db.transaction().execute(async (tx) => {
        const left = await tx
          .updateTable('outbox')
          .set({ due_at: until })
          .where('shop_id', '=', shopId)
          .where('due_at', '<=', now)
          .returning('id')
          .execute();
        const rows = left.map(({ id }) => ({ id, dueAt: until }));
        if (queue && rows.length > 0) await queue.add(tx, rows);
      });
    },

    async shopOfRow(id) {
      const query = db.selectFrom('outbox').select('shop_id').where('id', '=', id);
      return (await query.executeTakeFirst())?.shop_id ?? null;
    },

    async nextDueAt() {
      const shop = await db
        .selectFrom('shop')
        .select('wake_at as at')
        .orderBy('wake_at')
        .limit(1)
        .executeTakeFirst();
      const row = await db
        .selectFrom('outbox')
        .select('due_at as at')
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst();
      const times = [shop, row].flatMap((one) => (one ? [one.at] : []));
      return times.length > 0 ? Math.min(...times) : null;
    },

    async lookAnew(now) {
      const inTurn = [
        // Always in the order of ids, as whoever locks two does.
        (tx: Tx) =>
          tx
            .updateTable('shop')
            .set({ wake_at: now })
            .where('id', 'in', (from) =>
              forWriting(
                database,
                from.selectFrom('shop').select('id').where('wake_at', '>', now).orderBy('id'),
              ),
            ),
        (tx: Tx) => tx.updateTable('outbox').set({ due_at: now }).where('due_at', '>', now),
        (tx: Tx) =>
          tx
            .updateTable('watch')
            .set({ due_at: now })
            .where('due_at', '>', now + DAY),
      ];
      for (const update of inTurn) await db.transaction().execute((tx) => update(tx).execute());
    },

    async noteTime(name, at) {
      await db.transaction().execute((tx) =>
        tx
          .insertInto('noted_time')
          .values({ name, at })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ at }))
          .execute(),
      );
    },

    async timeOf(name) {
      const query = db.selectFrom('noted_time').select('at').where('name', '=', name);
      return (await query.executeTakeFirst())?.at ?? null;
    },
  };
};
