import type { LicenseRow, Problem } from '../model/reading.ts';
import { appKey } from './names.ts';

const rowKey = (row: LicenseRow): string => `${appKey(row.developer, row.app)}\n${row.last4 ?? ''}`;

const contradicts = (a: LicenseRow, b: LicenseRow): boolean =>
  a.expiresOn !== b.expiresOn || a.state !== b.state;

/** Rows by key. One key shown twice with different values cannot be believed either way. */
export function distinctRows(rows: LicenseRow[]): { rows: LicenseRow[]; problems: Problem[] } {
  if ([...rowsByApp(rows).values()].every(areDistinct)) return { rows, problems: [] };
  const byKey = new Map<string, LicenseRow>();
  const doubtful = new Map<string, LicenseRow>();
  for (const row of rows) {
    const key = rowKey(row);
    const first = byKey.get(key);
    if (first && contradicts(first, row)) doubtful.set(key, row);
    if (!first) byKey.set(key, row);
  }
  const problems = [...doubtful.values()].map((row): Problem => ({
    code: 'badRow',
    where: row.app,
    text: row.stateText.slice(0, 80),
    developer: row.developer,
    app: row.app,
    last4: row.last4,
  }));
  return {
    rows: [...byKey].filter(([key]) => !doubtful.has(key)).map(([, row]) => row),
    problems,
  };
}

/** Of one app. */
const areDistinct = (rows: LicenseRow[]): boolean =>
  rows.length === 1 || new Set(rows.map(({ last4 }) => last4)).size === rows.length;

const known = new WeakMap<LicenseRow[], Map<string, LicenseRow[]>>();

/** Rows by `appKey`. Remembered: a merge asks more than once. */
export function rowsByApp(rows: LicenseRow[]): ReadonlyMap<string, LicenseRow[]> {
  const had = known.get(rows);
  if (had) return had;
  const groups = new Map<string, LicenseRow[]>();
  for (const row of rows) {
    const key = appKey(row.developer, row.app);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  known.set(rows, groups);
  return groups;
}
