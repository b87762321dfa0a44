import { applyChange, joinChanges } from '../ledger/apply.ts';
import type { CarriedInfo } from '../model/carry.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { sameField } from '../model/tool.ts';
import type { Comparison } from '../vault/compare.ts';
import { recordHeld, recordTool } from './statements.ts';

export interface Compared {
  /** The tool that the person copied the text out of. */
  connectorId: string;
  info: Pick<CarriedInfo, 'shopId' | 'appId' | 'licenseId'>;
  part: 'licenseKey' | 'serviceSecret';
  comparison: Comparison;
}

/** Nothing follows about a field from a text that is no key at all: perhaps another field was copied. */
const SAYS_NOTHING = new Set<Comparison>(['notKey', 'otherHalf']);

/**
 * What 照合 says of the tool: its field holds the key that was compared, by the text itself; or it does not,
 * and what was known of it is no longer true. {} for a key that the ledger does not know.
 */
export function recordCompared(
  known: Ledger,
  { connectorId, info, part, comparison }: Compared,
  newId: () => string,
  now: Instant,
): LedgerChange {
  const { appId, licenseId } = info;
  if (appId === null || licenseId === null || SAYS_NOTHING.has(comparison)) return {};
  const bindingIn = ({ bindings }: Ledger) =>
    bindings.find((one) => one.connectorId === connectorId && one.appId === appId);
  if (comparison === 'same') {
    const tool = { appId, connectorId, licenseId: null };
    const named = bindingIn(known) ? {} : recordTool(known, tool, newId, now);
    const after = applyChange(known, named);
    const bindingId = bindingIn(after)?.id ?? '';
    const key = { bindingId, field: part, licenseId };
    return joinChanges(named, recordHeld(after, key, 'compared', newId, now));
  }
  const binding = bindingIn(known);
  const held = known.placements.find(
    (one) => one.bindingId === binding?.id && sameField(one, { field: part }),
  );
  if (!binding || held?.holds?.licenseId !== licenseId) return {};
  const key = { bindingId: binding.id, field: part, licenseId: null };
  return recordHeld(known, key, 'compared', newId, now);
}
