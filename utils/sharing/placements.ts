import type { PlacementAsk, PlacementsAnswer } from '../model/companion-shared.schema.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Held, Placement, ToolBinding, Works } from '../model/tool.ts';
import type { PlacementSaid } from '../tools/take-placement.ts';
import type { Aliases } from './aliases.ts';

interface Known {
  bindings: ToolBinding[];
  placements: Placement[];
}

/** What the companion knows of the tools of a shop, in this browser's ids, as evidence to take. */
export function saidThere(
  { bindings, placements }: PlacementsAnswer,
  { here }: Aliases,
): PlacementSaid[] {
  return evidence({ bindings, placements }, here);
}

/** What this browser knows of them and the companion does not, in its ids. */
export function toSay(
  { bindings, placements }: Ledger,
  shopId: { here: string; there: string },
  answer: PlacementsAnswer,
  { there }: Aliases,
): PlacementAsk[] {
  const ours = evidence(
    { bindings: bindings.filter((one) => one.shopId === shopId.here), placements },
    there,
  );
  const known = new Map(evidence(answer, (id) => id).map((one) => [nameOf(one), one]));
  const isNewer = (a: Held | Works | null, b: Held | Works | null | undefined): boolean =>
    a !== null && (b === null || b === undefined || b.at < a.at);
  return ours.flatMap((one): PlacementAsk[] => {
    const said = known.get(nameOf(one));
    if (!isNewer(one.holds, said?.holds) && !isNewer(one.works, said?.works)) return [];
    const { field } = one;
    // The only two that a companion is told of: the others hold no key.
    if (field !== 'licenseKey' && field !== 'serviceSecret') return [];
    return [{ ...one, field, shopId: shopId.there }];
  });
}

const nameOf = ({ connectorId, origin, appId, field, part }: PlacementSaid): string =>
  [connectorId, origin, appId, field, part ?? ''].join('|');

function evidence({ bindings, placements }: Known, word: (id: string) => string): PlacementSaid[] {
  const byId = new Map(bindings.map((one) => [one.id, one]));
  const keyOf = <T extends Held | Works>(fact: T | null): T | null =>
    fact && { ...fact, licenseId: word(fact.licenseId) };
  return placements.flatMap(({ bindingId, field, part, holds, works }) => {
    const binding = byId.get(bindingId);
    if (!binding) return [];
    const { connectorId, origin, shopOnTool } = binding;
    return [
      {
        connectorId,
        origin,
        shopOnTool,
        field,
        ...(part === undefined ? {} : { part }),
        appId: word(binding.appId),
        holds: keyOf(holds),
        works: keyOf(works),
      },
    ];
  });
}
