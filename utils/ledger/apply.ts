import type { Ledger, LedgerChange } from '../model/ledger.ts';
import { COLLECTIONS, type Collection } from './collections.ts';

type Row = { id: string };

function applied(rows: Row[], put: Row[], remove: string[]): Row[] {
  if (put.length === 0 && remove.length === 0) return rows;
  // Changes are short and lists long: only what changes is looked up.
  const changed = new Map<string, Row | null>(put.map((row) => [row.id, row]));
  for (const id of remove) changed.set(id, null);
  const next: Row[] = [];
  for (const row of rows) {
    const now = changed.get(row.id);
    if (now === undefined) next.push(row);
    else {
      if (now !== null) next.push(now);
      changed.delete(row.id);
    }
  }
  for (const row of changed.values()) if (row !== null) next.push(row);
  return next;
}

const lastOf = new WeakMap<LedgerChange, { ledger: Ledger; after: Ledger }>();

/**
 * The ledger after a change, as the store would read it. A list that did not change stays the same object, and
 * so does a ledger. Whoever decides looks at it before the store does: it is made once.
 */
export function applyChange(ledger: Ledger, change: LedgerChange): Ledger {
  const last = lastOf.get(change);
  if (last?.ledger === ledger) return last.after;
  const after = isEmpty(change) ? ledger : changed(ledger, change);
  lastOf.set(change, { ledger, after });
  return after;
}

function changed(ledger: Ledger, change: LedgerChange): Ledger {
  const next: Record<string, unknown> = { meta: change.meta ?? ledger.meta };
  for (const name of COLLECTIONS) {
    next[name] = applied(ledger[name], change[name] ?? [], change.remove?.[name] ?? []);
  }
  return next as unknown as Ledger;
}

/** Does it write nothing? */
export function isEmpty(change: LedgerChange): boolean {
  const puts = (name: Collection) => change[name]?.length ?? 0;
  const removes = (name: Collection) => change.remove?.[name]?.length ?? 0;
  const touched = COLLECTIONS.some((name) => puts(name) + removes(name) > 0);
  return !touched && change.meta === undefined && (change.history?.length ?? 0) === 0;
}

/** Two changes as one, the second made on the ledger that the first leads to. */
export function joinChanges(first: LedgerChange, second: LedgerChange): LedgerChange {
  if (isEmpty(second)) return first;
  if (isEmpty(first)) return second;
  const joined: Record<string, unknown> = {};
  const remove: Record<string, string[]> = {};
  for (const name of COLLECTIONS) {
    const later = second[name] ?? [];
    const removed = second.remove?.[name] ?? [];
    const taken = new Set([...later.map((row: Row) => row.id), ...removed]);
    const puts = [...(first[name] ?? []).filter((row: Row) => !taken.has(row.id)), ...later];
    const gone = [...(first.remove?.[name] ?? []).filter((id) => !taken.has(id)), ...removed];
    if (puts.length > 0) joined[name] = puts;
    if (gone.length > 0) remove[name] = gone;
  }
  const meta = second.meta ?? first.meta;
  return {
    ...(joined as LedgerChange),
    ...(meta && { meta }),
    ...(Object.keys(remove).length > 0 && { remove }),
    history: [...(first.history ?? []), ...(second.history ?? [])],
  };
}

/** Several changes as one, each decided on the ledger that the ones before lead to. */
export function inTurn(
  ledger: Ledger,
  steps: readonly ((ledger: Ledger) => LedgerChange)[],
): LedgerChange {
  let [made, after]: [LedgerChange, Ledger] = [{}, ledger];
  for (const step of steps) {
    const next = step(after);
    after = applyChange(after, next);
    made = joinChanges(made, next);
  }
  return made;
}
