import type { KeyTest } from '../../utils/model/key-test.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import type { Device, ShopRecord } from '../store/types.ts';
import type { Deps } from '../types.ts';

const PAGE = 100;

type Names = 'shops' | 'licenses' | 'history';

/** What is known of the shops of a token. */
export const ledgerHandlers = ({ store }: Deps): Pick<Handlers, Names> => ({
  shops: async ({ device }) => {
    const records = await store.shops(device.scope);
    return { shops: records.flatMap(shopOf) };
  },

  licenses: async ({ device, query }) => {
    const { id, ledger, revision } = await shopFor(store, device, query.shop);
    const { apps, licenses, events, pages } = ledger;
    const keyTests = newestOf(ledger.keyTests);
    return { shopId: id, revision, apps, licenses, events, pages, keyTests };
  },

  history: async ({ device, query }) => {
    const { id } = await shopFor(store, device, query.shop);
    const limit = Number(query.limit ?? PAGE);
    const before = query.before === undefined ? null : Number(query.before);
    return { entries: await store.history(id, { limit, before }) };
  },
});

/** A shop that the device reaches. Throws `Refusal` `shopUnknown`, for one that is not there too. */
export async function shopFor(
  store: Deps['store'],
  { scope }: Device,
  id: string,
): Promise<ShopRecord> {
  const record = await store.shop(scope, id);
  if (!record) throw new Refusal('shopUnknown');
  return record;
}

const shopOf = ({ id, ledger, revision }: ShopRecord) =>
  ledger.shops.map(({ digits, slug, name, lastSeenAt }) => ({
    id,
    digits,
    slug,
    name,
    revision,
    lastSeenAt,
  }));

function newestOf(tests: KeyTest[]): KeyTest[] {
  const newest = new Map<string, KeyTest>();
  for (const test of tests) {
    const known = newest.get(test.licenseId);
    if (!known || known.at <= test.at) newest.set(test.licenseId, test);
  }
  return [...newest.values()];
}
