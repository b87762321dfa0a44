import type { EventRow, LicenseRow, Problem, Reading } from '../../utils/model/reading.ts';
import { type EventTruth, type Generated, type KeyTruth, sameText, type Truth } from './truth.ts';

/**
 * `right` = the reading is the truth, or says of a page that nobody could read that it could not;
 * `flagged` = it says of something readable that it did not understand it, and nothing else is wrong;
 * `silentlyWrong` = something is missing, added or wrong, and no problem says so.
 */
export type Outcome = 'right' | 'flagged' | 'silentlyWrong';

export interface Verdict {
  outcome: Outcome;
  /** What differs, one a line; those that no problem covers begin with `!`. */
  differences: string[];
  /** Called partial although the page shows all and its shop: no harm, but less to know. */
  needlesslyPartial: boolean;
}

interface Difference {
  text: string;
  covered: boolean;
}

/** Compares what was read with what a careful person would have noted. */
export function judge({ truth, readable }: Generated, reading: Reading): Verdict {
  const differences = [
    ...pageDifferences(truth, reading),
    ...keyDifferences(truth, reading),
    ...eventDifferences(truth, reading),
  ];
  const flagged = reading.problems.length > 0 || reading.pageClass === 'unreadable';
  const silent = differences.some(({ covered }) => !covered);
  const told = differences.map(({ text, covered }) => `${covered ? ' ' : '!'} ${text}`);
  for (const one of reading.problems) told.push(`  problem ${problemText(one)}`);
  if (mustFlag(truth) && !flagged) told.push('! nothing flagged');
  return {
    outcome: outcomeOf({
      readable,
      flagged,
      silent,
      due: mustFlag(truth),
      any: told.length > 0,
    }),
    differences: told,
    needlesslyPartial: readable && !flagged && isNeedlesslyPartial(truth, reading),
  };
}

/** Nothing can be missing from the rows of a list without rows. */
const mustFlag = ({ mustFlag: due, keys, page }: Truth): boolean =>
  due.length > 0 &&
  keys.length > 0 &&
  // The list of 2018 shows neither keys nor dates (seed 001): that is how it is, and never complete.
  !(page === 'products2018' && keys.every(({ last4, expiresOn }) => !last4 && !expiresOn));

interface Facts {
  readable: boolean;
  flagged: boolean;
  silent: boolean;
  /** A problem had to be reported. */
  due: boolean;
  any: boolean;
}

function outcomeOf({ readable, flagged, silent, due, any }: Facts): Outcome {
  if (due) return flagged && !silent ? 'right' : 'silentlyWrong';
  if (!readable) return flagged || !silent ? 'right' : 'silentlyWrong';
  if (silent) return 'silentlyWrong';
  return any ? 'flagged' : 'right';
}

const problemText = ({ code, where, text, app, last4 }: Problem): string =>
  [code, where, text, app, last4].filter((part) => part).join(' | ');

/** Does a problem concern the page as a whole, so that any row may be missing because of it? */
const ofPage = ({ developer, app, last4 }: Problem): boolean => !developer && !app && !last4;

const names = (problem: Problem, developer: string | null, app: string | null): boolean =>
  (problem.app !== null && sameText(problem.app, app ?? '')) ||
  (problem.app === null &&
    problem.developer !== null &&
    sameText(problem.developer, developer ?? ''));

function pageDifferences(truth: Truth, reading: Reading): Difference[] {
  const out: Difference[] = [];
  const conflict = reading.problems.some(({ code }) => code === 'shopConflict');
  for (const field of ['digits', 'slug', 'name'] as const) {
    const read = reading.shop[field];
    const due = truth.shop[field];
    if (
      reading.pageClass === 'none' ||
      (truth.keys.length + truth.events.length === 0 && read === null)
    )
      continue;
    const fits =
      read === null
        ? due === null
        : [due, truth.shopMaybe[field]].some((one) => one !== null && sameText(one, read));
    if (!fits)
      out.push({
        text: `shop ${field}: ${read} instead of ${due}`,
        covered: conflict && read === null,
      });
  }
  const alarm = reading.pageClass === 'unreadable' || reading.problems.some(ofPage);
  if (!truth.pageClasses.includes(reading.pageClass)) {
    const due = truth.pageClasses.join(' or ');
    out.push({ text: `page class ${reading.pageClass} instead of ${due}`, covered: alarm });
  }
  for (const [list, due, read] of [
    ['keys', truth.keyCoverage, reading.licenseCoverage],
    ['events', truth.eventCoverage, reading.eventCoverage],
  ] as const) {
    if (due === 'partial' && read === 'complete')
      out.push({ text: `${list} claimed complete`, covered: false });
  }
  if (truth.detail && reading.issuedNow !== truth.detail.issuedNow)
    out.push({
      text: `issuedNow ${reading.issuedNow}`,
      covered: reading.pageClass === 'unreadable',
    });
  return out;
}

function isNeedlesslyPartial(truth: Truth, reading: Reading): boolean {
  if (truth.shop.digits === null && truth.shop.slug === null) return false;
  return (
    (truth.keyCoverage === 'complete' &&
      truth.keys.length > 0 &&
      reading.licenseCoverage === 'partial') ||
    (truth.eventCoverage === 'complete' &&
      truth.events.length > 0 &&
      reading.eventCoverage === 'partial')
  );
}

