import { joinChanges } from '../ledger/apply.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';

/** The lists whose records travel. */
const SHARED = [
  'shops',
  'apps',
  'licenses',
  'events',
  'pages',
  'bindings',
  'placements',
  'toolRemovals',
  'renewals',
  'keyTests',
  'answers',
] as const;

/** Notes which records a change that came by way of the companion made: what was known before stays this browser's. */
export function noteFromOthers(before: Ledger, change: LedgerChange): LedgerChange {
  const fromOthers = SHARED.flatMap((name) => {
    const rows: { id: string }[] = change[name] ?? [];
    if (rows.length === 0) return [];
    const known = new Set(before[name].map(({ id }) => id));
    return rows.filter(({ id }) => !known.has(id)).map(({ id }) => ({ id }));
  });
  return fromOthers.length === 0 ? change : joinChanges(change, { fromOthers });
}

/**
 * Notes which of a colleague's records this browser reads or makes itself with a change of its own: they are
 * its own from then on. A key that a list of ours lacks was not read by it.
 */
export function noteOwn(before: Ledger, change: LedgerChange): LedgerChange {
  if (before.fromOthers.length === 0) return change;
  const own = new Set<string>();
  for (const name of SHARED.filter((one) => one !== 'licenses' && one !== 'events'))
    for (const { id } of change[name] ?? []) own.add(id);
  for (const { bindingId } of change.placements ?? []) own.add(bindingId);
  const seenAt = new Map(
    [...before.licenses, ...before.events].map((one) => [one.id, one.lastSeenAt]),
  );
  for (const { id, appId, shopId, lastSeenAt } of change.licenses ?? []) {
    if (seenAt.get(id) !== lastSeenAt) own.add(id).add(appId).add(shopId);
  }
  for (const { id, shopId, lastSeenAt } of change.events ?? []) {
    if (seenAt.get(id) !== lastSeenAt) own.add(id).add(shopId);
  }
  const no = before.fromOthers.filter(({ id }) => own.has(id)).map(({ id }) => id);
  return no.length === 0 ? change : joinChanges(change, { remove: { fromOthers: no } });
}
