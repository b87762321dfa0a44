import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { Instant } from '../../utils/model/time.ts';

// Staff open the same pages all day. A reading that says the same again changes when things were seen, in every
// key of the shop, and nothing else: that is kept beside the text of the ledger, which stays as it is.

/** When what stands in the text of a ledger was seen since. */
export interface SeenAgain {
  /** Every key and grant that is not gone; null = no reading showed them all since. */
  all: Instant | null;
  /** By id; goes before `all`. */
  one: Record<string, Instant>;
}

/** More than that is written into the text. */
const MOST = 30;

/** What tells when a row was seen. */
const TIMES = {
  shops: ['lastSeenAt'],
  licenses: ['lastSeenAt'],
  events: ['lastSeenAt'],
  pages: ['at', 'readAt'],
} as const;
type Seen = keyof typeof TIMES;
const SEEN = Object.keys(TIMES) as Seen[];

type Row = Record<string, unknown> & { id: string };
const rowsOf = (of: Partial<Ledger> | LedgerChange, name: Seen): Row[] =>
  (of[name] ?? []) as unknown as Row[];

type Times = ReadonlyMap<string, Instant>;
const lastOf = new WeakMap<LedgerChange, { before: Ledger; times: Times | null }>();

/** When what the change shows was seen, by id; null where it says anything else. Who decides asks, and who writes. */
export function timesSeen(before: Ledger, change: LedgerChange): Times | null {
  const last = lastOf.get(change);
  if (last?.before === before) return last.times;
  const times = timesOnly(before, change);
  lastOf.set(change, { before, times });
  return times;
}

function timesOnly(before: Ledger, change: LedgerChange): Times | null {
  const { history = [], ...lists } = change;
  const names = Object.keys(lists) as (keyof typeof lists)[];
  if (history.length > 0 || !names.every((name) => SEEN.includes(name as Seen))) return null;
  const times = new Map<string, Instant>();
  for (const name of SEEN) {
    const rows = rowsOf(change, name);
    if (rows.length === 0) continue;
    const known = new Map(rowsOf(before, name).map((row) => [row.id, row]));
    for (const row of rows) {
      const at = seenAt(known.get(row.id), row, TIMES[name]);
      if (at === null) return null;
      times.set(row.id, at);
    }
  }
  return times;
}

/**
 * The change as what was seen again since the text was written (`since`: until now); null where it says anything
 * else, or so much that the text had better be written anew.
 */
export function seenAgain(
  before: Ledger,
  change: LedgerChange,
  since: SeenAgain | null,
): SeenAgain | null {
  const times = timesSeen(before, change);
  if (times === null) return null;
  const ids = standing(before);
  const all = sameTime(ids, times);
  const isInAll = new Set(all === null ? [] : ids);
  const one: Record<string, Instant> = {};
  for (const [id, at] of Object.entries(since?.one ?? {})) if (!isInAll.has(id)) one[id] = at;
  for (const [id, at] of times) if (!isInAll.has(id)) one[id] = at;
  if (Object.keys(one).length > MOST) return null;
  return { all: all ?? since?.all ?? null, one };
}

/** When a row was seen, if it says nothing else than that it was. */
function seenAt(was: Row | undefined, row: Row, fields: readonly string[]): Instant | null {
  if (was === undefined) return null;
  const [first = ''] = fields;
  const at = row[first];
  if (typeof at !== 'number' || fields.some((field) => row[field] !== at)) return null;
  let more = 0;
  for (const name in row) {
    more += 1;
    if (row[name] === was[name] || fields.includes(name)) continue;
    if (JSON.stringify(row[name]) !== JSON.stringify(was[name])) return null;
  }
  for (const _ in was) more -= 1;
  if (more !== 0) return null;
  return at;
}

function standing({ licenses, events }: Ledger): string[] {
  const ids: string[] = [];
  for (const { id, goneAt } of licenses) if (goneAt === null) ids.push(id);
  for (const { id, goneAt } of events) if (goneAt === null) ids.push(id);
  return ids;
}

/** The one time at which all of them were seen; null = they were not. */
function sameTime(ids: string[], times: Times): Instant | null {
  const [first = ''] = ids;
  const at = times.get(first);
  return at !== undefined && ids.every((id) => times.get(id) === at) ? at : null;
}

/** The ledger of a text, with what was seen again since. */
export function withSeen(ledger: Ledger, seen: SeenAgain | null): Ledger {
  if (seen === null) return ledger;
  const lists = SEEN.map((name) => [
    name,
    rowsOf(ledger, name).map((row) => {
      const isKey = name === 'licenses' || name === 'events';
      const at = seen.one[row.id] ?? (isKey && row['goneAt'] === null ? seen.all : null);
      return at === null ? row : Object.assign({}, row, timesOf(name, at));
    }),
  ]);
  return { ...ledger, ...(Object.fromEntries(lists) as Partial<Ledger>) };
}

const timesOf = (name: Seen, at: Instant): Record<string, Instant> =>
  Object.fromEntries(TIMES[name].map((field) => [field, at]));
