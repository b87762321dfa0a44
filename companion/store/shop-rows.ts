import { emptyLedger } from '../../utils/ledger/collections.ts';
import type { Ledger, Shop } from '../../utils/model/ledger.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { Tx } from '../database/types.ts';
import { withSeen, type SeenAgain } from './seen-again.ts';
import type { ShopRecord } from './types.ts';

export interface ShopRow {
  id: string;
  revision: number;
  /** JSON of `SeenAgain`. */
  seen: string | null;
  json: string;
}

/** Our own JSON, written by `ledgerText`: it is not parsed by schema at every read. */
export const recordOf = ({ id, json, revision, seen }: ShopRow): ShopRecord => ({
  id,
  // A list that came with a later version is not in what an earlier one wrote.
  ledger: withSeen({ ...emptyLedger(), ...(JSON.parse(json) as Ledger) }, seenIn(seen)),
  revision,
});

export const seenIn = (seen: string | null): SeenAgain | null =>
  seen === null ? null : (JSON.parse(seen) as SeenAgain);

export const ledgerText = (ledger: Ledger): string => JSON.stringify(ledger);

interface Making {
  tx: Tx;
  newId: () => string;
}

type Named = Pick<Shop, 'digits' | 'slug'>;

/** A record for a shop of which only its names are known. Another process may make it first: then that one stands. */
export async function makeShop({ tx, newId }: Making, named: Named, at: Instant): Promise<void> {
  const id = newId();
  const shop: Shop = {
    ...named,
    id,
    name: null,
    identified: true,
    namedByPerson: false,
    firstSeenAt: at,
    lastSeenAt: at,
  };
  const made = await tx
    .insertInto('shop')
    .values({ id, ...named, revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (made.length === 0) return;
  const json = ledgerText({ ...emptyLedger(), shops: [shop] });
  await tx.insertInto('ledger').values({ shop_id: id, json }).execute();
}

/** Our id of the shop of these digits, made where it is new. */
export async function shopByDigits(making: Making, digits: string, at: Instant): Promise<string> {
  const find = () =>
    making.tx.selectFrom('shop').select('id').where('digits', '=', digits).executeTakeFirst();
  const known = await find();
  if (known) return known.id;
  await makeShop(making, { digits, slug: null }, at);
  const made = await find();
  if (!made) throw new Error('a shop was made and is not there');
  return made.id;
}
