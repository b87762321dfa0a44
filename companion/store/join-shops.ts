import { COLLECTIONS, emptyLedger } from '../../utils/ledger/collections.ts';
import { appKey } from '../../utils/ledger/names.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
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

interface Joining {
  /** The record that stays, with the ledger of both. */
  kept: ShopRecord;
  /** Id of the one that goes. */
  gone: string;
  /** Both ledgers before the merge made one shop of them. */
  before: Ledger;
}

/** What pointed to the one that goes points to the one that stays. */
export async function joinRecords(tx: Tx, joining: Joining): Promise<void> {
  const { gone } = joining;
  const kept = joining.kept.id;
  await tx.updateTable('history').set({ shop_id: kept }).where('shop_id', '=', gone).execute();
  const links = tx.updateTable('calendar_link').set({ shop_id: kept });
  await links.where('shop_id', '=', gone).execute();
  await joinWatches(tx, joining);
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

/** A key that both watched is watched once, as the shop that stays has it. */
async function joinWatches(tx: Tx, { kept, gone, before }: Joining): Promise<void> {
  const query = tx.selectFrom('watch').select(['id', 'license_id']).where('shop_id', '=', gone);
  for (const { id, license_id } of await query.execute()) {
    const licenseId = sameLicense(license_id, before, kept.ledger);
    const twin = await tx
      .selectFrom('watch')
      .select('id')
      .where('license_id', '=', licenseId)
      .where('id', '!=', id)
      .executeTakeFirst();
    if (twin) await tx.deleteFrom('watch').where('id', '=', id).execute();
    else {
      const row = { shop_id: kept.id, license_id: licenseId };
      await tx.updateTable('watch').set(row).where('id', '=', id).execute();
    }
  }
}

/** The id of a key after the merge: of two records of one key one stays (`ledger/move.ts`). */
function sameLicense(id: string, before: Ledger, after: Ledger): string {
  const was = before.licenses.find((one) => one.id === id);
  if (!was || after.licenses.some((one) => one.id === id)) return id;
  const name = appNameOf(before, was.appId);
  const same = after.licenses.find(
    (one) => one.last4 === was.last4 && appNameOf(after, one.appId) === name,
  );
  return same?.id ?? id;
}

function appNameOf({ apps }: Ledger, appId: string): string | null {
  const app = apps.find(({ id }) => id === appId);
  return app ? appKey(app.developer, app.name) : null;
}

/** Of one name in both, that of the shop that stays is kept: its targets were made with it. */
async function joinSecrets(tx: Tx, kept: string, gone: string): Promise<void> {
  const query = tx.selectFrom('shop_secret').selectAll().where('shop_id', '=', gone);
  for (const row of await query.execute()) {
    await tx
      .insertInto('shop_secret')
      .values({ ...row, shop_id: kept })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
