import type { Reading } from '../model/reading.ts';

/** A list counts as shown in full when it has stayed the same that long (DESIGN §3). */
export const STABLE_MS = 2000;
/** A page that should hold keys and cannot be read is an alarm only after so much quiet (DESIGN §3). */
export const ALARM_MS = 10_000;

export interface Due {
  /** What may be reported now; null = nothing yet. */
  reading: Reading | null;
  /** When to look again, in ms; null = not before the page changes. */
  againIn: number | null;
}

const REST = new Set(['keys', 'robotCheck']);

/**
 * What of a reading may be said after it has stayed the same for `quietMs`. A page still being drawn must
 * neither alarm nor make a key seem gone: until 2 s only what was read counts, and never as complete.
 */
export function dueAt(reading: Reading, quietMs: number): Due {
  if (!isWorthTelling(reading)) return { reading: null, againIn: null };
  const wait = reading.pageClass === 'unreadable' ? ALARM_MS : STABLE_MS;
  if (quietMs >= wait) return { reading, againIn: null };
  const againIn = wait - quietMs;
  if (!REST.has(reading.pageClass) || reading.problems.length > 0)
    return { reading: null, againIn };
  return { reading: inTheMaking(reading), againIn };
}

/** Does a page say anything that the ledger keeps? */
export const isWorthTelling = ({ pageClass, functions, outages }: Reading): boolean =>
  pageClass !== 'none' || functions !== undefined || outages !== undefined;

/** Rows may still be on their way, also those of a list of functions: nothing may follow from their absence. */
function inTheMaking({ apis: _apis, functions: _functions, ...reading }: Reading): Reading {
  return { ...reading, licenseCoverage: 'partial', eventCoverage: 'partial' };
}
