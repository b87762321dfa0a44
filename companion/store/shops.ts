import { applyChange, isEmpty } from '../../utils/ledger/apply.ts';
import type { HistoryEntry, Shop } from '../../utils/model/ledger.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Database, Tx } from '../database/types.ts';
import { forget } from './forget.ts';
import { asOneLedger, joinRecords } from './join-shops.ts';
import { ledgerCache } from './ledger-cache.ts';
import { forWriting } from './locking.ts';
import { joinOutbox, writeOutbox, type Queue } from './outbox.ts';
import { ledgerText, makeShop, recordOf } from './shop-rows.ts';
import { prepared } from './prepared.ts';
import type { Decide, Once, Scope, ShopRecord, ShopStore, Updated } from './types.ts';

interface ShopStoreParts {
  database: Database;
  newId: () => string;
  queue: Queue | null;
}

export const shopStore = ({ database, newId, queue }: ShopStoreParts): ShopStore => {
  const { db } = database;
  const revisionsOf = prepared(db, ({ id }: { id: string }) =>
    db.selectFrom('shop').select('revision').where('id', '=', id),
  );
  const cache = ledgerCache();
  const ledgerOf = prepared(db, ({ id }: { id: string }) =>
    db.selectFrom('shop').select('ledger').where('id', '=', id),
  );
  const locked = prepared(db, ({ id }: { id: string }) =>
    forWriting(database, rowsOf(db).where('id', '=', id)),
  );
  /** By digits or slug; two where one of them knows the digits and the other the slug. */
  const lockedNamed = prepared(db, ({ digits, slug }: { digits: string; slug: string }) =>
    forWriting(
      database,
      rowsOf(db).where((is) => is.or([is('digits', '=', digits), is('slug', '=', slug)])),
    ),
  );
  const writeDecided = decidedWriter(db, queue);
  const recordIn = async ({ id, revision }: Row, tx: Tx): Promise<ShopRecord> => {
    const known = cache.of(id, revision);
    if (known) return { id, revision, ledger: known };
    const [row] = await ledgerOf({ id }, tx);
    return recordOf({ id, revision, ledger: row?.ledger ?? '' });
  };
  const kept = <T>(updated: Updated<T>): Updated<T> => {
    if (updated !== 'unknown') cache.keep(updated.record);
    return updated;
  };
  return {
    async shops(scope) {
      const all = database.db.selectFrom('shop').select(['id', 'ledger', 'revision']).orderBy('id');
      if (scope.every) return (await all.execute()).map(recordOf);
      if (scope.shopIds.length === 0) return [];
      return (await all.where('id', 'in', scope.shopIds).execute()).map(recordOf);
    },

    async shop(scope, id) {
      if (!reaches(scope, id)) return null;
      const [seen] = await revisionsOf({ id });
      if (!seen) return null;
      const known = cache.of(id, seen.revision);
      if (known) return { id, revision: seen.revision, ledger: known };
      const row = await database.db
        .selectFrom('shop')
        .select(['id', 'ledger', 'revision'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return null;
      const record = recordOf(row);
      cache.keep(record);
      return record;
    },

    async forgetReceipts(before) {
      await database.db
        .transaction()
        .execute((tx) => tx.deleteFrom('receipt').where('at', '<', before).execute());
    },

    async shopRevision(scope, id) {
      if (!reaches(scope, id)) return null;
      return (await revisionsOf({ id }))[0]?.revision ?? null;
    },

    async shopIdByDigits(scope, digits) {
      const query = database.db.selectFrom('shop').select('id').where('digits', '=', digits);
      const row = await query.executeTakeFirst();
      return row && reaches(scope, row.id) ? row.id : null;
    },

    async update(scope, id, decide, once) {
      if (!reaches(scope, id)) return 'unknown';
      const updated = await database.db.transaction().execute(async (tx) => {
        const [row] = await locked({ id }, tx);
        return row ? writeDecided(tx, await recordIn(row, tx), { decide, once }) : 'unknown';
      });
      return kept(updated);
    },

    async updateNamed(scope, { shop: named, at }, decide, once) {
      let areOne = false;
      const updated = await database.db.transaction().execute(async (tx) => {
        const names = { digits: named.digits ?? '', slug: named.slug ?? '' };
        let rows = await lockedNamed(names, tx);
        if (rows.length === 0 && scope.every) {
          await makeShop({ tx, newId }, { digits: named.digits, slug: named.slug }, at);
          rows = await lockedNamed(names, tx);
        }
        const [row, twin] = rows;
        if (!row || !rows.every(({ id }) => reaches(scope, id))) return 'unknown';
        const first = await recordIn(row, tx);
        const second = twin && (await recordIn(twin, tx));
        if (!second) return writeDecided(tx, first, { decide, once });
        const one = asOneLedger(first, second, named);
        const joined = async (kept: ShopRecord) => {
          areOne = true;
          const gone = kept.id === first.id ? second.id : first.id;
          await joinOutbox({ tx, queue }, { kept, gone });
          await joinRecords(tx, { kept, gone, before: one.ledger });
        };
        return writeDecided(tx, one, { decide, once, joined });
      });
      // Of two watches of one key the sealed text of one is gone.
      if (areOne) await forget(database);
      return kept(updated);
    },
  };
};

const reaches = (scope: Scope, id: string): boolean => scope.every || scope.shopIds.includes(id);

// Always in the order of ids, so that two that lock two cannot wait for each other.
const rowsOf = (db: Kysely<Tables>) =>
  db.selectFrom('shop').select(['id', 'revision']).orderBy('id');

type Row = Pick<ShopRecord, 'id' | 'revision'>;

interface Writing<T> {
  decide: Decide<T>;
  once: Once<T> | undefined;
  joined?: (kept: ShopRecord) => Promise<void>;
}

/** Writes what was decided of a shop, with all that belongs to it, in the transaction that read it. */
function decidedWriter(db: Kysely<Tables>, queue: Queue | null) {
  const firstTime = prepared(db, ({ key, at }: { key: string; at: number }) =>
    db
      .insertInto('receipt')
      .values({ key, at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key'),
  );
  // What has an index is written only where it changes.
  const write = prepared(db, ({ id, ledger, revision }: Written) =>
    db.updateTable('shop').set({ ledger, revision }).where('id', '=', id),
  );
  const wake = prepared(db, ({ id, wakeAt }: { id: string; wakeAt: number }) =>
    db
      .updateTable('shop')
      .set({ wake_at: wakeAt })
      .where('id', '=', id)
      .where('wake_at', '!=', wakeAt),
  );

  return async <T>(
    tx: Tx,
    before: ShopRecord,
    { decide, once, joined }: Writing<T>,
  ): Promise<Updated<T>> => {
    if (once && (await firstTime({ key: once.key, at: once.at }, tx)).length === 0)
      return { answer: once.again, record: before };
    const { change, answer, wakeAt } = decide(before.ledger);
    if (isEmpty(change)) {
      if (wakeAt !== undefined) await wake({ id: before.id, wakeAt }, tx);
      return { answer, record: before };
    }
    const after = applyChange(before.ledger, change);
    const shop = after.shops[0];
    // One record is one shop: what a page says of another belongs elsewhere.
    if (!shop || after.shops.length > 1)
      throw new Error('a change left a record without its one shop');
    const record = { id: shop.id, ledger: after, revision: before.revision + 1 };
    if (joined) await joined(record);
    await write({ ...record, ledger: ledgerText(after) }, tx);
    if (!isNamedAlike(shop, before.ledger.shops[0])) await name(tx, shop);
    await wake({ id: record.id, wakeAt: wakeAt ?? AT_ONCE }, tx);
    await writeOutbox({ tx, queue }, record.id, change);
    await append(tx, record.id, change.history ?? []);
    return { answer, record };
  };
}

/** Before any moment of ours. */
const AT_ONCE = 0;

const isNamedAlike = (a: Shop, b: Shop | undefined): boolean =>
  a.digits === b?.digits && a.slug === b.slug;

async function name(tx: Tx, { id, digits, slug }: Shop): Promise<void> {
  await tx.updateTable('shop').set({ digits, slug }).where('id', '=', id).execute();
}

/** A row of `shop`, as it is written. */
type Written = {
  id: string;
  ledger: string;
  revision: number;
};

async function append(tx: Tx, shopId: string, entries: HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ at, kind, subjectId, detail }) => ({
    shop_id: shopId,
    at,
    kind,
    subject_id: subjectId,
    detail: JSON.stringify(detail),
  }));
  await tx.insertInto('history').values(rows).execute();
}
