import type { Ledger, LedgerChange } from '../model/ledger.ts';
import {
  fieldName,
  sameField,
  type FieldName,
  type Held,
  type Placement,
  type ToolBinding,
  type Works,
} from '../model/tool.ts';
import type { Instant } from '../model/time.ts';
import { NO_ORIGIN } from './statements.ts';
import { isSameTool, newestOf, removedAt } from './take-removal.ts';

/** What another browser says of a field of a tool, with its evidence. */
export interface PlacementSaid extends FieldName {
  connectorId: string;
  origin: string;
  appId: string;
  shopOnTool: string | null;
  /** Since when the shop uses it; absent = since now. */
  createdAt?: Instant;
  holds: Held | null;
  works: Works | null;
}

/**
 * Takes evidence about a placement that another browser gathered, into the ledger of one shop. Of each of
 * the two answers the newer evidence stands, never dated later than now. What is older than the tool's removal
 * is of no use any more. Null where the app or a key is none of this shop.
 */
export function takePlacement(
  ledger: Ledger,
  said: PlacementSaid,
  { now, newId }: { now: Instant; newId: () => string },
): LedgerChange | null {
  const app = ledger.apps.find(({ id }) => id === said.appId);
  const isOurs = ({ licenseId }: { licenseId: string }): boolean =>
    ledger.licenses.some(({ id }) => id === licenseId);
  const facts = [said.holds, said.works].filter((fact) => fact !== null);
  if (!app || !facts.every(isOurs)) return null;
  if (newestOf(said, [said]) <= (removedAt(ledger, said) ?? -Infinity)) return {};
  const binding = bindingAfter(knownBinding(ledger, said), said, app.shopId, { now, newId });
  // That a shop uses the tool is all that was said: which fields it has, its connector knows.
  if (facts.length === 0) return { bindings: [binding] };
  const was = ledger.placements.find((one) => one.bindingId === binding.id && sameField(one, said));
  const base = was ?? {
    id: newId(),
    bindingId: binding.id,
    ...fieldName(said),
    holds: null,
    works: null,
  };
  const placement: Placement = {
    ...base,
    holds: newer(base.holds, said.holds, now),
    works: newer(base.works, said.works, now),
  };
  return { bindings: [binding], placements: [placement] };
}

/** A tool that one side has seen no page of yet is the other's, as at a fill (`plan.ts`). */
function knownBinding(
  { bindings }: Pick<Ledger, 'bindings'>,
  { connectorId, origin, appId }: PlacementSaid,
): ToolBinding | undefined {
  const same = bindings.filter((one) => isSameTool(one, { connectorId, origin, appId }));
  return same.find((one) => one.origin === origin) ?? same[0];
}

function bindingAfter(
  known: ToolBinding | undefined,
  { connectorId, origin, appId, shopOnTool, createdAt = Infinity }: PlacementSaid,
  shopId: string,
  { now, newId }: { now: Instant; newId: () => string },
): ToolBinding {
  if (known) {
    const seen = known.origin === NO_ORIGIN ? origin : known.origin;
    return { ...known, origin: seen, shopOnTool: shopOnTool ?? known.shopOnTool };
  }
  const since = Math.min(createdAt, now);
  return { id: newId(), shopId, connectorId, origin, appId, shopOnTool, createdAt: since };
}

function newer<T extends Held | Works>(was: T | null, said: T | null, now: Instant): T | null {
  if (said === null) return was;
  const at = Math.min(said.at, now);
  return was === null || was.at <= at ? { ...said, at } : was;
}
