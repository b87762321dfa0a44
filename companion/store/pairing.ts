import { timingSafeEqual } from 'node:crypto';
import type { Database, Tx } from '../database/types.ts';
import { forWriting } from './locking.ts';
import { shopByDigits } from './shop-rows.ts';
import type { NewDevice, PairingStore, Redeemed } from './types.ts';

export const pairingStore = (database: Database, newId: () => string): PairingStore => ({
  async offerCode({ codeHash, expiresAt, tries, shops }) {
    const row = {
      code_hash: codeHash,
      expires_at: expiresAt,
      tries_left: tries,
      shops: shops && JSON.stringify(shops),
    };
    await database.db.transaction().execute((tx) =>
      tx
        .insertInto('pairing_code')
        .values({ id: 1, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute(),
    );
  },

  redeemCode: (codeHash, device) =>
    database.db.transaction().execute((tx) => redeem({ tx, database, newId }, codeHash, device)),
});

interface Redeeming {
  tx: Tx;
  database: Database;
  newId: () => string;
}

async function redeem(r: Redeeming, codeHash: string, device: NewDevice): Promise<Redeemed> {
  const { tx, database } = r;
  const open = await forWriting(
    database,
    tx
      .selectFrom('pairing_code')
      .select(['code_hash', 'shops'])
      .where('expires_at', '>', device.pairedAt)
      .where('tries_left', '>', 0),
  ).executeTakeFirst();
  if (!open) return 'gone';
  if (!timingSafeEqual(Buffer.from(open.code_hash), Buffer.from(codeHash))) {
    await tx
      .updateTable('pairing_code')
      .set((row) => ({ tries_left: row('tries_left', '-', 1) }))
      .execute();
    return 'wrong';
  }
  await tx.deleteFrom('pairing_code').execute();
  await addDevice(r, device, open.shops === null ? null : (JSON.parse(open.shops) as string[]));
  return 'paired';
}

async function addDevice(r: Redeeming, device: NewDevice, shops: string[] | null): Promise<void> {
  await r.tx
    .insertInto('device')
    .values({
      id: device.id,
      name: device.name,
      token_hash: device.tokenHash,
      origin: device.origin,
      paired_at: device.pairedAt,
      member_id: await memberNamed(r, device),
      every_shop: shops === null ? 1 : 0,
      revoked_at: null,
    })
    .execute();
  for (const digits of shops ?? []) {
    const shop_id = await shopByDigits(r, digits, device.pairedAt);
    await r.tx.insertInto('device_shop').values({ device_id: device.id, shop_id }).execute();
  }
}

/** Of people who share a name, one who has left is somebody else. */
async function memberNamed({ tx, newId }: Redeeming, device: NewDevice): Promise<string> {
  const known = await tx
    .selectFrom('member')
    .select('id')
    .where('name', '=', device.person)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  const row = { id, name: device.person, created_at: device.pairedAt, left_at: null };
  await tx.insertInto('member').values(row).execute();
  return id;
}