/** How alike two rows are: the most alike are compared field by field. */
function matched<T, R>(
  due: readonly T[],
  read: readonly R[],
  likeness: (a: T, b: R) => number,
): [T | null, R | null][] {
  const left = new Set(read);
  const open = new Set(due);
  const pairs: [T | null, R | null][] = [];
  for (const least of [4, 3, 2, 1]) {
    for (const one of open) {
      const best = [...left].find((other) => likeness(one, other) >= least);
      if (best === undefined) continue;
      pairs.push([one, best]);
      left.delete(best);
      open.delete(one);
    }
  }
  return [
    ...pairs,
    ...[...open].map((one): [T, null] => [one, null]),
    ...[...left].map((one): [null, R] => [null, one]),
  ];
}

const same = (due: string | null, read: string): number =>
  due !== null && sameText(due, read) ? 1 : 0;

function keyDifferences(truth: Truth, reading: Reading): Difference[] {
  // A row whose date does not exist is a problem, not a row; a key without a name belongs to no app yet.
  const due = truth.keys.filter(({ impossibleDate }) => impossibleDate === null);
  const likeness = (key: KeyTruth, row: LicenseRow): number =>
    (key.last4 === row.last4 ? 2 : 0) + same(key.developer, row.developer) + same(key.app, row.app);
  const out: Difference[] = [];
  const covers = (problem: Problem, key: KeyTruth): boolean =>
    ofPage(problem) ||
    (problem.last4 !== null && problem.last4 === key.last4) ||
    names(problem, key.developer, key.app);
  for (const [key, row] of matched(due, reading.licenses, likeness)) {
    if (key && row) out.push(...fieldDifferences(key, row, reading.problems));
    // The sheet of an app without any key has nothing to tell a license by.
    else if (key && truth.page === 'detail' && key.last4 === null) continue;
    else if (key && (key.developer !== null || key.app !== null)) {
      const covered =
        reading.pageClass === 'unreadable' || reading.problems.some((one) => covers(one, key));
      out.push({ text: `missing key ${lineOf(key)}`, covered });
    } else if (row) out.push({ text: `key that is not there: ${lineOf(row)}`, covered: false });
  }
  return out;
}

const lineOf = ({ developer, app, last4, expiresOn, state }: KeyTruth | LicenseRow): string =>
  [developer, app, last4, expiresOn, state].join(' | ');

function fieldDifferences(
  key: KeyTruth,
  row: LicenseRow,
  problems: readonly Problem[],
): Difference[] {
  const said = (field: string, due: unknown, read: unknown): Difference => ({
    text: `${field} of ${lineOf(key)}: ${String(read)} instead of ${String(due)}`,
    // A row without a key is told of by its app's name.
    covered: problems.some((one) =>
      row.last4 === null
        ? one.last4 === null && names(one, key.developer, key.app)
        : one.last4 === row.last4,
    ),
  });
  const out: Difference[] = [];
  if (key.developer !== null && !same(key.developer, row.developer))
    out.push(said('developer', key.developer, row.developer));
  if (key.app !== null && !same(key.app, row.app)) out.push(said('app', key.app, row.app));
  for (const field of ['owner', 'last4', 'expiresOn'] as const)
    if (key[field] !== row[field]) out.push(said(field, key[field], row[field]));
  if (key.state !== row.state && !key.orStates.includes(row.state))
    out.push(said('state', key.state, row.state));
  if (key.state === 'unknown' && row.state === 'unknown' && !sameText(key.stateText, row.stateText))
    out.push(said('state text', key.stateText, row.stateText));
  for (const [heading, text] of key.extra) {
    if (sameText(text, '')) continue;
    const kept = row.extra.some(
      ([name, value]) => sameText(name, heading) && sameText(value, text),
    );
    if (!kept) out.push(said(`extra ${heading}`, text, JSON.stringify(row.extra)));
  }
  return out;
}

function eventDifferences(truth: Truth, reading: Reading): Difference[] {
  const likeness = (event: EventTruth, row: EventRow): number =>
    2 * same(event.service, row.service) + 2 * same(event.company, row.company);
  const out: Difference[] = [];
  for (const [event, row] of matched(truth.events, reading.events, likeness)) {
    if (event && row) {
      const fields = (['company', 'service', 'startedOn', 'state'] as const).filter((field) =>
        field === 'company' || field === 'service'
          ? !same(event[field], row[field])
          : event[field] !== row[field],
      );
      for (const field of fields)
        out.push({
          text: `event ${event.service} ${field}: ${row[field]} instead of ${event[field]}`,
          covered: false,
        });
      if (event.state === 'unknown' && !sameText(event.stateText, row.stateText))
        out.push({
          text: `event ${event.service} state text: ${row.stateText} instead of ${event.stateText}`,
          covered: false,
        });
    } else if (event) {
      const covered =
        reading.pageClass === 'unreadable' ||
        reading.problems.some((one) => ofPage(one) || names(one, event.company, event.service));
      out.push({ text: `missing event ${event.company} | ${event.service}`, covered });
    } else if (row)
      out.push({
        text: `event that is not there: ${row.company} | ${row.service}`,
        covered: false,
      });
  }
  return out;
}
