import type { LicenseState } from '../../utils/model/reading.ts';
import type { JstDate } from '../../utils/model/time.ts';
import {
  APPS,
  AWKWARD_APPS,
  AWKWARD_DEVELOPERS,
  DEVELOPERS,
  OWN_APPS,
  SERVICES,
  SHOPS,
  STRANGE_STATES,
} from './names.ts';
import type { Pick } from './pick.ts';
import { coverageOf, WHOLE } from './truth.ts';
import type { EventTruth, KeyTruth, Listing, Truth, TruthPage } from './truth.ts';

const NO_DATE = ['-', '-', '-', '', '無期限', '―', '－', '—'] as const;
const IMPOSSIBLE = [
  '2025/02/30',
  '2026/13/01',
  '2026年4月31日',
  '2027-00-10',
  '0000/00/00',
] as const;
const KEY_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** RMS's text of each state it is known to show. */
export const STATE_TEXTS: readonly [LicenseState, string][] = [
  ['active', '利用中'],
  ['updateAvailable', '利用中 更新あり'],
  ['awaitingApproval', '承認待ち'],
  ['expired', '有効期限切れ'],
  ['stopped', '停止中'],
];

const two = (n: number): string => String(n).padStart(2, '0');

/** A date that exists, around 2025 to 2027 as a rule, far off at times. */
export function makeDate(pick: Pick): JstDate {
  const year = pick.bool(0.9)
    ? pick.int(2025, 2027)
    : pick.oneOf([2014, 2019, 2020, 2024, 2035, 2099]);
  const month = pick.int(1, 12);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = pick.bool(0.15) ? last : pick.int(1, last);
  return `${year}-${two(month)}-${two(day)}` as JstDate;
}

/** The last four characters of a key; now and then only digits or letters that look alike. */
export function makeLast4(pick: Pick): string {
  const signs = pick.bool(0.1) ? '0123456789' : pick.bool(0.1) ? 'Il1O0oS5' : KEY_SIGNS;
  return Array.from({ length: 4 }, () => signs[pick.int(0, signs.length - 1)]).join('');
}

function makeState(pick: Pick): Pick1 {
  if (pick.bool(0.08)) return { state: 'unknown', stateText: pick.oneOf(STRANGE_STATES) };
  const [state, stateText] = pick.oneOf([...STATE_TEXTS, STATE_TEXTS[0]!, STATE_TEXTS[1]!]);
  return { state, stateText };
}
interface Pick1 {
  state: LicenseState;
  stateText: string;
}

function makeKey(pick: Pick, developer: string, app: string, owner: KeyTruth['owner']): KeyTruth {
  const { state, stateText } = makeState(pick);
  const noKey = state === 'awaitingApproval' && pick.bool(0.6);
  const impossible = pick.bool(0.004);
  const dated = !noKey && !impossible && pick.bool(owner === 'shop' ? 0.95 : 0.7);
  return {
    developer,
    app,
    owner,
    last4: noKey ? null : makeLast4(pick),
    expiresOn: dated ? makeDate(pick) : null,
    noDateText: pick.oneOf(NO_DATE),
    impossibleDate: impossible ? pick.oneOf(IMPOSSIBLE) : null,
    state,
    orStates: [],
    stateText,
    extra: [],
  };
}

const makeDeveloper = (pick: Pick): string =>
  pick.oneOf<string>(pick.bool(0.25) ? AWKWARD_DEVELOPERS : DEVELOPERS);
const makeApp = (pick: Pick): string => pick.oneOf<string>(pick.bool(0.25) ? AWKWARD_APPS : APPS);

/** How many keys: mostly few, as shops have; up to 40. */
function makeCount(pick: Pick): number {
  const size = pick.int(1, 100);
  if (size <= 4) return 0;
  if (size <= 55) return pick.int(1, 4);
  return size <= 90 ? pick.int(5, 12) : pick.int(13, 40);
}

