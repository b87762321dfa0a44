import type { EventRow, LicenseRow, PageKind, Problem } from '../model/reading.ts';
import { cellOf, sharedCells } from './cells.ts';
import { textOf } from './dom/text-of.ts';
import { eventsOf } from './events.ts';
import type { Family } from './family.ts';
import type { Found, Rec } from './grid/found.ts';
import { type AppName, licensesOf, type LostRow } from './licenses.ts';
import { LIMITS } from './limits.ts';
import type { Part } from './page-kind.ts';
import { problem, shown } from './rows.ts';
import { ROWS_A_STEP, type Sliced } from './sliced.ts';
import { noteOf } from './text.ts';
import type { Role } from './words.ts';

/** A part, and what it lists. */
export interface Sorted extends Part {
  family: Family;
}

/** What has been read so far. */
export interface Taken {
  licenses: LicenseRow[];
  events: EventRow[];
  problems: Problem[];
  /** A list says itself that it is empty. */
  emptyNote: boolean;
  /** Sheets of keys whose app the page does not name. */
  nameless: number;
  /** A whole key is on the page, so the robot check is behind us. */
  keyShown: boolean;
  places: { row: LicenseRow; cell: Element }[];
  lost: { problem: Problem; cell: Element }[];
}

export const nothingTaken = (): Taken => ({
  licenses: [],
  events: [],
  problems: [],
  emptyNote: false,
  nameless: 0,
  keyShown: false,
  places: [],
  lost: [],
});

export interface Frame {
  page: PageKind;
  shopName: string | null;
  /** The one app that the page's sheet names. */
  context: AppName | null;
  /** The robot check is still to be passed. */
  robot: boolean;
}

/** Takes a part's rows, in steps; gives how many. */
export function* take(out: Taken, part: Sorted, frame: Frame): Sliced<number> {
  const rows =
    part.family === 'events' ? takeEvents(out, part.found) : yield* takeKeys(out, part, frame);
  takeNotes(out, part);
  return rows;
}

function* takeKeys(
  out: Taken,
  { found, family }: Sorted,
  { page, context, ...frame }: Frame,
): Sliced<number> {
  const bare = family === 'products';
  const detail = page === 'appDetail';
  const missing = missingIn(found, bare, detail);
  for (const where of missing) out.problems.push(problem('noColumn', where, headingsOf(found)));
  if (missing.length > 0) return 0;
  yield* lookForWholeKey(out, found.recs);
  const read = yield* licensesOf(found, detail ? context : null, { ...frame, bare, detail });
  out.nameless += read.nameless;
  const shared = sharedCells(found.recs);
  const room = LIMITS.rows - out.licenses.length;
  for (const { rec, row } of read.rows.slice(0, room)) {
    out.licenses.push(row);
    out.places.push({ row, cell: cellOf(rec, shared) });
  }
  if (read.rows.length > room) out.problems.push(tooLarge(found));
  if (!found.roles.has('state') && read.rows.length > 0) {
    out.problems.push(problem('noColumn', '状態', headingsOf(found)));
  }
  lose(out, read.lost, found);
  return read.rows.length;
}

function* lookForWholeKey(out: Taken, recs: readonly Rec[]): Sliced<void> {
  for (const [n, rec] of recs.entries()) {
    if (out.keyShown) return;
    if (n % ROWS_A_STEP === 0) yield;
    out.keyShown = showsKey(rec);
  }
}

function takeEvents(out: Taken, found: Found): number {
  const read = eventsOf(found);
  const room = LIMITS.rows - out.events.length;
  out.events.push(...read.rows.slice(0, room).map(({ row }) => row));
  if (read.rows.length > room) out.problems.push(tooLarge(found));
  lose(out, read.lost, found);
  return read.rows.length;
}

function lose(out: Taken, lost: readonly LostRow[], found: Found): void {
  for (const { problem: one, rec } of lost) {
    out.problems.push(one);
    out.lost.push({ problem: one, cell: rec ? cellOf(rec, new Set()) : found.el });
  }
}

/** What every list may suffer from: rows not understood, no rows at all, too much of everything. */
function takeNotes(out: Taken, { found, family }: Sorted): void {
  for (const el of found.unread.slice(0, LIMITS.problems)) {
    const one = problem('badRow', '', noteOf(textOf(el), LIMITS.problemText));
    out.problems.push(one);
    out.lost.push({ problem: one, cell: el });
  }
  if (found.tooLarge) out.problems.push(tooLarge(found));
  const empty = found.recs.length === 0 && found.unread.length === 0;
  if (empty && found.emptyNote) out.emptyNote = true;
  // A shop without event services may see a bare table; one without any key would not come here.
  else if (empty && family !== 'events')
    out.problems.push(problem('noRows', headingsOf(found), ''));
}

const tooLarge = (found: Found): Problem => problem('tooLarge', headingsOf(found), '');

const COLUMNS: [Role, string][] = [
  ['who', 'アプリ登録者'],
  ['what', 'アプリ名'],
  ['key', 'ライセンスキー'],
  ['expires', '有効期限'],
];

/** Columns without which a list says nothing that may be believed. Sheets and cards are judged one by one. */
function missingIn(
  { shape, recs, roles, emptyNote }: Found,
  bare: boolean,
  detail: boolean,
): string[] {
  // A list that says that it is empty is believed only where it is the list that we know.
  if (shape !== 'list' || (recs.length === 0 && !emptyNote)) return [];
  const missing = COLUMNS.filter(([role]) => {
    if (bare && (role === 'key' || role === 'expires')) return false;
    if (detail && (role === 'who' || role === 'what')) return false;
    if (recs.length === 0 ? roles.has(role) : recs.some((rec) => rec.fields.has(role)))
      return false;
    return role !== 'what' || !roles.has('service');
  });
  return missing.map(([, label]) => label);
}

const headingsOf = (found: Found): string =>
  noteOf([...found.roles.values()].join(' '), LIMITS.problemText);

function showsKey(rec: Rec): boolean {
  const text = shown(rec.fields.get('key')).plain.replaceAll(' ', '');
  return /^[A-Za-z0-9_-]{16,}$/.test(text) && /\d/.test(text);
}
