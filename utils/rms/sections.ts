import { HEADINGS } from './dom/selectors.ts';
import { textOf } from './dom/text-of.ts';
import { isBefore } from './dom/tree.ts';
import { isGone, isNoText } from './dom/visible.ts';
import type { Found } from './grid/found.ts';
import type { Sliced } from './sliced.ts';
import { clean, labelOf } from './text.ts';
import { HELP_NAME, HELP_TITLE, type HeadingKind, headingKindOf, PAST_TITLE } from './words.ts';

/** A heading of the page, as a person sees it. */
export interface Heading {
  el: Element;
  text: string;
  kind: HeadingKind | null;
  /** The element over whose content it stands. */
  scope: Element | null;
}

const MOST = 300;
const LONGEST = 60;
/** Texts between two places where the work may be put down: a few ms. */
const TEXTS_A_STEP = 2000;
const KNOWN =
  /アプリ一覧|アクセス許可設定|利用製品|利用中の製品|ライセンス情報|基本情報|アプリ情報|利用情報|システムイベント/;

/** Headings by their element or role, and known headings in whatever element, in steps; links and menus are none. */
export function* findingHeadings(root: Element): Sliced<Heading[]> {
  const found = new Map<Element, Heading>();
  const take = (el: Element): void => {
    if (found.has(el) || el.closest('nav,[role="navigation"]') || isGone(el)) return;
    const text = textOf(el);
    if (text === '' || text.length > LONGEST * 2) return;
    found.set(el, { el, text, kind: headingKindOf(text), scope: scopeOf(el) });
  };
  for (const el of [...root.querySelectorAll(HEADINGS)].slice(0, MOST)) take(el);
  for (const el of yield* textElements(root)) if (!el.closest(HEADINGS)) take(el);
  return [...found.values()].sort((a, b) => (isBefore(a.el, b.el) ? -1 : 1));
}

/** Elements whose whole text is a known heading and which lead nowhere. */
function* textElements(root: Element): Sliced<Element[]> {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  const els: Element[] = [];
  let left = MOST;
  let seen = 0;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    if ((seen += 1) % TEXTS_A_STEP === 0) yield;
    const { data } = node as Text;
    if (data.length > LONGEST || !KNOWN.test(data)) continue;
    left -= 1;
    const el = node.parentElement;
    if (
      !el ||
      isNoText(el) ||
      el.closest('a,button,li,option,th,[role="columnheader"]') ||
      !headingKindOf(data)
    )
      continue;
    if (labelOf(el.textContent ?? '') === labelOf(data)) els.push(el);
  }
  return els;
}

/** The headings over a part, the nearest first. */
export function titlesOf(found: Found, headings: readonly Heading[]): Heading[] {
  // Cards lie loose in the page: what holds them all may hold their heading too.
  const first = (found.shape === 'pairs' && found.recs[0]?.el) || found.el;
  const above = headings.filter(({ el, scope }) =>
    found.el.contains(el) && /^(CAPTION|LEGEND)$/.test(el.tagName)
      ? true
      : isBefore(el, first) && !el.contains(first) && scope?.contains(first),
  );
  return above.reverse();
}

/** What a heading stands over: the element around it and whatever only it fills. */
function scopeOf(heading: Element): Element | null {
  const most = (heading.textContent ?? '').trim().length + 30;
  let block: Element = heading;
  while (block.parentElement && isShort(block.parentElement, most)) block = block.parentElement;
  return block.parentElement;
}

/** Has the element at most so many characters of text? Looks no further than that. */
function isShort(el: Element, most: number): boolean {
  const walker = el.ownerDocument.createTreeWalker(el, 4);
  let length = 0;
  for (let node = walker.nextNode(); node && length <= most; node = walker.nextNode()) {
    length += (node as Text).data.trim().length;
  }
  return length <= most;
}

/** A table that explains or shows an example, or tells of what was: its rows are not the shop's keys. */
export function isLookAlike(
  found: Found,
  titles: readonly Heading[],
  known: readonly Element[],
): boolean {
  if (found.explains) return true;
  const near = [titles[0]?.text, lineAbove(found.el), nameOfTable(found.el)];
  if (near.some((text) => text !== undefined && (HELP_TITLE.test(text) || PAST_TITLE.test(text)))) {
    return true;
  }
  let one: Element | null = found.el;
  for (let step = 0; step < MOST_ANCESTORS; step += 1) {
    if (!one || one.tagName === 'BODY' || holdsAny(one, known)) return false;
    if (HELP_NAME.test(`${one.getAttribute('class') ?? ''} ${one.id}`)) return true;
    if (/^(tooltip|note)$/.test(one.getAttribute('role') ?? '')) return true;
    one = one.parentElement;
  }
  return false;
}

const MOST_ANCESTORS = 50;
const holdsAny = (el: Element, others: readonly Element[]): boolean =>
  others.some((other) => el.contains(other));

/** A short line directly above (「表示例」), unless it is a heading, which is judged as one. */
function lineAbove(el: Element): string | undefined {
  const before = el.previousElementSibling;
  if (!before || isNoText(before) || before.querySelector('a,input,button')) return undefined;
  const text = clean((before.textContent ?? '').slice(0, LONGEST * 2));
  return text.length <= 20 ? text : undefined;
}

const nameOfTable = (el: Element): string | undefined =>
  el.getAttribute('aria-label') ?? el.getAttribute('summary') ?? undefined;
