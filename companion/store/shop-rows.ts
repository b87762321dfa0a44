import { emptyLedger } from '../../utils/ledger/collections.ts';
import type { Ledger, Shop } from '../../utils/model/ledger.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { Tx } from '../database/types.ts';
import type { ShopRecord } from './types.ts';

export interface ShopRow {
  id: string;
  ledger: string;
  revision: number;
}

/** Our own JSON, written by `ledgerText`: it is not parsed by schema at every read. */
export const recordOf = ({ id, ledger, revision }: ShopRow): ShopRecord => ({
  id,
  // A list that came with a later version is not in what an earlier one wrote.
  ledger: { ...emptyLedger(), ...(JSON.parse(ledger) as Ledger) },
  revision,
});

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
  const ledger = ledgerText({ ...emptyLedger(), shops: [shop] });
  await tx
    .insertInto('shop')
    .values({ id, ...named, ledger, revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
