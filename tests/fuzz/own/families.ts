import type { LicenseState } from '../../../utils/model/reading.ts';
import {
  type Column,
  FAMILIES,
  type Key,
  NO_DATES,
  DATES,
  STATE_TEXTS,
  type Style,
  TAILS,
  WORDINGS,
} from '../../unit/rms/markups.ts';
import { type Desk, type Family, family } from '../families/family.ts';
import type { KeyTruth, Truth } from '../truth.ts';
import { shopHead } from './head.ts';

/** The markups of the unit tests, each as a family of pages that hold only the list of keys. */
export const OWN_FAMILIES: readonly Family[] = Object.keys(FAMILIES).map((name) =>
  family(`own: ${name}`, ['keysOnly'], (desk) => pageOf(desk, name)),
);

const COLUMNS: Column[] = ['who', 'what', 'key', 'expires', 'state'];

function pageOf(desk: Desk, name: string): string {
  const { truth, pick, ink } = desk;
  // These markups draw neither pager nor search box, so the list is whole.
  truth.keyListing = { filteredBy: null, paged: null, lazy: 0 };
  truth.keyCoverage = 'complete';
  truth.events = [];
  truth.eventCoverage = 'either';
  if (truth.keys.length === 0) {
    truth.keyCoverage = 'either';
    truth.pageClasses = ['keys', 'none', 'unreadable'];
    desk.unreadable('a list without rows that does not say that it is empty');
  }
  const order = pick.shuffle<Column>([
    ...COLUMNS,
    ...pick.some<Column>(['note', 'action'], pick.int(0, 2)),
  ]);
  const columns = ink.knob('shuffled', pick.bool(0.5)) ? order : COLUMNS;
  const draw = FAMILIES[name] as NonNullable<(typeof FAMILIES)[string]>;
  const list = draw(styleOf(desk, columns), truth.keys as unknown as Key[]);
  return `<!doctype html><html lang="ja"><head><title>アプリ一覧</title></head><body>${shopHead(desk)}<h2>アプリ一覧</h2>${list}</body></html>`;
}

/** Headings and notation are one habit for a page; the text of a state may differ from row to row. */
function styleOf({ pick, ink }: Desk, columns: Column[]): Style {
  const headings = new Map(columns.map((column) => [column, pick.oneOf(WORDINGS[column])]));
  const date = pick.oneOf(DATES);
  const tail = pick.oneOf(TAILS);
  const none = pick.oneOf(NO_DATES);
  const text = (column: Column, key: KeyTruth): string => {
    if (column === 'who') return ink.plain(key.developer ?? '');
    if (column === 'what') return ink.plain(key.app ?? '');
    if (column === 'key') return key.last4 === null ? '-' : tail(key.last4);
    if (column === 'state') return stateOf(key);
    if (column === 'note') return 'メモ 12';
    if (column === 'action') return '<a href="#">詳細</a>';
    if (key.impossibleDate !== null) return key.impossibleDate;
    const [y = 0, m = 0, d = 0] = (key.expiresOn ?? '').split('-').map(Number);
    if (key.expiresOn === null) return none;
    // 令和 began in 2019.
    const form = date(y, m, d).includes('令和') && y < 2020 ? DATES[0] : date;
    return form?.(y, m, d) ?? '';
  };
  const stateOf = ({ state, stateText }: KeyTruth): string =>
    state === 'unknown'
      ? ink.plain(stateText)
      : pick.oneOf(STATE_TEXTS[state as Exclude<LicenseState, 'unknown'>]);
  return {
    columns,
    heading: (column) => headings.get(column) ?? '',
    value: (column, key) => text(column, key as unknown as KeyTruth),
    wrap: (html) => html,
  };
}

export type { Truth };
