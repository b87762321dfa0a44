import type { LicenseRow, PageKind } from '../model/reading.ts';
import { type Section, showsAll } from './coverage.ts';
import { BUTTONS } from './dom/selectors.ts';
import { isBefore } from './dom/tree.ts';
import { isGone } from './dom/visible.ts';
import { familyOf } from './family.ts';
import { PAGE_WORDS } from './page-class.ts';
import type { Found } from './grid/found.ts';
import type { AppName } from './licenses.ts';
import type { Look } from './look.ts';
import { isAppList, titleKind } from './page-kind.ts';
import { onlyOnce, standsFor } from './repeats.ts';
import { nameIn } from './rows.ts';
import type { Sliced } from './sliced.ts';
import { nothingTaken, type Sorted, take, type Taken } from './take.ts';
import { labelOf } from './text.ts';
import { unreadKeys } from './unread-keys.ts';
import { isKnownPage } from './unreadable.ts';
import { OWN_PAIR } from './words.ts';

export interface Sections extends Taken {
  /** The lists, each as a whole, show every key / every event grant of the shop. */
  licensesComplete: boolean;
  eventsComplete: boolean;
  /** The one app that the page speaks of; null where it names none, or several. */
  app: AppName | null;
}

/** Reads every part of the page into rows, with what could not be read; in steps. */
export function* readSections(look: Look, page: PageKind): Sliced<Sections> {
  const sorted = look.real
    .map(({ found, titles }) => ({ found, titles, family: familyOf(found, titles) }))
    .filter(({ family }) => family !== 'other');
  const out = nothingTaken();
  const full = { licenses: [] as boolean[], events: [] as boolean[] };
  const robot = page === 'appDetail' && PAGE_WORDS.robotTitle.test(look.text());
  const context = contextOf(sorted) ?? ownPair(look, sorted);
  for (const part of sorted.filter(({ family }) => family !== 'names')) {
    const before = out.problems.length;
    const { shop } = look.shop();
    yield;
    const rows = yield* take(out, part, { page, shopName: shop.name, context, robot });
    const whole =
      out.problems.length === before &&
      (shop.digits !== null || shop.slug !== null) &&
      (part.family === 'events' || isWholeList(part)) &&
      showsAll(look.body, sectionOf(part.found, sorted), rows);
    yield;
    full[part.family === 'events' ? 'events' : 'licenses'].push(whole);
  }
  const { rows, problems } = onlyOnce(out.licenses);
  const stands = standsFor(rows);
  out.places = out.places.filter(({ row }) => stands(row));
  out.licenses = rows;
  out.problems.push(...problems);
  if (page === 'appDetail' && offersUpdate(look.body)) markOffered(out);
  if (rows.length > 0 || isKnownPage(look)) out.problems.push(...unreadKeys(look, out));
  const all = (parts: boolean[]): boolean => parts.length > 0 && parts.every(Boolean);
  return {
    ...out,
    licensesComplete: all(full.licenses) && !look.hiddenKeys,
    eventsComplete: all(full.events),
    app: context ?? onlyApp(rows),
  };
}

/** Only a list under its own heading or with its own columns can say that a key is absent; the 2018 list has no keys. */
const isWholeList = (part: Sorted): boolean =>
  part.family === 'licenses' &&
  isAppList(part) &&
  (part.found.shape === 'list' || titleKind(part.titles) === 'list');

function onlyApp([first, ...more]: readonly LicenseRow[]): AppName | null {
  if (!first) return null;
  const same = more.every(
    ({ developer, app }) => developer === first.developer && app === first.app,
  );
  return same ? { developer: first.developer, app: first.app } : null;
}

/** The one app that the page's sheet names: its other tables speak of the same. */
function contextOf(parts: readonly Sorted[]): AppName | null {
  const names = new Map<string, AppName>();
  for (const { found } of parts.filter(({ found: { shape } }) => shape === 'pairs')) {
    for (const rec of found.recs) {
      const name = { developer: nameIn(rec, 'who'), app: nameIn(rec, 'what') };
      if (name.developer !== '' && name.app !== '') {
        names.set(`${name.developer}\n${name.app}`, name);
      }
    }
  }
  return names.size === 1 ? ([...names.values()][0] ?? null) : null;
}

/** The shop's own keys on a page that names no app: they go by the page's name, as their list would have it. */
const ownPair = ({ robot, headings }: Look, parts: readonly Sorted[]): AppName | null =>
  !robot &&
  parts.some(({ found }) => found.roles.has('secret')) &&
  headings.some(({ text }) => OWN_PAIR.test(labelOf(text)))
    ? { developer: '店舗様', app: 'WEB API' }
    : null;

/** The stretch of page that belongs to a list: between the list before it and the list after it. */
function sectionOf(found: Found, parts: readonly Sorted[]): Section {
  const others = parts
    .map((part) => part.found.el)
    .filter((el) => el !== found.el && !el.contains(found.el) && !found.el.contains(el))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return {
    found,
    after: others.findLast((el) => isBefore(el, found.el)) ?? null,
    before: others.find((el) => isBefore(found.el, el)) ?? null,
  };
}

const offersUpdate = (root: Element): boolean =>
  [...root.querySelectorAll(BUTTONS)].some((el) => {
    const text = el.textContent || (el as HTMLInputElement).value || '';
    return /^アップデート(を)?する$/.test(text.trim()) && !isGone(el);
  });

/** The detail page says 「利用中」 and offers 「アップデートする」 (seed 002): the list calls that 更新あり. */
function markOffered(out: Taken): void {
  for (const row of out.licenses) if (row.state === 'active') row.state = 'updateAvailable';
}
