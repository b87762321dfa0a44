import { textOf } from '../dom/text-of.ts';
import { commonOf, isBefore } from '../dom/tree.ts';
import { isHidden } from '../dom/visible.ts';
import { extrasOf } from './card-extras.ts';
import { nameByHeading } from './card-names.ts';
import { type Group, grouped, lend, likeMost, neighbours, type Pair } from './cards.ts';
import { fits } from './flow.ts';
import { emptyFound, type Found, type Rec } from './found.ts';
import type { Label } from './labels.ts';
import { type LabelCount, valueOf } from './values.ts';

/** Labels beside their values: cards, definition lists, sheets. One record for each card; no card crosses a border. */
export function pairsIn(
  labels: readonly Label[],
  root: Element,
  borders: readonly Element[],
): Found[] {
  // Both are in document order.
  const stretches: Label[][] = [[]];
  let border = 0;
  for (const label of labels) {
    while (borders[border] && isBefore(borders[border] as Element, label.el)) {
      border += 1;
      stretches.push([]);
    }
    stretches.at(-1)?.push(label);
  }
  return stretches.flatMap((stretch) => pairsOf(stretch, root) ?? []);
}

function pairsOf(labels: readonly Label[], root: Element): Found | null {
  const wanted = labels.filter(({ role }) => role !== 'action' && role !== 'group');
  const count = counting(wanted);
  const pairs = withoutInner(wanted.flatMap((label) => pairOf(label, count, root)));
  const groups = grouped(pairs);
  lend(groups);
  const telling = new Set(groups.filter(tells));
  if (telling.size === 0) return null;
  const found = emptyFound(commonOf(pairs.map(({ label }) => label.el)) ?? root, 'pairs');
  // Only where there are several cards does the page show where one ends.
  const card = (el: Element): Element => {
    let around = el;
    while (groups.length > 1 && around.parentElement && around.parentElement !== root) {
      if (count(around.parentElement) !== count(el)) break;
      around = around.parentElement;
    }
    return around;
  };
  const isUsual = likeMost(groups);
  for (const [i, group] of groups.entries()) {
    if (!telling.has(group)) continue;
    const rec = take(found, group, neighbours(groups, i), card, isUsual);
    rec?.extra.push(...extrasOf(groups, i, count));
  }
  const last = found.recs.at(-1);
  if (last) found.waiting += emptyCards(last.el);
  return found;
}

const MOST_BOXES = 6;

/** Cards like this one, or like the boxes around it, that hold no text (yet). */
function emptyCards(el: Element): number {
  let card: Element | null = el;
  for (let step = 0; card && step < MOST_BOXES; step += 1) {
    const { tagName, classList, parentElement: parent }: Element = card;
    const like = classList[0];
    const blank = [...(parent?.children ?? [])].filter(
      (one) =>
        one.tagName === tagName &&
        like !== undefined &&
        one.classList.contains(like) &&
        one.childElementCount > 0 &&
        (one.textContent ?? '').trim() === '' &&
        one.querySelector('input,textarea,select,img[alt]') === null &&
        !isHidden(one),
    );
    if (blank.length > 0) return blank.length;
    card = parent;
  }
  return 0;
}

/** Enough of a record to be looked at: a key, a date, or an app's names. */
const tells = ({ pairs }: Group): boolean =>
  pairs.has('key') ||
  pairs.has('expires') ||
  pairs.size > 2 ||
  (pairs.has('who') && pairs.has('what'));

const MOST_ANCESTORS = 100;

function counting(labels: readonly Label[]): LabelCount {
  const counts = new Map<Element, number>();
  for (const { el } of labels) {
    let one: Element | null = el;
    for (let step = 0; one && step < MOST_ANCESTORS; step += 1) {
      counts.set(one, (counts.get(one) ?? 0) + 1);
      one = one.parentElement;
    }
  }
  return (el) => counts.get(el) ?? 0;
}

function pairOf(label: Label, count: LabelCount, root: Element): Pair[] {
  const field = valueOf(label, count);
  if (!field) return [];
  let box = label.el;
  while (box.parentElement && box.parentElement !== root && count(box.parentElement) === 1) {
    box = box.parentElement;
  }
  return [{ label, field, box }];
}

/** 「ライセンスキー | 末尾4桁: A9FR」 is one pair: the label within a value belongs to the value. */
const withoutInner = (pairs: Pair[]): Pair[] =>
  pairs.filter(
    ({ label }, i) =>
      !pairs
        .slice(Math.max(0, i - 2), i)
        .some(
          (outer) =>
            outer.label.role === label.role &&
            outer.field.inline === null &&
            outer.field.els.some((el) => el.contains(label.el)),
        ),
  );

/** Behind the value stands another of its kind: a second column, whose records are not read here. */
function hasMore({ label: { role, carried }, field: { els, inline } }: Pair): boolean {
  const [el] = els;
  const next = el?.nextElementSibling;
  if (carried || inline !== null || !next || next.tagName !== el.tagName || els.includes(next))
    return false;
  const text = textOf(next);
  return text !== '' && fits(role, text) > 0;
}

/** Makes the card a record, unless its labels may belong to two cards: that is said, not guessed (null). */
function take(
  found: Found,
  group: Group,
  others: readonly Group[],
  card: (el: Element) => Element,
  isUsual: (group: Group) => boolean,
): Rec | null {
  const boxes = group.all.map(({ box }) => box);
  const el = commonOf(boxes);
  if (!el) return null;
  const mixed = others.some((one) => one.all.some(({ box }) => el.contains(box)));
  const parents = new Set(boxes.map((box) => box.parentElement));
  if (mixed && (parents.size > 1 || !isUsual(group))) {
    found.unread.push(el);
    return null;
  }
  if ([...group.pairs.values()].some(hasMore)) found.unread.push(el);
  const rec: Rec = { el, fields: new Map(), extra: [] };
  for (const [role, { label, field }] of [...group.lent, ...group.pairs]) {
    rec.fields.set(role, field);
    if (!found.roles.has(role)) found.roles.set(role, label.text);
  }
  const used = new Set(group.pairs.values());
  // Two labels of one role (「有効期限」, 「旧キー有効期限」): the less likely one is something else.
  for (const pair of group.all.filter((one) => !used.has(one)))
    rec.extra.push({ heading: pair.label.text.replace(/ ?:$/, ''), field: pair.field });
  if (!mixed) nameByHeading(rec, card(el));
  found.recs.push(rec);
  return rec;
}
