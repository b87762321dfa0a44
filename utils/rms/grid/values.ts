import { textOf } from '../dom/text-of.ts';
import { elementOf } from '../dom/tree.ts';
import { isHidden, isNoText } from '../dom/visible.ts';
import { clean } from '../text.ts';
import type { Field } from './found.ts';
import type { Label } from './labels.ts';

const INLINE = new Set(
  'SPAN B STRONG EM I U A SMALL FONT CODE KBD SAMP TT TIME INPUT MARK BDI BDO WBR BR IMG OUTPUT DATA ABBR LABEL'.split(
    ' ',
  ),
);
const STOP = new Set(['TR', 'LI', 'DL', 'BODY', 'TBODY', 'TABLE', 'UL', 'OL', 'FORM']);
const CLIMB = 4;

/** How many labels stand in each element. */
export type LabelCount = (el: Element) => number;

/** The value beside a label; null where there is none that is certain. */
export function valueOf(label: Label, count: LabelCount): Field | null {
  if (label.carried) return { els: [label.el], inline: null };
  if (label.inline !== null) return { els: [label.el], inline: label.inline };
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
  if (holdsOther(first, label, count)) return null;
  const own = count(parent) === 1;
  if (first.nodeType === 3) {
    const rest = own ? nodes : untilLabel(nodes, count);
    return { els: [parent], inline: joined(rest) };
  }
  const whole =
    own && nodes.every((node) => INLINE.has(elementOf(node)?.tagName ?? '') || node.nodeType === 3);
  if (whole && nodes.some((node) => node.nodeType === 3))
    return { els: [parent], inline: joined(nodes) };
  const els = whole ? (nodes as Element[]) : [first as Element];
  return { els, inline: null };
}

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
const holdsOther = (node: Node, label: Label, count: LabelCount): boolean =>
  node.nodeType === 1 && count(node as Element) > (label.role === 'key' ? 1 : 0);

function untilLabel(nodes: Node[], count: LabelCount): Node[] {
  const end = nodes.findIndex(
    (node) =>
      node.nodeType === 1 && (count(node as Element) > 0 || !INLINE.has((node as Element).tagName)),
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
