import { daysBetween } from '../../../utils/calendar/jst.ts';
import { stateOf, type Grant, type Key, type Shop } from './model.ts';
import type { Case } from './variants.ts';

export type Data = Record<string, string>;

/** Everything that the extension's pages showed. */
export interface Shown {
  licenses: Data[];
  events: Data[];
  unreadable: Data[];
}

export type Outcome = 'right' | 'flagged' | 'silent' | 'falseAlarm';

export interface Result {
  name: string;
  outcome: Outcome;
  differences: string[];
}

const fold = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
const mark = ({ digits, slug, name }: Shop): string => digits ?? slug ?? name ?? 'unknown';

const wantedLine = (key: Key, shop: Shop, today: string): string =>
  [
    mark(shop),
    fold(key.developer),
    fold(key.app),
    key.last4 ?? 'none',
    key.on ?? 'none',
    stateOf(key.word),
    String(key.word.includes('更新あり')),
    key.on === null ? 'none' : String(daysBetween(today as never, key.on as never)),
  ].join(' | ');
const shownLine = (d: Data): string =>
  [
    d['shop'],
    fold(d['developer']),
    fold(d['app']),
    d['last4'],
    d['expiresOn'],
    d['state'],
    d['update'],
    d['daysLeft'],
  ].join(' | ');
const wantedGrant = (g: Grant, shop: Shop): string =>
  [mark(shop), fold(g.company), fold(g.service), stateOf(g.word)].join(' | ');
const shownGrant = (d: Data): string =>
  [d['shop'], fold(d['company']), fold(d['service']), d['state']].join(' | ');

/** What belongs to this page: by its shop, or by last four characters that only this page has. */
const ofCase = ({ sheet, wanted }: Case) => {
  const shops = new Set([sheet.shop.digits, sheet.shop.slug, sheet.shop.name]);
  const last4 = new Set(
    [...sheet.keys, ...(wanted.optional ?? [])].flatMap((k) => (k.last4 ? [k.last4] : [])),
  );
  return (d: Data): boolean => shops.has(d['shop'] ?? '') || last4.has(d['last4'] ?? '');
};

function differencesOf(want: string[], may: string[], have: string[]): string[] {
  const missing = want.filter((line) => !have.includes(line)).map((line) => `missing  ${line}`);
  const extra = have
    .filter((line) => !want.includes(line) && !may.includes(line))
    .map((line) => `shown    ${line}`);
  const twice = have
    .filter((line, i) => have.indexOf(line) !== i)
    .map((line) => `twice    ${line}`);
  return [...missing, ...extra, ...twice];
}

/** Rows of an unnamed shop that RMS shows without a key cannot be told from another page's: not asked for. */
const telling =
  (c: Case) =>
  (key: Key): boolean =>
    mark(c.wanted.shop) !== 'unknown' || key.last4 !== null;

export function resultOf(c: Case, shown: Shown): Result {
  const { wanted, sheet } = c;
  const mine = ofCase(c);
  const lines = (keys: Key[]): string[] =>
    keys.filter(telling(c)).map((k) => wantedLine(k, wanted.shop, sheet.today));
  const differences = [
    ...differencesOf(
      lines(wanted.keys),
      lines(wanted.optional ?? []),
      shown.licenses.filter(mine).map(shownLine),
    ),
    ...differencesOf(
      wanted.grants.map((g) => wantedGrant(g, wanted.shop)),
      [],
      shown.events.filter(mine).map(shownGrant),
    ),
  ];
  const alarms = shown.unreadable.filter(mine);
  return {
    name: c.variant.name,
    differences: [...differences, ...alarms.map((d) => `alarm    ${d['text'] ?? ''}`)],
    outcome: outcomeOf(differences.length > 0, alarms.length > 0, wanted.alarm),
  };
}

function outcomeOf(differs: boolean, alarm: boolean, wanted: boolean): Outcome {
  if (wanted) return alarm && !differs ? 'right' : alarm ? 'flagged' : 'silent';
  if (differs) return alarm ? 'flagged' : 'silent';
  return alarm ? 'falseAlarm' : 'right';
}
