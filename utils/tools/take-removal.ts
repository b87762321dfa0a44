import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Placement, ToolBinding, ToolRemoval } from '../model/tool.ts';
import type { Instant } from '../model/time.ts';
import { recordUnbound } from './records.ts';
import { NO_ORIGIN } from './statements.ts';

/** A tool of a shop, as every browser can name it. */
export type ToolName = Pick<ToolBinding, 'connectorId' | 'origin' | 'appId'>;

/** The same tool? One that one side has seen no page of yet is the other's. */
export const isSameTool = (a: ToolName, b: ToolName): boolean =>
  a.connectorId === b.connectorId &&
  a.appId === b.appId &&
  (a.origin === b.origin || a.origin === NO_ORIGIN || b.origin === NO_ORIGIN);

/** When the tool was last removed; null = never. */
export function removedAt(
  { toolRemovals }: Pick<Ledger, 'toolRemovals'>,
  tool: ToolName,
): Instant | null {
  const all = toolRemovals.filter((one) => isSameTool(one, tool)).map(({ at }) => at);
  return all.length === 0 ? null : Math.max(...all);
}

/** The newest that is known of a tool: since when it is used, what its fields hold, whether they work. */
export const newestOf = (
  { createdAt }: { createdAt?: Instant },
  facts: Pick<Placement, 'holds' | 'works'>[],
): Instant =>
  Math.max(
    createdAt ?? 0,
    ...facts.flatMap(({ holds, works }) => [holds?.at ?? 0, works?.at ?? 0]),
  );

/**
 * Takes that a shop stopped using a tool, as another browser said: the tool goes, unless it was used here
 * since. Never dated later than now; said twice, it is taken once. `removed` = the tool that went. Null where
 * the app is none of this ledger.
 */
export function takeRemoval(
  ledger: Ledger,
  said: ToolName & { at: Instant },
  { now, newId }: { now: Instant; newId: () => string },
): { change: LedgerChange; removed: ToolBinding | null } | null {
  const app = ledger.apps.find(({ id }) => id === said.appId);
  if (!app) return null;
  const at = Math.min(said.at, now);
  if ((removedAt(ledger, said) ?? -Infinity) >= at) return { change: {}, removed: null };
  const binding = ledger.bindings.find((one) => isSameTool(one, said));
  const own = ledger.placements.filter(({ bindingId }) => bindingId === binding?.id);
  const isGone = binding !== undefined && newestOf(binding, own) <= at;
  // Used since: that it was removed before is of no use to anybody.
  if (binding && !isGone) return { change: {}, removed: null };
  const { connectorId, origin, appId } = said;
  const known = ledger.toolRemovals.find((one) => isSameTool(one, said));
  const id = known?.id ?? binding?.id ?? newId();
  const removal: ToolRemoval = { id, shopId: app.shopId, connectorId, origin, appId, at };
  return {
    change: {
      toolRemovals: [removal],
      ...(isGone && recordUnbound({ binding, placements: own })),
    },
    removed: isGone ? binding : null,
  };
}
