import { textOf } from '../dom/text-of.ts';
import { continuesRun, type Run, runOf, seenBeside } from '../dom/runs.ts';
import { textsIn } from '../dom/texts.ts';
import { isGone } from '../dom/visible.ts';
import { LIMITS } from '../limits.ts';
import { clean } from '../text.ts';
import { type Role, type WordHit, wordOf } from '../words.ts';
import { CARRIED } from './header.ts';
import {
  CLIMB,
  endOfLabel,
  isCutOff,
  isTail,
  LONGEST,
  MOST_PIECES,
  PIECE,
} from './label-pieces.ts';

/** A heading or label found outside the tables already understood. */
export interface Label {
  role: Role;
  rank: number;
  text: string;
  /** The label itself: an element, or a text node that shares its element with the value. */
  anchor: Element | Text;
  el: Element;
  /** Position among the page's pieces of text, first and last. */
  first: number;
  last: number;
  /** The element is the value, and its label only an attribute that a style sheet shows. */
  carried?: true;
  /** The value, where one text node holds both (「有効期限: 2025/05/26」). */
  inline: string | null;
  /** The node at whose end such a value stands: it may go on behind it. */
  open?: Node;
}

export interface Labels {
  all: Label[];
  tooLarge: boolean;
}

/** Cheap sieve before anything is normalised. Words of mere buttons (詳細) are on every page and tell nothing. */
const MAYBE =
  /ライセンス|ﾗｲｾﾝｽ|キー|ｷｰ|key|期限|期間|失効|満了|終了|状[態況]|ステータス|status|アプリ|ｱﾌﾟﾘ|app|製品|ソフト|登録者|開発|提供|会社|企業|サービス|service|シークレット|secret|開始日|末尾|下[4四4]|licen|expir|イベント|developer/i;
const maybe = (text: string): boolean =>
  MAYBE.test(text) || (text.trim().search(BROKEN) >= 0 && MAYBE.test(text.replace(BROKEN, '')));
/** Spaces, and what breaks lines without being seen. */
const BROKEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;
/** The same of a text that may be the first piece of a label broken by spans or <wbr> (「ステ<b>ータス</b>」). */
const maybeBroken = (text: Text): boolean => {
  if (maybe(text.data)) return true;
  const { parentElement: parent, nextSibling } = text;
  if (!nextSibling) return false;
  const { data, next } = runOf(text);
  if (maybe(data)) return true;
  if (!parent || next?.nodeType !== 1 || !PIECE.test((next as Element).tagName)) return false;
  return (
    text.data.length <= LONGEST &&
    parent.childNodes.length <= MOST_PIECES &&
    maybe((parent.textContent ?? '').slice(0, LONGEST * 2))
  );
};
const LONGEST_INLINE = 400;
/** Text whose lines stand as they are written may hold a whole list. */
const LONGEST_WRITTEN = 40_000;
const isWritten = (text: Text): boolean => text.parentElement?.closest('pre') !== null;
const isTooLong = (text: Text): boolean =>
  text.data.length > LONGEST_INLINE && (text.data.length > LONGEST_WRITTEN || !isWritten(text));
const NO_LABELS = /^(NAV|BUTTON)$/;

/** Finds the labels in document order, in one bounded walk. */
export function labelsIn(root: Element, consumed: ReadonlySet<Element>): Labels {
  const found = new Set<Node>();
  const out: Labels = { all: [], tooLarge: false };
  const add = (label: Label): void => {
    if (found.has(label.anchor)) return;
    found.add(label.anchor);
    out.all.push(label);
  };
  if (!worthWalking(root)) return out;
  let position = -1;
  let nodes = 0;
  for (const text of textsIn(root, (el) => consumed.has(el) || NO_LABELS.test(el.tagName))) {
    nodes += 1;
    if (nodes > LIMITS.nodes) {
      out.tooLarge = true;
      break;
    }
    position += 1;
    // A label broken by <wbr> or spans is one label to its end.
    const open = out.all.at(-1);
    if (text && open?.anchor !== text && open?.anchor.contains(text)) {
      open.last = position;
      continue;
    }
    if (text === null || isTooLong(text) || !maybeBroken(text)) continue;
    for (const label of labelsAt(text, position)) add(label);
  }
  return out;
}

/** Values that carry their label in an attribute (`data-label`), outside the tables already understood. */
export function carriedIn(root: Element, consumed: ReadonlySet<Element>): Label[] {
  const selector = CARRIED.map((name) => `[${name}]`).join(',');
  const inside = (el: Element): boolean => [...consumed].some((one) => one.contains(el));
  return [...root.querySelectorAll(selector)].slice(0, LIMITS.tableRows).flatMap((el) => {
    const text = CARRIED.map((name) => el.getAttribute(name)).find((one) => one) ?? '';
    const hit = wordOf(text.trim());
    if (!hit || inside(el) || isGone(el)) return [];
    return [{ ...hit, text, anchor: el, el, first: 0, last: 0, inline: null, carried: true }];
  });
}

