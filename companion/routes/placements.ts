import type { HistoryEntry, Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import { toolLine } from '../../utils/renewals/remove-tool.ts';
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
      const history = linesOf(ledger, change);
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

/** What was news of a field: which key was put or seen there, and what the tool's own test said. */
function linesOf(before: Ledger, { bindings = [], placements = [] }: LedgerChange): HistoryEntry[] {
  return placements.flatMap(({ id, bindingId, field, holds, works }) => {
    const was = before.placements.find((one) => one.id === id);
    const binding = bindings.find((one) => one.id === bindingId);
    if (!binding) return [];
    const { shopId, connectorId: tool, origin } = binding;
    const held = holds && holds.at !== was?.holds?.at ? [holds] : [];
    const tested = works && works.how === 'toolTest' && works.at !== was?.works?.at ? [works] : [];
    return [
      ...held.map(({ at, how, by, licenseId }): HistoryEntry => {
        const evidence = how === 'filled' ? { [field]: 'filled' } : { field, by };
        const detail = { tool, origin, ...evidence };
        return { at, kind: how, shopId, subjectId: licenseId, detail };
      }),
      ...tested.map(({ at, by, ok, licenseId }): HistoryEntry => {
        const detail = { tool, origin, by, ok: ok ? 1 : 0 };
        return { at, kind: 'toolTest', shopId, subjectId: licenseId, detail };
      }),
    ];
  });
}

const shown = ({ id, revision, ledger }: ShopRecord) => ({
  shopId: id,
  revision,
  bindings: ledger.bindings,
  placements: ledger.placements,
  toolRemovals: ledger.toolRemovals,
});
