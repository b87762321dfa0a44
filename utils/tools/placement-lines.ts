import type { HistoryEntry, Ledger, LedgerChange } from '../model/ledger.ts';

/**
 * The lines of history of what another browser told of tools: which key was put or seen in a field, and what
 * the tool's own test said.
 */
export function placementLines(
  before: Pick<Ledger, 'placements'>,
  { bindings = [], placements = [] }: LedgerChange,
): HistoryEntry[] {
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
