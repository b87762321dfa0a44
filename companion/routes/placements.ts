import { toolLine } from '../../utils/renewals/remove-tool.ts';
import { placementLines } from '../../utils/tools/placement-lines.ts';
import { takePlacement } from '../../utils/tools/take-placement.ts';
import { takeRemoval } from '../../utils/tools/take-removal.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import type { ShopRecord } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';
import { signed } from './signed.ts';

type Names = 'placements' | 'takePlacement' | 'removeTool';

/** Which key each tool holds, with its evidence. */
export const placementHandlers = ({ store, clock, newId }: Deps): Pick<Handlers, Names> => ({
  placements: async ({ device, query }) => shown(await shopFor(store, device, query.shop)),

  takePlacement: async ({ device, body: { shopId, ...said } }) => {
    const taken = await store.update(device.scope, shopId, (ledger) => {
      const change = takePlacement(ledger, said, { now: clock(), newId });
      if (!change) throw new Refusal('licenseUnknown');
      const history = placementLines(ledger, change);
      return { change: signed({ ...change, history }, device), answer: null };
    });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return shown(taken.record);
  },

  removeTool: async ({ device, body: { shopId, ...said } }) => {
    const now = clock();
    const taken = await store.update(device.scope, shopId, (ledger) => {
      const made = takeRemoval(ledger, said, { now, newId });
      if (!made) throw new Refusal('licenseUnknown');
      const history = made.removed
        ? [toolLine('toolRemoved', made.removed, Math.min(said.at, now))]
        : [];
      return { change: signed({ ...made.change, history }, device), answer: null };
    });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return shown(taken.record);
  },
});

const shown = ({ id, revision, ledger }: ShopRecord) => ({
  shopId: id,
  revision,
  bindings: ledger.bindings,
  placements: ledger.placements,
  toolRemovals: ledger.toolRemovals,
});
