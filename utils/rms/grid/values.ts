import { textOf } from '../dom/text-of.ts';
import { elementOf } from '../dom/tree.ts';
import { isHidden, isNoText } from '../dom/visible.ts';
import { clean, labelOf } from '../text.ts';
import type { Field } from './found.ts';
import { wordOf } from '../words.ts';
import type { Label } from './labels.ts';

/** Tags within a line of text. */
export const INLINE: ReadonlySet<string> = new Set(
  'SPAN B STRONG EM I U A SMALL FONT CODE KBD SAMP TT TIME INPUT MARK BDI BDO WBR BR IMG OUTPUT DATA ABBR LABEL'.split(
    ' ',
  ),
);
const STOP = new Set(['TR', 'LI', 'DL', 'BODY', 'TBODY', 'TABLE', 'UL', 'OL', 'FORM']);
const CLIMB = 4;
const MOST_LABEL = 60;

/** How many labels stand in each element. */
export type LabelCount = (el: Element) => number;

/** The value beside a label; null where there is none that is certain. */
export function valueOf(label: Label, count: LabelCount): Field | null {
  if (label.carried) return { els: [label.el], inline: null };
  if (label.inline !== null)
    return { els: [label.el], inline: clean(label.inline + restOf(label, count)) };
  let anchor: Node = label.anchor;
  for (let step = 0; step < CLIMB; step += 1) {
    const found = beside(anchor, label, count);
    if (found) return found;
    const parent = anchor.parentElement;
    if (!parent || STOP.has(parent.tagName) || parent.getAttribute('role') === 'row') return null;
    if (count(parent) !== 1) return null;
    anchor = parent;
  }
  return null;
}

function beside(anchor: Node, label: Label, count: LabelCount): Field | null {
  const parent = anchor.parentElement;
  if (!parent) return null;
  if (anchor.nodeType === 1 && (anchor as Element).tagName === 'DT') return definitions(anchor);
  const nodes = following(anchor);
  const first = nodes[0];
  if (!first) return null;
  // 「有効期限：」 and then another label: its value is empty.
  if (holdsOther(first, label, count) || isOtherLine(first, label))
    return label.text.endsWith(':') ? { els: [parent], inline: '' } : null;
  const own = count(parent) === 1;
  if (first.nodeType === 3) {
    const rest = own ? nodes : untilLabel(nodes, label, count);
    return { els: [parent], inline: joined(rest) };
  }
  // 「アプリ登録者<font>: 甲社</font>」 has its colon in the value's element.
  const led = /^\s*[:：]/.test(first.textContent ?? '');
  const whole =
    own && nodes.every((node) => INLINE.has(elementOf(node)?.tagName ?? '') || node.nodeType === 3);
  if (led || (whole && nodes.some((node) => node.nodeType === 3)))
    return { els: [parent], inline: joined(whole ? nodes : [first]) };
  const els = whole ? (nodes as Element[]) : [first as Element];
  return { els, inline: null };
}

/** What of an inline value stands behind its text node: broken by <wbr> or spans, or 「末尾4桁：<br>A9FR」. */
function restOf(label: Label, count: LabelCount): string {
  let rest = '';
  let isOpen = label.inline?.endsWith(':') ?? false;
  for (let node = label.open?.nextSibling; node; node = node.nextSibling) {
    const { nodeName } = node;
    if (nodeName === 'BR' && !isOpen) break;
    if (node.nodeType === 8 || nodeName === 'WBR' || nodeName === 'BR') continue;
    if (node.nodeType === 1 && !isInLine(node as Element)) break;
    if (holdsOther(node, label, count) || isOtherLine(node, label)) break;
    if (isOpen && (node.textContent ?? '').trim() === '') continue;
    rest +=
      (isOpen ? ' ' : '') + (node.nodeType === 1 ? textOf(node as Element) : node.textContent);
    isOpen = false;
  }
  return rest;
}

const isInLine = (el: Element): boolean => BREAKABLE.test(el.tagName) && !isHidden(el);
/** Tags that break a word without ending it; links and buttons stand beside a value. */
const BREAKABLE = /^(SPAN|FONT|B|I|EM|STRONG|MARK|U|SMALL)$/;

/** The <dd>s of a <dt>. */
function definitions(dt: Node): Field | null {
  const els: Element[] = [];
  for (let one = (dt as Element).nextElementSibling; one; one = one.nextElementSibling) {
    if (one.tagName === 'DT') break;
    if (one.tagName === 'DD' && !isHidden(one)) els.push(one);
  }
  return els.length > 0 ? { els, inline: null } : null;
}

/** What follows in the same element and can be seen; a lone colon is no value. */
function following(anchor: Node): Node[] {
  const nodes: Node[] = [];
  for (let one = anchor.nextSibling; one && nodes.length < 50; one = one.nextSibling) {
    if (one.nodeType === 3 && /^[\s::]*$/.test((one as Text).data)) continue;
    if (one.nodeType === 1) {
      const el = one as Element;
      if (
        isNoText(el) ||
        isHidden(el) ||
        (nodes.length === 0 && /^(BR|WBR|IMG|SVG)$/i.test(el.tagName))
      )
        continue;
    } else if (one.nodeType !== 3) continue;
    nodes.push(one);
  }
  return nodes;
}

/** Another label stands there, so it is no value. A label of the same kind may (「ライセンスキー」「末尾4桁: …」). */
const holdsOther = (node: Node, { role, text }: Label, count: LabelCount): boolean =>
  node.nodeType === 1 &&
  count(node as Element) > (role === 'key' ? 1 : 0) &&
  // An app may be called アプリ名.
  labelOf((node.textContent ?? '').slice(0, MOST_LABEL)) !== labelOf(text);

/** 「有効期限：<br>状態：利用中」: the next line has a label of its own. */
function isOtherLine(node: Node, { role }: Pick<Label, 'role'>): boolean {
  const next = node.nextSibling?.textContent ?? '';
  const text = `${node.textContent}${/^\s*[:：]/.test(next) ? next : ''}`.trim();
  const before = /^([^:：]{1,40})[:：]/.exec(text.slice(0, MOST_LABEL))?.[1];
  const hit = before ? wordOf(before) : null;
  return hit !== null && hit.role !== role;
}

function untilLabel(nodes: Node[], label: Label, count: LabelCount): Node[] {
  const end = nodes.findIndex(
    (node) =>
      isOtherLine(node, label) ||
      (node.nodeType === 1 &&
        (count(node as Element) > 0 || !INLINE.has((node as Element).tagName))),
  );
  return end < 0 ? nodes : nodes.slice(0, end);
}

const joined = (nodes: Node[]): string =>
  clean(
    nodes
      .map((node) =>
        node.nodeType === 3 ? (node as Text).data.slice(0, 4000) : textOf(node as Element),
      )
      .join(' '),
  ).replace(/^[:\s]+/, '');
