import { COLLECTIONS, emptyLedger } from '../../utils/ledger/collections.ts';
import type { ShopIdentity } from '../../utils/model/reading.ts';
import type { Tx } from '../database/types.ts';
import type { ShopRecord } from './types.ts';

/**
 * Two records, of which a page showed that they are one shop, as one ledger: the merge of that page makes
 * one shop of them, the one that knows the digits.
 */
export function asOneLedger(a: ShopRecord, b: ShopRecord, { digits }: ShopIdentity): ShopRecord {
  const [kept, other] = a.ledger.shops[0]?.digits === digits ? [a, b] : [b, a];
  const joined: Record<string, unknown> = { ...emptyLedger(), meta: kept.ledger.meta };
  for (const name of COLLECTIONS) joined[name] = [...kept.ledger[name], ...other.ledger[name]];
  return {
    id: kept.id,
    ledger: joined as unknown as ShopRecord['ledger'],
    revision: Math.max(a.revision, b.revision),
  };
}

/** What pointed to the one that goes points to the one that stays. */
export async function joinRecords(tx: Tx, kept: string, gone: string): Promise<void> {
  await tx.updateTable('history').set({ shop_id: kept }).where('shop_id', '=', gone).execute();
  await tx.updateTable('outbox').set({ shop_id: kept }).where('shop_id', '=', gone).execute();
  await joinSecrets(tx, kept, gone);
  const scopes = await tx
    .selectFrom('device_shop')
    .select('device_id')
    .where('shop_id', '=', gone)
    .execute();
  for (const { device_id } of scopes) {
    await tx
      .insertInto('device_shop')
      .values({ device_id, shop_id: kept })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await tx.deleteFrom('shop').where('id', '=', gone).execute();
}

/** Of one name in both, that of the shop that stays is kept: its targets were made with it. */
async function joinSecrets(tx: Tx, kept: string, gone: string): Promise<void> {
  const query = tx.selectFrom('channel_secret').selectAll().where('shop_id', '=', gone);
  for (const row of await query.execute()) {
    await tx
      .insertInto('channel_secret')
      .values({ ...row, shop_id: kept })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
