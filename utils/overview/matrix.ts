import { daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { App, Ledger, License } from '../model/ledger.ts';
import type { Instant, JstDate } from '../model/time.ts';
import type { Held, Works } from '../model/tool.ts';
import { fieldsToProve, type FieldToProve } from '../renewals/fields.ts';
import { hasEnded } from '../renewals/keys.ts';
import { lookupsOf } from './license.ts';
import type { Level } from './types.ts';

/** Evidence older than this is to be looked at again. */
const OLD_EVIDENCE_DAYS = 60;

/** One key, across the top. */
export interface MatrixKey {
  license: License;
  app: App;
  /** A newer key of its app stands beside it, or it has ended: a tool on it is a time bomb. */
  old: boolean;
  /** It has ended for certain. */
  ended: boolean;
}

/** What is known of one key in one field of one tool. */
export type MatrixCell =
  /** Another app's key: the tool does not take it. */
  | { kind: 'notTaken' }
  /** The tool takes this app's keys, and holds another one. */
  | { kind: 'absent' }
  /** Nothing is known of the field. */
  | { kind: 'unknown' }
  | {
      kind: 'holds';
      level: Level;
      holds: Held;
      works: Works | null;
      /** Days since the evidence was gathered. */
      ageDays: number;
      stale: boolean;
    };

export interface MatrixRow {
  field: FieldToProve;
  app: App;
  /** One for each key of the table, in its order. */
  cells: MatrixCell[];
  bomb: Bomb | null;
}

/** A tool on an old key: nobody knows when it stops, `by` at the latest (rms.md §5). */
export interface Bomb {
  license: License;
  /** The last day that RMS gave for the key; null = none was given. */
  by: JstDate | null;
  ended: boolean;
}

/** A shop's tools × keys. */
export interface Matrix {
  shopId: string;
  keys: MatrixKey[];
  rows: MatrixRow[];
  /** Fields of which it is not known what they hold, or known only by old evidence: the sweep's list. */
  unsure: MatrixRow[];
}

/** The matrix of every shop that uses a tool, in the order of the shops given. */
export function matricesOf(ledger: Ledger, shopIds: string[], now: Instant): Matrix[] {
  const { apps, replaced } = lookupsOf(ledger);
  return shopIds.flatMap((shopId) => {
    const appIds = new Set(
      ledger.bindings.filter((one) => one.shopId === shopId).map(({ appId }) => appId),
    );
    if (appIds.size === 0) return [];
    const keys = keysFor(appIds, ledger, { apps, replaced }, now);
    const rows = [...appIds]
      .flatMap((appId) => fieldsToProve(ledger, appId))
      .flatMap((field) => rowOf(field, keys, apps, now));
    const unsure = rows.filter(({ cells }) => cells.every((cell) => !isSure(cell)));
    return { shopId, keys, rows, unsure };
  });
}

const isSure = (cell: MatrixCell): boolean => cell.kind === 'holds' && !cell.stale;

/** Keys that live, and dead ones that a tool still holds; an app's newest first. */
function keysFor(
  appIds: Set<string>,
  { licenses, placements }: Ledger,
  look: { apps: Map<string, App>; replaced: Set<string> },
  now: Instant,
): MatrixKey[] {
  const held = new Set(placements.flatMap(({ holds }) => (holds ? [holds.licenseId] : [])));
  return licenses
    .filter(
      (one) =>
        appIds.has(one.appId) && one.last4 !== null && (one.goneAt === null || held.has(one.id)),
    )
    .flatMap((license): MatrixKey[] => {
      const app = look.apps.get(license.appId);
      if (!app) return [];
      const ended = hasEnded(license, now);
      return [{ license, app, ended, old: ended || look.replaced.has(license.id) }];
    })
    .sort((a, b) => order(a.app.name, b.app.name) || b.license.firstSeenAt - a.license.firstSeenAt);
}

const order = (a: string, b: string): number => a.localeCompare(b, 'ja');

function rowOf(
  field: FieldToProve,
  keys: MatrixKey[],
  apps: Map<string, App>,
  now: Instant,
): MatrixRow[] {
  const app = apps.get(field.binding.appId);
  if (!app) return [];
  const cells = keys.map((key) => cellOf(field, key, now));
  const holding = keys.find(({ license }) => license.id === field.placement?.holds?.licenseId);
  const bomb = holding?.old
    ? { license: holding.license, by: dateOf(holding.license), ended: holding.ended }
    : null;
  return [{ field, app, cells, bomb }];
}

const dateOf = ({ expiry }: License): JstDate | null =>
  expiry === null || expiry.basis === 'person' ? null : expiry.on;

function cellOf({ binding, placement }: FieldToProve, key: MatrixKey, now: Instant): MatrixCell {
  if (key.license.appId !== binding.appId) return { kind: 'notTaken' };
  const holds = placement?.holds ?? null;
  if (holds === null) return { kind: 'unknown' };
  if (holds.licenseId !== key.license.id) return { kind: 'absent' };
  const works = placement?.works?.licenseId === key.license.id ? placement.works : null;
  const ageDays = daysBetween(jstDateOf(holds.at), jstDateOf(now));
  return {
    kind: 'holds',
    level: levelOf(key, holds, works),
    holds,
    works,
    ageDays,
    stale: ageDays > OLD_EVIDENCE_DAYS,
  };
}

function levelOf({ old, ended }: MatrixKey, { how }: Held, works: Works | null): Level {
  if (ended) return 'broken';
  if (old || works?.ok === false) return 'urgent';
  if (how === 'filled') return 'waiting';
  return works?.ok ? 'fine' : 'unknown';
}
