import { BUTTONS } from './dom/selectors.ts';
import { isBefore } from './dom/tree.ts';
import { isGone, OWN } from './dom/visible.ts';
import type { Found } from './grid/found.ts';
import { clean, squeeze } from './text.ts';
import { LOADING } from './words.ts';

/** What of a page may hide rows of a list. */
const FIELDS = 'input,select';
const SEARCH_TYPE = /^(text|search|)$/;
/** Lists are filtered by words (「キーワード検索」, rms.md §3) or by a choice that is not "all". */
const ALL = /^(すべて|全て|全件|全部|指定なし|選択してください|--*|all)?$|全て|すべて|\d+件/i;
const NEXT =
  /^(次へ|次の?(ページ|\d+件)?|前へ|前の?(ページ|\d+件)?|もっと|(もっと|さらに|続きを|(すべて|全て|全件)を?)(見る|表示(する)?|読み込む)|next|prev(ious)?|more|[›»>]{1,2}|[‹«<]{1,2}|\d{1,4})$/i;
/** Around the words of a pager (「‹ 前へ」). */
const ARROWS = /[‹›«»<>←→◀▶◁▷≪≫]/g;
const MOST = 400;
/** Longer texts tell of loading; they are no sign of it. */
const MOST_LOADING = 40;

export interface Section {
  found: Found;
  /** The parts of the page that belong to this list: after the list before it, up to the one after it. */
  after: Element | null;
  before: Element | null;
}

/** Does nothing on the page speak against this list showing every row that it has? */
export const showsAll = (root: Element, section: Section, rows: number): boolean =>
  rows + (section.found.emptyNote ? 1 : 0) > 0 &&
  section.found.unread.length === 0 &&
  section.found.waiting === 0 &&
  !isBusy(section.found.el) &&
  !hasSkeleton(root, section) &&
  !section.found.tooLarge &&
  !hidesRecords(section.found) &&
  !isFiltered(root, section, rows) &&
  !isPaged(root, section) &&
  !countsMore(root, section, rows);

/** A row out of sight that shows a key's last four or a date: filtered away, not absent. */
const hidesRecords = ({ hidden }: Found): boolean =>
  hidden
    .slice(0, 200)
    .some((el) => /末尾|\d{4}[/\-年]\d{1,2}/.test(clean((el.textContent ?? '').slice(0, 2000))));

/** Told to those who hear the page: the list is still being filled. One that draws only rows in view names its box so. */
const isBusy = (el: Element): boolean =>
  (el.closest('[aria-busy="true"]') ??
    el.querySelector('[aria-busy="true"],[class*="virtual"]')) !== null;

/** What component libraries draw where content is to come; each by the name of its class. */
const SKELETON = '[class*="skeleton"],[class*="placeholder"],[class*="shimmer"]';

/** Empty shapes in a list's stretch of the page. */
const hasSkeleton = (root: Element, section: Section): boolean =>
  [...root.querySelectorAll(SKELETON)]
    .slice(0, MOST)
    .some(
      (el) =>
        (el.textContent ?? '').trim() === '' &&
        !/^(INPUT|TEXTAREA)$/.test(el.tagName) &&
        within(el, section) &&
        !isGone(el),
    );

const within = (el: Element, { found, after, before }: Section): boolean =>
  // Cards may lie in one box with their pager.
  (!found.el.contains(el) || (found.shape === 'pairs' && !inRecord(el, found))) &&
  (after === null || (isBefore(after, el) && !after.contains(el))) &&
  (before === null || isBefore(el, before) || before.contains(el));

/** The search box stands above its list, so one below belongs to the list after it. */
function isFiltered(root: Element, section: Section, rows: number): boolean {
  return [...root.querySelectorAll(FIELDS)].slice(0, MOST).some((field) => {
    if (field.closest(`[${OWN}]`) || isGone(field)) return false;
    const own =
      within(field, section) ||
      (section.found.el.contains(field) && !inRecord(field, section.found));
    if (!own) return false;
    if (
      !isBefore(field, section.found.el) &&
      section.before !== null &&
      !section.found.el.contains(field)
    )
      return false;
    return field.tagName === 'SELECT'
      ? isChosen(field as HTMLSelectElement, rows)
      : isTyped(field as HTMLInputElement);
  });
}

const inRecord = (el: Element, found: Found): boolean =>
  found.recs.some((rec) => rec.el.contains(el));

const isTyped = (field: HTMLInputElement): boolean =>
  SEARCH_TYPE.test(field.getAttribute('type') ?? '') && field.value.trim() !== '';

