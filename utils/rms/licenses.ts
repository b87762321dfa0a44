import type { LicenseRow, Problem } from '../model/reading.ts';
import { redactKeys } from '../model/secret.ts';
import type { Shown } from './dom/text-of.ts';
import type { Found, Rec } from './grid/found.ts';
import { LIMITS } from './limits.ts';
import { nameIn, isProse, problem, shown, stateIn } from './rows.ts';
import { ROWS_A_STEP, type Sliced } from './sliced.ts';
import { keyNoteOf, nameOf, noteOf, squeeze } from './text.ts';
import { dateOf } from './values/date.ts';
import { last4Of } from './values/last4.ts';
import type { Role } from './words.ts';

/** A row understood, and where it stands. */
export interface ReadRow {
  rec: Rec;
  row: LicenseRow;
}

/** A row that could not be read, and where it stands. */
export interface LostRow {
  rec: Rec | null;
  problem: Problem;
}

export interface ReadLicenses {
  rows: ReadRow[];
  lost: LostRow[];
  /** Values read of a key whose app the page does not name (a masked detail page). */
  nameless: number;
}

/** Developer and app for records that have none of their own: the sheet of the detail page. */
export interface AppName {
  developer: string;
  app: string;
}

/** What the records of one part say of keys, in steps. */
export function* licensesOf(
  found: Found,
  context: AppName | null,
  about: About,
): Sliced<ReadLicenses> {
  const out: ReadLicenses = { rows: [], lost: [], nameless: 0 };
  const told = { ...about, has: (role: Role) => found.roles.has(role) };
  for (const [i, rec] of found.recs.entries()) {
    if (i % ROWS_A_STEP === 0) yield;
    const facts = factsOf(rec, context);
    const unnamed = facts.developer === '' && facts.app === '';
    if (unnamed && (about.detail || found.shape === 'pairs')) readNameless(out, rec, facts, about);
    else readInto(out, rec, facts, told);
  }
  return out;
}

interface Facts extends AppName {
  key: Shown;
  expires: Shown;
  state: Shown;
}

function factsOf(rec: Rec, context: AppName | null): Facts {
  const own = { developer: nameIn(rec, 'who'), app: nameIn(rec, 'what') || nameIn(rec, 'service') };
  const named = own.developer !== '' || own.app !== '' || !context ? own : context;
  return {
    ...named,
    key: shown(rec.fields.get('key')),
    expires: shown(rec.fields.get('expires')),
    state: shown(rec.fields.get('state')),
  };
}

/**
 * A key whose app the page does not name gives no row: its sheet masks it still. Elsewhere the name is what
 * was not understood; a date that cannot be is said everywhere.
 */
function readNameless(out: ReadLicenses, rec: Rec, { key, expires }: Facts, about: About): void {
  const last4 = last4Of(key.plain);
  const known = { developer: '', app: '', last4: last4.kind === 'last4' ? last4.last4 : null };
  const lose = (code: Problem['code'], where: string, text: string): void => {
    out.lost.push({ rec, problem: problem(code, where, text, known) });
  };
  // Words in its place may tell what to do to see it.
  if (dateOf(expires.plain).kind === 'bad' && /\d/.test(expires.plain))
    lose('badDate', '有効期限', noteOf(expires.plain, LIMITS.problemText));
  else if (known.last4 !== null && !(about.detail && about.robot)) lose('badRow', 'アプリ名', '');
  else if (about.detail) out.nameless += 1;
}

export interface About {
  /** A detail page: a key that it still hides is no row yet. */
  detail: boolean;
  /** The 2018 list, which shows neither key nor date. */
  bare: boolean;
  shopName: string | null;
  /** The robot check is still to be passed: the page may name the app behind it. */
  robot: boolean;
}

