import type { HistoryEntry, LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import {
  fieldName,
  type FieldResult,
  type Held,
  type Placement,
  sameField,
  type ToolBinding,
  type Works,
} from '../model/tool.ts';

/** Fields that hold a key: a date or an address is no Placement. */
const KEY_FIELDS = new Set(['licenseKey', 'serviceSecret']);

export interface FillRecord {
  /** As the plan gave it; null for a key that the ledger does not know. */
  binding: ToolBinding | null;
  connectorId: string;
  origin: string;
  shopId: string | null;
  /** null where the key is not in the ledger: then nothing can be said to hold it. */
  licenseId: string | null;
  results: FieldResult[];
  /** Placements of the ledger. */
  placements: Placement[];
}

/** After a fill: the binding (first fill), what holds the key now, and a line of history. */
export function recordFill(fill: FillRecord, newId: () => string, now: Instant): LedgerChange {
  const { binding, licenseId, placements } = fill;
  const filled = fill.results.filter(({ outcome }) => outcome === 'filled');
  const history = [filledLine(fill, now)];
  if (binding === null || filled.length === 0) return { history };
  const keys = licenseId === null ? [] : filled.filter(({ field }) => KEY_FIELDS.has(field));
  return {
    bindings: [binding],
    placements: keys.map((key): Placement => {
      const name = fieldName(key);
      const known = placements.find(
        (each) => each.bindingId === binding.id && sameField(each, name),
      );
      const base = known ?? {
        id: newId(),
        bindingId: binding.id,
        ...name,
        holds: null,
        works: null,
      };
      return withKey(base, licenseId as string, now);
    }),
    history,
  };
}

/** The field shows the key now. That it was saved before is forgotten only if it was another key. */
function withKey(placement: Placement, licenseId: string, now: Instant): Placement {
  const { holds, works } = placement;
  const held: Held = { licenseId, how: 'filled', by: 'page', at: now };
  return {
    ...placement,
    holds: holds?.licenseId === licenseId && holds.how === 'saved' ? holds : held,
    works: works?.licenseId === licenseId ? works : null,
  };
}

const filledLine = (fill: FillRecord, now: Instant): HistoryEntry => ({
  at: now,
  kind: 'filled',
  shopId: fill.shopId,
  subjectId: fill.licenseId,
  detail: {
    tool: fill.connectorId,
    origin: fill.origin,
    ...Object.fromEntries(
      fill.results.map(({ field, part, outcome }) => [part ? `${field} ${part}` : field, outcome]),
    ),
  },
});

const withHolds = (placement: Placement, holds: Held): Placement => ({ ...placement, holds });
const withWorks = (placement: Placement, works: Works): Placement => ({ ...placement, works });

export interface BindingRecord {
  binding: ToolBinding;
  placements: Placement[];
}

/** The tool's own test said whether the key works in it. Says nothing of whether it was saved. */
export function recordToolTest(
  { binding, placements }: BindingRecord,
  licenseId: string,
  ok: boolean,
  now: Instant,
): LedgerChange {
  const tested = placements.filter(
    (each) => each.bindingId === binding.id && each.holds?.licenseId === licenseId,
  );
  return {
    placements: tested.map((each) =>
      withWorks(each, { licenseId, how: 'toolTest', by: 'page', ok, at: now }),
    ),
    history: [line('toolTest', binding, licenseId, { ok: ok ? 1 : 0 }, now)],
  };
}

/** Saved in the tool: `person` said so, or `page` showed it. Only what was filled can have been saved. */
export function recordSaved(
  { binding, placements }: BindingRecord,
  by: Held['by'],
  now: Instant,
): LedgerChange {
  const saved = placements.flatMap((each) =>
    each.bindingId === binding.id && each.holds?.how === 'filled'
      ? [{ placement: each, holds: each.holds }]
      : [],
  );
  const [first] = saved;
  if (!first) return {};
  return {
    placements: saved.map(({ placement, holds: { licenseId } }) =>
      withHolds(placement, { licenseId, how: 'saved', by, at: now }),
    ),
    history: [line('saved', binding, first.holds.licenseId, { by }, now)],
  };
}

/** The shop no longer uses the tool there, or with that app's key: the next fill asks anew. */
export const recordUnbound = ({ binding, placements }: BindingRecord): LedgerChange => ({
  remove: {
    bindings: [binding.id],
    placements: placements.filter(({ bindingId }) => bindingId === binding.id).map(({ id }) => id),
  },
});

const line = (
  kind: 'toolTest' | 'saved',
  binding: ToolBinding,
  licenseId: string,
  detail: HistoryEntry['detail'],
  now: Instant,
): HistoryEntry => ({
  at: now,
  kind,
  shopId: binding.shopId,
  subjectId: licenseId,
  detail: { tool: binding.connectorId, origin: binding.origin, ...detail },
});
