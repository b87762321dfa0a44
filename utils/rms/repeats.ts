import type { LicenseRow, Problem } from '../model/reading.ts';
import { problem } from './rows.ts';

const keyOf = (row: LicenseRow): string => [row.developer, row.app, row.last4].join('\n');

export interface Once {
  rows: LicenseRow[];
  problems: Problem[];
}

/**
 * The same key twice on a page (a second layout of the same list): once is enough if both say the same.
 * If they do not, neither is believed.
 */
export function onlyOnce(rows: readonly LicenseRow[]): Once {
  const groups = new Map<string, LicenseRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  const out: Once = { rows: [], problems: [] };
  for (const [first, ...more] of groups.values()) {
    if (!first) continue;
    const agree = more.every(
      (row) => row.expiresOn === first.expiresOn && row.state === first.state,
    );
    // Without a key nothing tells two of them apart: one is kept, and that there are others is said.
    if (agree || first.last4 === null) out.rows.push(first);
    if (!agree) out.problems.push(problem('badRow', 'ライセンスキー', '', first));
  }
  return out;
}

/** Is the row kept, or a repeat of one that is? Repeats are marked too: a person sees both. */
export function standsFor(kept: readonly LicenseRow[]): (row: LicenseRow) => boolean {
  const keys = new Set(kept.map(keyOf));
  return (row) => keys.has(keyOf(row));
}
