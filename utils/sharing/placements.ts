import type {
  PlacementAsk,
  PlacementsAnswer,
  ToolRemovalAsk,
} from '../model/companion-shared.schema.ts';
import type { Ledger } from '../model/ledger.ts';
import {
  fieldName,
  type Held,
  type Placement,
  type ToolBinding,
  type Works,
} from '../model/tool.ts';
import type { Instant } from '../model/time.ts';
import type { PlacementSaid } from '../tools/take-placement.ts';
import { isSameTool, newestOf, removedAt, type ToolName } from '../tools/take-removal.ts';
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
  const tools = new Set(answer.bindings.map(toolOf));
  return ours.flatMap((one): PlacementAsk[] => {
    const said = known.get(nameOf(one));
    // What the companion knows to be removed since is no news.
    if (newestOf(one, [one]) <= (removedAt(answer, one) ?? -Infinity)) return [];
    const isNews = isNewer(one.holds, said?.holds) || isNewer(one.works, said?.works);
    if (!isNews && tools.has(toolOf(one))) return [];
    const { field } = one;
    // The only two that a companion is told of: the others hold no key.
    if (field !== 'licenseKey' && field !== 'serviceSecret') return [];
    return [{ ...one, field, shopId: shopId.there }];
  });
}

/** Tools that were removed at the companion, in this browser's ids. */
export const removedThere = (
  { toolRemovals }: PlacementsAnswer,
  { here }: Aliases,
): (ToolName & { at: Instant })[] =>
  toolRemovals.map((one) => Object.assign({}, one, { appId: here(one.appId) }));

/** Tools that were removed here, are not used again, and of which the companion has not heard so. */
export function removalsToSay(
  { toolRemovals, bindings }: Ledger,
  shopId: { here: string; there: string },
  answer: PlacementsAnswer,
  { there }: Aliases,
): ToolRemovalAsk[] {
  return toolRemovals
    .filter((one) => one.shopId === shopId.here && !bindings.some((used) => isSameTool(used, one)))
    .map(({ connectorId, origin, appId, at }) => ({
      shopId: shopId.there,
      connectorId,
      origin,
      appId: there(appId),
      at,
    }))
    .filter((one) => (removedAt(answer, one) ?? -Infinity) < one.at);
}

const toolOf = ({
  connectorId,
  origin,
  appId,
}: Pick<ToolBinding, 'connectorId' | 'origin' | 'appId'>): string =>
  [connectorId, origin, appId].join('|');

const nameOf = (said: PlacementSaid): string =>
  [toolOf(said), said.field, said.part ?? ''].join('|');

function evidence({ bindings, placements }: Known, word: (id: string) => string): PlacementSaid[] {
  const keyOf = <T extends Held | Works>(fact: T | null): T | null =>
    fact && { ...fact, licenseId: word(fact.licenseId) };
  return bindings.flatMap(({ id, connectorId, origin, appId, shopOnTool, createdAt }) => {
    const tool = { connectorId, origin, appId: word(appId), shopOnTool, createdAt };
    const own = placements.filter(({ bindingId }) => bindingId === id);
    // A tool of which nobody knows yet what it holds keeps a run open all the same.
    if (own.length === 0) return [{ ...tool, field: 'licenseKey', holds: null, works: null }];
    return own.map((one) =>
      Object.assign({}, tool, fieldName(one), { holds: keyOf(one.holds), works: keyOf(one.works) }),
    );
  });
}