/** Two labels at least make a list or a card. Asked first, because most pages hold none. */
function worthWalking(root: Element): boolean {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  let labels = 0;
  for (let node = walker.nextNode(); node && labels < 2; node = walker.nextNode()) {
    const text = node as Text;
    if (isTooLong(text) || !maybeBroken(text)) continue;
    for (const _ of labelsAt(text, 0)) labels += 1;
  }
  return labels > 1;
}

function* labelsAt(node: Text, position: number): Generator<Label> {
  const parent = node.parentElement;
  if (!parent || continuesRun(node) || isTail(node)) return;
  const at = { first: position, last: position, inline: null };
  const run = runOf(node);
  const before = seenBeside(node, 'previousSibling')?.textContent ?? '';
  // The smallest element that is a label as a whole; a label may be broken by <wbr>, <br> or spans.
  let el: Element | null = parent;
  for (let step = 0; step < CLIMB && el && before.trim() === ''; step += 1) {
    const text: string = el.childNodes.length > MOST_PIECES ? '' : (el.textContent ?? '');
    if (text === '' || text.length > LONGEST * 2) break;
    // What is out of sight in it (a tooltip) is no part of it.
    const said = wordOf(text.trim()) || !el.firstElementChild ? text : textOf(el);
    const hit = wordOf(said.trim());
    if (hit) {
      yield { ...hit, ...at, text: clean(said), anchor: el, el };
      return;
    }
    // Only the beginning of an element may make it a label: what follows a label is its value.
    if (!isFirst(el)) break;
    el = el.parentElement;
  }
  const end = endOfLabel(run);
  if (end) return yield* inlineLabels(run, parent, position, end);
  const hit = run.data.length <= LONGEST ? wordOf(run.data.trim()) : null;
  if (hit && isCutOff(run, hit.role, parent)) return;
  if (hit) yield { ...hit, ...at, text: clean(run.data), anchor: run.last, el: parent };
  else yield* inlineLabels(run, parent, position);
}

function isFirst(el: Element): boolean {
  for (let one = el.previousSibling; one; one = one.previousSibling) {
    if ((one.textContent ?? '').trim() !== '') return false;
  }
  return true;
}

const INLINE = /([^\s:/|、,;・]{1,24}(?: ?\([^()]{1,20}\))?) ?: ?/g;

/**
 * 「アプリ名: … / 有効期限: …」 within one run of text, or within each line of one whose lines stand as written.
 * `goesOn`: the element behind it in which its last label ends.
 */
function* inlineLabels(
  { data: begun, last: node }: Run,
  el: Element,
  position: number,
  goesOn: Element | null = null,
): Generator<Label> {
  const data = goesOn ? begun + goesOn.textContent : begun;
  const written = /\n\s*\S/.test(data.trim()) && isWritten(node);
  const lines = written ? data.trimEnd().split('\n') : [data];
  let isFree = true;
  for (const [y, line] of lines.entries()) {
    for (const { name, hit, value, alone, last } of labelsOfLine(clean(line))) {
      // Each label of one node needs an identity of its own: only the first may use the node.
      const anchor = isFree ? node : node.ownerDocument.createTextNode(name);
      isFree = false;
      const inline = value === '' && alone && !written ? null : value;
      const label = { ...hit, text: name, anchor, el, first: position, last: position, inline };
      yield last && y === lines.length - 1 ? { ...label, open: goesOn ?? node } : label;
    }
  }
}

interface Inline {
  name: string;
  hit: WordHit;
  value: string;
  /** The only label of its line. */
  alone: boolean;
  last: boolean;
}

function labelsOfLine(text: string): Inline[] {
  if (!text.includes(':') || text.length > LONGEST_INLINE) return [];
  const marks = [...text.matchAll(INLINE)]
    .map((m) => ({ m, name: m[1] ?? '' }))
    // 「…するアプリです。状態: 」: a sentence ends before it.
    .map(({ m, name }) => ({ m, name, hit: name.includes('。') ? null : wordOf(name.trim()) }))
    // 「ライセンスキー: 末尾4桁: A9FR」: the second is part of the first one's value.
    .filter(({ hit }, i, all) => hit !== null && hit.role !== all[i - 1]?.hit?.role);
  return marks.flatMap(({ m, name, hit }, i) => {
    const end = marks[i + 1]?.m.index ?? text.length;
    const value = text.slice((m.index ?? 0) + m[0].length, end).replace(/[\s/|、,;・]+$/, '');
    const last = i === marks.length - 1;
    return hit ? [{ name, hit, value, alone: marks.length === 1, last }] : [];
  });
}
