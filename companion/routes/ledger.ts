import type { KeyTest } from '../../utils/model/key-test.ts';
import type { LicensesAnswer } from '../../utils/model/companion-shared.schema.ts';
import type { Handlers, Written } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import type { Device, ShopRecord } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { told } from './signed.ts';

const PAGE = 100;
/** Shops whose answers are kept written out: some megabytes at most. */
const WRITTEN_SHOPS = 200;

type Names = 'shops' | 'licenses' | 'history';

/** What is known of the shops of a token. */
export const ledgerHandlers = ({ store }: Deps): Pick<Handlers, Names> => {
  // What many browsers ask for is written out once for each revision.
  const written = new Map<string, { revision: number } & Written>();
  return {
    shops: async ({ device }) => {
      const records = await store.shops(device.scope);
      return { shops: records.flatMap(shopOf) };
    },

    licenses: async ({ device, query }) => {
      const revision = await store.shopRevision(device.scope, query.shop);
      if (revision === null) throw new Refusal('shopUnknown');
      const known = written.get(query.shop);
      if (known?.revision === revision) return known;
      const record = await shopFor(store, device, query.shop);
      const made = { revision: record.revision, written: JSON.stringify(licensesOf(record)) };
      if (written.size >= WRITTEN_SHOPS) written.clear();
      written.set(query.shop, made);
      return made;
    },

    history: async ({ device, query }) => {
      const { id } = await shopFor(store, device, query.shop);
      const limit = Number(query.limit ?? PAGE);
      const before = query.before === undefined ? null : Number(query.before);
      const entries = await store.history(id, { limit, before });
      return { entries: entries.map((entry) => told(entry, device)) };
    },
  };
};

function licensesOf({ id, ledger, revision }: ShopRecord): LicensesAnswer {
  const { apps, licenses, events, pages } = ledger;
  const keyTests = newestOf(ledger.keyTests);
  return { shopId: id, revision, apps, licenses, events, pages, keyTests };
}

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
    speaks: ledger.targets.some(({ enabled }) => enabled),
  }));

function newestOf(tests: KeyTest[]): KeyTest[] {
  const newest = new Map<string, KeyTest>();
  for (const test of tests) {
    const known = newest.get(test.licenseId);
    if (!known || known.at <= test.at) newest.set(test.licenseId, test);
  }
  return [...newest.values()];
}
