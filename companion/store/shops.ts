import { applyChange, isEmpty } from '../../utils/ledger/apply.ts';
import type { HistoryEntry } from '../../utils/model/ledger.ts';
import type { ShopIdentity } from '../../utils/model/reading.ts';
import type { Database, Tx } from '../database/types.ts';
import { forget } from './forget.ts';
import { asOneLedger, joinRecords } from './join-shops.ts';
import { forWriting } from './locking.ts';
import { writeOutbox, type Queue } from './outbox.ts';
import { ledgerText, makeShop, recordOf, type ShopRow } from './shop-rows.ts';
import { prepared } from './prepared.ts';
import type { Decide, Once, Scope, ShopRecord, ShopStore, Updated } from './types.ts';

interface ShopStoreParts {
  database: Database;
  newId: () => string;
  queue: Queue | null;
}

export const shopStore = ({ database, newId, queue }: ShopStoreParts): ShopStore => {
  const revisionOf = prepared(database.db, (id) =>
    database.db.selectFrom('shop').select('revision').where('id', '=', id),
  );
  return {
    async shops(scope) {
      const all = database.db.selectFrom('shop').select(['id', 'ledger', 'revision']).orderBy('id');
      if (scope.every) return (await all.execute()).map(recordOf);
      if (scope.shopIds.length === 0) return [];
      return (await all.where('id', 'in', scope.shopIds).execute()).map(recordOf);
    },

    async shop(scope, id) {
      if (!reaches(scope, id)) return null;
      const row = await database.db
        .selectFrom('shop')
        .select(['id', 'ledger', 'revision'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? recordOf(row) : null;
    },

    async forgetReceipts(before) {
      await database.db
        .transaction()
        .execute((tx) => tx.deleteFrom('receipt').where('at', '<', before).execute());
    },

    async shopRevision(scope, id) {
      if (!reaches(scope, id)) return null;
      return (await revisionOf(id))?.revision ?? null;
    },

    async shopIdByDigits(scope, digits) {
      const query = database.db.selectFrom('shop').select('id').where('digits', '=', digits);
      const row = await query.executeTakeFirst();
      return row && reaches(scope, row.id) ? row.id : null;
    },

    async update(scope, id, decide, once) {
      if (!reaches(scope, id)) return 'unknown';
      return database.db.transaction().execute(async (tx) => {
        const [row] = await locked(database, tx, id);
        return row ? writeDecided(tx, recordOf(row), { decide, once, queue }) : 'unknown';
      });
    },

    async updateNamed(scope, { shop: named, at }, decide, once) {
      let areOne = false;
      const updated = await database.db.transaction().execute(async (tx) => {
        let rows = await lockedNamed(database, tx, named);
        if (rows.length === 0 && scope.every) {
          await makeShop({ tx, newId }, { digits: named.digits, slug: named.slug }, at);
          rows = await lockedNamed(database, tx, named);
        }
        const [first, second] = rows.map(recordOf);
        if (!first || !rows.every(({ id }) => reaches(scope, id))) return 'unknown';
        if (!second) return writeDecided(tx, first, { decide, once, queue });
        const one = asOneLedger(first, second, named);
        const joined = (kept: ShopRecord) => {
          areOne = true;
          const gone = kept.id === first.id ? second.id : first.id;
          return joinRecords(tx, { kept, gone, before: one.ledger });
        };
        return writeDecided(tx, one, { decide, once, joined, queue });
      });
      // Of two watches of one key the sealed text of one is gone.
      if (areOne) await forget(database);
      return updated;
    },
  };
};

const reaches = (scope: Scope, id: string): boolean => scope.every || scope.shopIds.includes(id);

// Always in the order of ids, so that two that lock two cannot wait for each other.
const rowsOf = (tx: Tx) => tx.selectFrom('shop').select(['id', 'ledger', 'revision']).orderBy('id');

const locked = (database: Database, tx: Tx, id: string): Promise<ShopRow[]> =>
  forWriting(database, rowsOf(tx).where('id', '=', id)).execute();

/** By digits or slug; two where one of them knows the digits and the other the slug. */
const lockedNamed = (
  database: Database,
  tx: Tx,
  { digits, slug }: ShopIdentity,
): Promise<ShopRow[]> =>
  forWriting(
    database,
    rowsOf(tx).where((is) => is.or([is('digits', '=', digits ?? ''), is('slug', '=', slug ?? '')])),
  ).execute();

interface Writing<T> {
  decide: Decide<T>;
  once: Once<T> | undefined;
  joined?: (kept: ShopRecord) => Promise<void>;
  queue: Queue | null;
}

async function isFirst<T>(tx: Tx, { key, at }: Once<T>): Promise<boolean> {
  const done = await tx
    .insertInto('receipt')
    .values({ key, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function writeDecided<T>(
  tx: Tx,
  before: ShopRecord,
  { decide, once, joined, queue }: Writing<T>,
): Promise<Updated<T>> {
  if (once && !(await isFirst(tx, once))) return { answer: once.again, record: before };
  const { change, answer, wakeAt } = decide(before.ledger);
  if (isEmpty(change)) {
    if (wakeAt !== undefined) await setWake(tx, before.id, wakeAt);
    return { answer, record: before };
  }
  const after = applyChange(before.ledger, change);
  const shop = after.shops[0];
  // One record is one shop: what a page says of another belongs elsewhere.
  if (!shop || after.shops.length > 1)
    throw new Error('a change left a record without its one shop');
  const record = { id: shop.id, ledger: after, revision: before.revision + 1 };
  if (joined) await joined(record);
  await write(tx, record, wakeAt ?? AT_ONCE);
  await writeOutbox({ tx, queue }, record.id, change);
  await append(tx, record.id, change.history ?? []);
  return { answer, record };
}

/** Before any moment of ours. */
const AT_ONCE = 0;

async function setWake(tx: Tx, id: string, wakeAt: number): Promise<void> {
  await tx.updateTable('shop').set({ wake_at: wakeAt }).where('id', '=', id).execute();
}

async function write(tx: Tx, { id, ledger, revision }: ShopRecord, wakeAt: number): Promise<void> {
  const [shop] = ledger.shops;
  await tx
    .updateTable('shop')
    .set({
      digits: shop?.digits ?? null,
      slug: shop?.slug ?? null,
      ledger: ledgerText(ledger),
      revision,
      wake_at: wakeAt,
    })
    .where('id', '=', id)
    .execute();
}

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