function isChosen(select: HTMLSelectElement, rows: number): boolean {
  const option = select.selectedOptions[0];
  const text = squeeze(option?.text ?? '');
  if (choosesPage(select)) return true;
  // Fewer rows than a page may have: there are no more behind it.
  if (choosesSize(select) && rows < Number.parseInt(text, 10)) return false;
  return select.selectedIndex > 0 && !ALL.test(text);
}

/** A choice of how many rows a page may have: 10, 25, 50, 100, すべて. */
const choosesSize = (select: HTMLSelectElement): boolean =>
  select.options.length > 1 &&
  [...select.options].every(({ text }, i) => {
    const size = Number(/^(\d+)(件|行)?$/.exec(squeeze(text))?.[1]);
    return size > 0 && size <= MOST_A_PAGE ? size % 5 === 0 : i > 0 && ALL.test(squeeze(text));
  });
const MOST_A_PAGE = 1000;

/** A choice of pages: 1, 2, 3 … to the last. */
const choosesPage = (select: HTMLSelectElement): boolean =>
  select.options.length > 1 &&
  [...select.options].every(({ text }, i) => new RegExp(`^${i + 1}\\D*$`).test(squeeze(text)));

function holdsFewer(list: Element, rows: number): boolean {
  const shown = list.querySelectorAll('[role="row"],tr').length;
  return shown > 0 && shown < rows;
}

/** A living link or button to another page of the list, below or above it. */
function isPaged(root: Element, section: Section): boolean {
  const rows = Number(section.found.el.getAttribute('aria-rowcount') ?? 0);
  if (rows === -1 || (rows > 0 && holdsFewer(section.found.el, rows))) return true;
  const links = [...root.querySelectorAll(BUTTONS)];
  return links.slice(0, MOST * 3).some((link) => {
    if (!within(link, section)) return false;
    const text = squeeze(
      link.textContent || (link as HTMLInputElement).value || link.getAttribute('aria-label') || '',
    );
    const bare = text.replace(ARROWS, '') || text;
    if (text.length > 12 || !NEXT.test(bare)) return false;
    return !isInert(link) && !isGone(link) && !(text === '1' && isOnlyPage(link));
  });
}

/** A pager of one page: 「1」 with no other number beside it. */
const isOnlyPage = (link: Element): boolean =>
  !/[2-9]/.test(link.parentElement?.parentElement?.textContent?.slice(0, 300) ?? '');

/** Dead, or the number of the page that is shown. */
const isInert = (link: Element): boolean =>
  link.hasAttribute('disabled') ||
  link.getAttribute('aria-disabled') === 'true' ||
  link.hasAttribute('aria-current') ||
  link.closest('.disabled,.is-disabled,.active,.current,[aria-disabled="true"]') !== null;

const COUNT =
  /(?:(?:全|計|該当|総数|結果)\D{0,4}|\d\s*\/\s*)([\d,]+)\s*(?:件|アプリ|個)|([\d,]+)\s*件(?:中|の?うち|\s*\(\d)/;

/** 「全12件中 1-10件」 says that more rows exist than are shown, 「読み込み中」 that some are on their way. */
function countsMore(root: Element, section: Section, rows: number): boolean {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  let left = 5000;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    left -= 1;
    const { data } = node as Text;
    if (data.length > 200 || !mayCount(data)) continue;
    const el = node.parentElement;
    if (!el || !within(el, section)) continue;
    if (data.length <= MOST_LOADING && LOADING.test(clean(data)) && !isGone(el)) return true;
    // 「全 <em>20 件</em>」: the words around may stand one level up.
    const around = PIECE.test(el.tagName) ? [el, el.parentElement] : [el];
    const counts = around.map((one) =>
      countIn(one && one.childElementCount < 8 ? one : null, data),
    );
    if (counts.some((count) => count > rows) && !isGone(el)) return true;
  }
  return false;
}

// Asked of every piece of text.
const mayCount = (data: string): boolean =>
  data.includes('件') || data.includes('読') || LOADING.test(data);

const PIECE = /^(EM|B|STRONG|I|SPAN|FONT|MARK|U)$/;

/** How many there are by what the element, or else the text, says; 0 = it says nothing of that. */
function countIn(el: Element | null, data: string): number {
  const m = COUNT.exec(clean(el ? (el.textContent ?? '').slice(0, 300) : data));
  return Number((m?.[1] ?? m?.[2] ?? '0').replaceAll(',', ''));
}