function readInto(
  out: ReadLicenses,
  rec: Rec,
  facts: Facts,
  /** `has`: some record of the part tells this. */
  about: About & { has: (role: Role) => boolean },
): void {
  const { developer, app, key, expires } = facts;
  const fields = rec.fields;
  const state = stateIn(facts.state);
  const last4 = last4Of(key.plain);
  const on = dateOf(expires.plain);
  const known = { developer, app, last4: last4.kind === 'last4' ? last4.last4 : null };
  const lose = (code: Problem['code'], where: string, text: string): void => {
    out.lost.push({ rec, problem: problem(code, where, text, known) });
  };
  if ([key, expires, facts.state].some(({ tooLong }) => tooLong)) return lose('tooLarge', app, '');
  if (developer === '') return lose('badRow', 'アプリ登録者', '');
  if (app === '') return lose('badRow', 'アプリ名', '');
  // A name that holds a row's other values: several cells were taken for one. One that only points to another.
  const names = `${developer} ${app}`;
  if (/末尾4桁? ?: ?[A-Za-z0-9]{4}(?![A-Za-z0-9])|(?:^| )(?:〃|同上)(?: |$)/.test(names))
    return lose('badRow', 'アプリ名', '');
  if (!about.bare) {
    // A key that is not issued yet may have no place on its card; where no card has one, or a date says that
    // there is a key, it is the word for it that is not understood.
    const isNotIssued =
      state.state === 'awaitingApproval' &&
      on.kind !== 'date' &&
      (about.detail || about.has('key'));
    if (!fields.has('key') && !isNotIssued) return lose('noColumn', 'ライセンスキー', '');
    if (!fields.has('expires')) return lose('noColumn', '有効期限', '');
    const isLost = last4.kind === 'none' && last4.blank && state.state !== 'awaitingApproval';
    if (last4.kind === 'bad' || isLost || (last4.kind === 'masked' && !about.detail))
      return lose('badLast4', 'ライセンスキー', keyNoteOf(key.plain));
    if (last4.kind === 'several') return takeSeveral(out, rec, facts, last4.last4s, about);
    if (on.kind === 'bad')
      return lose('badDate', '有効期限', noteOf(expires.plain, LIMITS.problemText));
  }
  if (
    about.detail &&
    (last4.kind === 'masked' || (last4.kind === 'none' && state.state !== 'awaitingApproval'))
  ) {
    out.nameless += 1;
    return;
  }
  // A row without what its neighbours have is kept, and what it lacks is said.
  if (about.has('state') && !fields.has('state')) lose('noColumn', '状態', '');
  out.rows.push({
    rec,
    row: {
      ...known,
      owner: ownerOf(developer, about.shopName),
      expiresOn: on.kind === 'date' ? on.on : null,
      ...state,
      extra: extraOf(rec),
    },
  });
}

/** Several keys in one row, each on a line: taken only where dates and states stand line by line too. */
function takeSeveral(
  out: ReadLicenses,
  rec: Rec,
  facts: Facts,
  last4s: string[],
  { shopName }: About,
): void {
  const { developer, app } = facts;
  const dates = facts.expires.lines().map(dateOf);
  const states = facts.state
    .lines()
    .map((line) => stateIn({ ...facts.state, plain: line, bare: line }));
  const even = dates.length === last4s.length && states.length === last4s.length;
  for (const [i, last4] of last4s.entries()) {
    const on = dates[i];
    const state = states[i];
    if (!even || !state || !on || on.kind === 'bad') {
      const text = `${last4s.length}`;
      out.lost.push({
        rec,
        problem: problem('badRow', 'ライセンスキー', text, { developer, app, last4 }),
      });
      continue;
    }
    const expiresOn = on.kind === 'date' ? on.on : null;
    const owner = ownerOf(developer, shopName);
    out.rows.push({
      rec,
      row: { developer, app, owner, last4, expiresOn, ...state, extra: extraOf(rec) },
    });
  }
}

/** アプリ登録者 「店舗様」 is the shop itself (rms.md §1); so is its own name. */
export const ownerOf = (developer: string, shopName: string | null): LicenseRow['owner'] =>
  /^(店舗様|自店舗|店舗|貴店)$/.test(squeeze(developer)) ||
  (shopName !== null && squeeze(developer) === squeeze(shopName))
    ? 'shop'
    : 'vendor';

function extraOf(rec: Rec): LicenseRow['extra'] {
  const extra: LicenseRow['extra'] = [];
  for (const { heading, field } of rec.extra.slice(0, LIMITS.extras)) {
    const text = noteOf(shown(field).plain);
    if (text !== '' && text !== heading) extra.push([nameOf(redactKeys(heading)), text]);
  }
  return extra;
}

/** A part whose cells explain instead of stating: no date, key or known state anywhere, sentences instead. */
export function explainsWords(found: Found): boolean {
  if (found.recs.length === 0 || found.unread.length > 0) return false;
  return found.recs.every((rec) => {
    const [key, expires, state] = (['key', 'expires', 'state'] as const).map((role) =>
      rec.fields.has(role) ? shown(rec.fields.get(role)).plain : null,
    );
    const reads =
      (key && last4Of(key).kind !== 'bad') ||
      (expires && dateOf(expires).kind !== 'bad') ||
      (state && stateIn(shown(rec.fields.get('state'))).state !== 'unknown');
    return !reads && [key, expires, state].some((text) => text && isProse(text));
  });
}
