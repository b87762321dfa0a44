// A label that a page shows in one piece may stand in several (「ステ<b>ータス</b>」), and what looks like one may be
// a piece of something else.
import { type Run, seenBeside } from '../dom/runs.ts';
import { textOf } from '../dom/text-of.ts';
import { isHidden } from '../dom/visible.ts';
import { clean } from '../text.ts';
import { stateOf } from '../values/state.ts';
import { type Role, wordOf } from '../words.ts';
import { fits } from './flow.ts';
import { isValue } from './header.ts';

/** Elements within a word. */
export const PIECE = /^(SPAN|FONT|B|I|EM|STRONG|MARK|BR|A|U|SMALL|RUBY)$/;
/** An element of more children is no word. */
export const MOST_PIECES = 12;
/** Of a label, in characters. */
export const LONGEST = 60;
/** Boxes around a text that are looked at. */
export const CLIMB = 3;

/**
 * 「無<b>期限</b>」: the end of a word that began before the element; a value before it is a word of its own.
 * 「…です<em>。</em>状態: 」: the next sentence of a text.
 */
export function isTail(node: Text): boolean {
  const beside = seenBeside(node, 'previousSibling');
  if (beside && PIECE.test(beside.nodeName) && /。\s*$/.test(beside.textContent ?? '')) return true;
  let one: Node = node;
  for (let step = 0; step < CLIMB; step += 1) {
    const before = seenBeside(one, 'previousSibling');
    if (before) return before.nodeType === 3 && endsWord((before as Text).data);
    if (!one.parentElement || !PIECE.test(one.parentElement.tagName)) return false;
    one = one.parentElement;
  }
  return false;
}
const endsWord = (text: string): boolean =>
  /[\p{L}\p{N}]$/u.test(text) && !isValue(clean(text.slice(-LONGEST)));

/**
 * 「有効期限<b>切れ</b>」 is a state and 「状態<b>変更日</b>」 another heading, each in two pieces. A label whose
 * value follows without any space or colon is believed only where the value fits.
 */
export function isCutOff({ data, next }: Run, role: Role, parent: Element): boolean {
  if (next?.nodeType !== 1 || next.nodeName === 'BR') return false;
  const after = next.textContent ?? '';
  if (/[:：]\s*$/.test(data) || /^\s*[:：]/.test(after)) return false;
  if (isState(parent)) return true;
  if (/\s$/.test(data) || /^\s/.test(after) || !PIECE.test(next.nodeName)) return false;
  // 「ライセンス<em>有効期限通知</em>」: no value stands beside these.
  if (role === 'group' || role === 'action') return true;
  // 「アプリ登録者<mark>協会</mark>」: a mere mark in a name; a value has an element made for it.
  if (!VALUED.has(role))
    return /^(SPAN|MARK|EM|FONT)$/.test(next.nodeName) && !(next as Element).hasAttribute('class');
  return fits(role, textOf(next as Element)) <= 0;
}
const VALUED: ReadonlySet<Role> = new Set<Role>(['key', 'expires', 'started', 'state']);

/** 「ライセ<em>ンスキー：A9FR</em>」: the piece in which a label ends and its value begins. */
export function endOfLabel({ data, next }: Run): Element | null {
  if (next?.nodeType !== 1 || next.nodeName === 'BR' || !PIECE.test(next.nodeName)) return null;
  const el = next as Element;
  if (el.firstElementChild || isHidden(el)) return null;
  const start = /[^\s:：/|、,;・。]{1,20}$/.exec(data)?.[0];
  const end = /^([^\s:：]{1,20})\s?[:：]/.exec(el.textContent ?? '')?.[1];
  return start && end && wordOf(start + end) ? el : null;
}

const isState = (el: Element): boolean =>
  el.childNodes.length <= MOST_PIECES &&
  stateOf((el.textContent ?? '').slice(0, LONGEST)) !== 'unknown';
