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
import { prepared } from './prepared.ts';
import { seenAgain } from './seen-again.ts';
import { ledgerText, makeShop, recordOf, seenIn } from './shop-rows.ts';
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
  const jsonOf = prepared(db, ({ id }: { id: string }) =>
    db.selectFrom('ledger').select('json').where('shop_id', '=', id),
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
  const held = async (row: Row, tx: Tx): Promise<Held> => {
    const { id, revision, seen } = row;
    const known = cache.of(id, revision);
    if (known) return { ...row, ledger: known };
    const [text] = await jsonOf({ id }, tx);
    return { ...row, ...recordOf({ id, revision, seen, json: text?.json ?? '' }) };
  };
  const kept = <T>(updated: Updated<T>): Updated<T> => {
    if (updated !== 'unknown') cache.keep(updated.record);
    return updated;
  };
  return {
    async shops(scope) {
      const all = withJson(db).orderBy('shop.id');
      if (scope.every) return (await all.execute()).map(recordOf);
      if (scope.shopIds.length === 0) return [];
      return (await all.where('shop.id', 'in', scope.shopIds).execute()).map(recordOf);
    },

    async shop(scope, id) {
      if (!reaches(scope, id)) return null;
      const [seen] = await revisionsOf({ id });
      if (!seen) return null;
      const known = cache.of(id, seen.revision);
      if (known) return { id, revision: seen.revision, ledger: known };
      const row = await withJson(db).where('shop.id', '=', id).executeTakeFirst();
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
        return row ? writeDecided(tx, await held(row, tx), { decide, once }) : 'unknown';
      });
      return kept(updated);
    },

    async updateNamed(scope, { shop: named, at }, decide, once) {
      let [areTwo, areOne] = [false, false];
      const updated = await database.db.transaction().execute(async (tx) => {
        const names = { digits: named.digits ?? '', slug: named.slug ?? '' };
        let rows = await lockedNamed(names, tx);
        if (rows.length === 0 && scope.every) {
          await makeShop({ tx, newId }, { digits: named.digits, slug: named.slug }, at);
          rows = await lockedNamed(names, tx);
        }
        const [row, twin] = rows;
        if (!row || !rows.every(({ id }) => reaches(scope, id))) return 'unknown';
        const first = await held(row, tx);
        const second = twin && (await held(twin, tx));
        if (!second) return writeDecided(tx, first, { decide, once });
        areTwo = true;
        const one = asOneLedger(first, second, named);
        const joined = async (record: ShopRecord) => {
          areOne = true;
          const gone = record.id === first.id ? second.id : first.id;
          await joinOutbox({ tx, queue }, { kept: record, gone });
          await joinRecords(tx, { kept: record, gone, before: one.ledger });
        };
        return writeDecided(tx, { ...first, ...one }, { decide, once, joined });
      });
      // Of two watches of one key the sealed text of one is gone.
      if (areOne) await forget(database);
      return areTwo ? updated : kept(updated);
    },
  };
};

const reaches = (scope: Scope, id: string): boolean => scope.every || scope.shopIds.includes(id);

// Always in the order of ids, so that two that lock two cannot wait for each other.
const rowsOf = (db: Kysely<Tables>) =>
  db.selectFrom('shop').select(['id', 'revision', 'seen', 'wake_at as wakeAt']).orderBy('id');

const withJson = (db: Kysely<Tables>) =>
  db
    .selectFrom('shop')
    .innerJoin('ledger', 'ledger.shop_id', 'shop.id')
    .select(['shop.id', 'shop.revision', 'shop.seen', 'ledger.json']);

interface Row {
  id: string;
  revision: number;
  seen: string | null;
  wakeAt: number;
}

/** A shop as it stands, inside the transaction that may write it. */
type Held = Row & ShopRecord;

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
  const count = prepared(db, ({ id, revision, seen }: Counted) =>
    db.updateTable('shop').set({ revision, seen }).where('id', '=', id),
  );
  const write = prepared(db, ({ id, json }: { id: string; json: string }) =>
    db.updateTable('ledger').set({ json }).where('shop_id', '=', id),
  );
  const wake = prepared(db, ({ id, wakeAt }: { id: string; wakeAt: number }) =>
    db.updateTable('shop').set({ wake_at: wakeAt }).where('id', '=', id),
  );

  return async <T>(
    tx: Tx,
    before: Held,
    { decide, once, joined }: Writing<T>,
  ): Promise<Updated<T>> => {
    if (once && (await firstTime({ key: once.key, at: once.at }, tx)).length === 0)
      return { answer: once.again, record: before };
    const { change, answer, wakeAt } = decide(before.ledger);
    if (isEmpty(change)) {
      const at = wakeAt ?? before.wakeAt;
      if (at !== before.wakeAt) await wake({ id: before.id, wakeAt: at }, tx);
      return { answer, record: before };
    }
    const after = applyChange(before.ledger, change);
    const shop = after.shops[0];
    // One record is one shop: what a page says of another belongs elsewhere.
    if (!shop || after.shops.length > 1)
      throw new Error('a change left a record without its one shop');
    const record = { id: shop.id, ledger: after, revision: before.revision + 1 };
    if (joined) await joined(record);
    const { id, revision } = record;
    const seen = joined ? null : seenAgain(before.ledger, change, seenIn(before.seen));
    await count({ id, revision, seen: seen && JSON.stringify(seen) }, tx);
    if (seen === null) await write({ id, json: ledgerText(after) }, tx);
    // What has an index is written only where it changes.
    if (!isNamedAlike(shop, before.ledger.shops[0])) await name(tx, shop);
    const at = wakeAt ?? (seen === null ? AT_ONCE : before.wakeAt);
    if (joined || at !== before.wakeAt) await wake({ id, wakeAt: at }, tx);
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

/** What of a shop's own row changes at every write. */
type Counted = {
  id: string;
  revision: number;
  seen: string | null;
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