/** Keys of a shop: own apps, several apps of one developer, several keys of one app. */
export function makeKeys(pick: Pick, count: number): KeyTruth[] {
  const keys: KeyTruth[] = [];
  const seen = new Set<string>();
  const add = (developer: string, app: string, owner: KeyTruth['owner']): void => {
    const key = makeKey(pick, developer, app, owner);
    const id = JSON.stringify([developer, app, key.last4]);
    if (seen.has(id) || keys.length >= count) return;
    seen.add(id);
    keys.push(key);
  };
  for (let tries = 0; keys.length < count && tries < count * 8; tries += 1) {
    const before = keys.at(-1);
    const turn = pick.int(1, 10);
    if (turn <= 2) add('店舗様', pick.oneOf<string>(OWN_APPS), 'shop');
    else if (before && turn === 3)
      add(before.developer ?? '店舗様', before.app ?? '', before.owner);
    else if (before && turn <= 5 && before.owner === 'vendor') {
      add(before.developer ?? '', makeApp(pick), 'vendor');
    } else if (before && turn === 6 && before.owner === 'vendor') {
      add(makeDeveloper(pick), before.app ?? '', 'vendor');
    } else add(makeDeveloper(pick), makeApp(pick), 'vendor');
  }
  return keys;
}

/** Rows of システムイベント通知サービスアクセス許可設定. */
export function makeEvents(pick: Pick, count: number): EventTruth[] {
  const rows = Array.from({ length: count }, (): EventTruth => {
    const { state, stateText } = makeState(pick);
    const started = pick.bool(0.9);
    return {
      company: makeDeveloper(pick),
      service: pick.oneOf<string>(SERVICES),
      startedOn: started ? makeDate(pick) : null,
      startedAt:
        started && pick.bool(0.8) ? `${two(pick.int(0, 23))}:${two(pick.int(0, 59))}:00` : null,
      state,
      stateText,
    };
  });
  const names = rows.map((row) => JSON.stringify([row.company, row.service]));
  return rows.filter((_, i) => names.indexOf(names[i]!) === i);
}

/** Filters or pages a list of `shown` rows; placeholders come at the end of what is shown. */
function makeListing(pick: Pick, shown: number, filter: string | null): Listing {
  if (filter !== null) return { ...WHOLE, filteredBy: filter };
  const turn = pick.int(1, 20);
  if (turn <= 2 && shown > 0) {
    const from = pick.bool(0.7) ? 1 : 1 + shown * pick.int(1, 3);
    const to = from + shown - 1;
    return { ...WHOLE, paged: { from, to, total: pick.bool(0.4) ? to : to + pick.int(1, 60) } };
  }
  if (turn === 3 && shown > 1) return { ...WHOLE, lazy: pick.int(1, 6) };
  return WHOLE;
}

/** Event grants alone are rows and no keys: a person could defend both names. */
function classesOf(keys: number, events: number): Truth['pageClasses'] {
  if (keys > 0) return ['keys'];
  return events > 0 ? ['keys', 'none'] : ['none', 'keys'];
}

/** The truth of a random shop as a page of this kind may show it. Families adjust it to what they print. */
export function makeTruth(pick: Pick, page: TruthPage): Truth {
  const known = pick.oneOf(SHOPS);
  const shop = { digits: String(pick.int(200_000, 499_999)), slug: known.slug, name: known.name };
  const hasKeys = page !== 'eventsOnly';
  const hasEvents = page === 'appList' || page === 'eventsOnly';
  let keys = hasKeys
    ? makeKeys(pick, page === 'detail' || page === 'webApi21' ? 1 : makeCount(pick))
    : [];
  const events = hasEvents ? makeEvents(pick, pick.bool(0.2) ? 0 : pick.int(1, 8)) : [];
  let filter: string | null = null;
  const sample = keys[0];
  if (sample && page !== 'detail' && page !== 'webApi21' && pick.bool(0.07)) {
    filter = pick.bool(0.9) ? pick.oneOf([sample.developer, sample.app]) : '該当しない言葉';
    keys = keys.filter((k) => [k.developer, k.app].some((text) => text?.includes(filter ?? '')));
  }
  const keyListing =
    page === 'detail' || page === 'webApi21' ? WHOLE : makeListing(pick, keys.length, filter);
  const eventListing = makeListing(pick, events.length, null);
  return {
    page,
    pageClasses: classesOf(keys.length, events.length),
    shop,
    shopMaybe: { ...shop },
    keys,
    events,
    keyListing,
    eventListing,
    keyCoverage: hasKeys ? coverageOf(keyListing) : 'partial',
    eventCoverage: hasEvents ? coverageOf(eventListing) : 'partial',
    detail: null,
    mustFlag: keys.some((k) => k.impossibleDate !== null) ? ['badDate'] : [],
  };
}
