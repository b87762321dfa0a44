import { takePlacement } from '../../utils/tools/take-placement.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import type { ShopRecord } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';

type Names = 'placements' | 'takePlacement';

/** Which key each tool holds, with its evidence. */
export const placementHandlers = ({ store, clock, newId }: Deps): Pick<Handlers, Names> => ({
  placements: async ({ device, query }) => shown(await shopFor(store, device, query.shop)),

  takePlacement: async ({ device, body: { shopId, ...said } }) => {
    const taken = await store.update(device.scope, shopId, (ledger) => {
      const change = takePlacement(ledger, said, { now: clock(), newId });
      if (!change) throw new Refusal('licenseUnknown');
      return { change, answer: null };
    });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return shown(taken.record);
  },
});

const shown = ({ id, revision, ledger: { bindings, placements } }: ShopRecord) => ({
  shopId: id,
  revision,
  bindings,
  placements,
});
