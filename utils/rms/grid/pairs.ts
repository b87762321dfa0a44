import { HEADINGS } from '../dom/selectors.ts';
import { textOf } from '../dom/text-of.ts';
import { commonOf, isBefore } from '../dom/tree.ts';
import { isHidden } from '../dom/visible.ts';
import { labelOf } from '../text.ts';
import { HELP_TITLE, headingKindOf, PAST_TITLE, type Role } from '../words.ts';
import { fits } from './flow.ts';
import { CARRIED } from './header.ts';
import { emptyFound, type Field, type Found, type Rec } from './found.ts';
import type { Label } from './labels.ts';
import { type LabelCount, valueOf } from './values.ts';

interface Pair {
  label: Label;
  field: Field;
  /** The largest element around the pair without another label. */
  box: Element;
}

interface Group {
  pairs: Map<Role, Pair>;
  all: Pair[];
  /** Values that an earlier pair of the same card gives this one too (several keys of one app). */
  lent: Map<Role, Pair>;
}

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

/** In document order; a label that comes again begins the next card. */
function grouped(pairs: Pair[]): Group[] {
  const groups: Group[] = [];
  let texts = new Set<string>();
  for (const pair of pairs) {
    let group = groups[groups.length - 1];
    const text = `${pair.label.role} ${labelOf(pair.label.text)}`;
    if (!group || texts.has(text) || isOtherCard(group, pair)) {
      group = { pairs: new Map(), all: [], lent: new Map() };
      groups.push(group);
      texts = new Set();
    }
    texts.add(text);
    group.all.push(pair);
    const known = group.pairs.get(pair.label.role);
    if (!known || pair.label.rank < known.label.rank) group.pairs.set(pair.label.role, pair);
  }
  return groups;
}

const VALUES: Role[] = ['key', 'expires', 'state', 'started'];

/** Another label for the same thing (アプリ登録者, システム開発企業) stands beside the first; after the values it opens a card. */
const isOtherCard = (group: Group, { label }: Pair): boolean =>
  (label.role === 'who' || label.role === 'what') &&
  group.pairs.has(label.role) &&
  VALUES.some((role) => group.pairs.has(role));

const SHARED: Role[] = ['who', 'what'];

/** A second key of an app has no developer and name of its own: the card around gives them. */
function lend(groups: Group[]): void {
  for (const [i, group] of groups.entries()) {
    const before = groups[i - 1];
    if (!before || SHARED.some((role) => group.pairs.has(role))) continue;
    const source = new Map([...before.lent, ...before.pairs]);
    const own = commonOf(before.all.map(({ box }) => box));
    const both = commonOf([...before.all, ...group.all].map(({ box }) => box));
    const around = commonOf([...source.values()].map(({ box }) => box));
    for (const role of SHARED) {
      const pair = source.get(role);
      if (pair && (own === both || around === both)) group.lent.set(role, pair);
    }
  }
}

/**
 * Cards in one box with no border between are told apart by their labels alone: one whose labels come in
 * another order than in most has lost one, and values of its neighbours may have come to it.
 */
function likeMost(groups: readonly Group[]): (group: Group) => boolean {
  const orderOf = ({ all }: Group): Role[] => [...new Set(all.map(({ label }) => label.role))];
  const counts = new Map<string, number>();
  for (const group of groups.filter(({ lent }) => lent.size === 0)) {
    const order = orderOf(group).join(' ');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  const [usual = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return (group) => {
    const own = usual.split(' ').filter((role) => !group.lent.has(role as Role));
    return orderOf(group).join(' ') === own.join(' ');
  };
}

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

/** Pairs of the same card whose label we do not know: made like their neighbours. */
function extrasOf(groups: readonly Group[], at: number, count: LabelCount): Rec['extra'] {
  const group = groups[at];
  if (!group) return [];
  const tags = new Set(group.all.map(({ box }) => box.tagName));
  const others = neighbours(groups, at);
  const extra: Rec['extra'] = [];
  for (const parent of new Set(group.all.map(({ box }) => box.parentElement))) {
    if (!parent) continue;
    const unknown = [...parent.children]
      .slice(0, MOST_PARTS)
      .filter((unit) => count(unit) === 0 && tags.has(unit.tagName) && !isHidden(unit))
      .map((unit) => ({ unit, pairs: unknownPair(unit) }))
      .filter(({ pairs }) => pairs.length > 0);
    const shared = others.some(({ all }) => all.some(({ box }) => parent.contains(box)));
    const own = shared ? between(unknown, groups, at) : unknown;
    extra.push(...own.flatMap(({ pairs }) => pairs));
  }
  return extra;
}

/**
 * In one list for all cards, a card goes from its first label to the next one's; as many unknown pairs as
 * stand before the first card's label stand before each.
 */
function between<T extends { unit: Element }>(
  unknown: readonly T[],
  groups: readonly Group[],
  at: number,
): readonly T[] {
  const above = (group: Group | undefined): number => {
    const label = group?.all[0]?.label.el;
    return label ? unknown.filter(({ unit }) => isBefore(unit, label)).length : unknown.length;
  };
  const lead = above(groups[0]);
  const next = groups[at + 1];
  return unknown.slice(above(groups[at]) - lead, next ? above(next) - lead : unknown.length);
}

function unknownPair(unit: Element): Rec['extra'] {
  const carried = CARRIED.map((name) => unit.getAttribute(name)).find((one) => one);
  if (carried) return [{ heading: carried, field: { els: [unit], inline: null } }];
  const [label, value] = unit.tagName === 'DT' ? [unit, unit.nextElementSibling] : unit.children;
  const alone = unit.tagName === 'DT' ? value?.tagName === 'DD' : unit.childElementCount === 2;
  if (!label || !value || !alone) return [];
  const heading = textOf(label);
  if (heading === '' || heading.length > LONGEST_LABEL) return [];
  return [{ heading: heading.replace(/ ?:$/, ''), field: { els: [value], inline: null } }];
}
const LONGEST_LABEL = 40;

/**
 * The groups before and after, but for keys of the same card. Groups follow the document, so a box that
 * holds anything of another group holds something of one of these.
 */
function neighbours(groups: readonly Group[], at: number): Group[] {
  const group = groups[at];
  const before = groups[at - 1];
  const after = groups.slice(at + 1, at + 20).find((one) => !group || !borrows(one, group));
  return [before, after].filter((one) => one !== undefined);
}

const borrows = (one: Group, from: Group): boolean =>
  [...one.lent.values()].some(
    (pair) => from.all.includes(pair) || [...from.lent.values()].includes(pair),
  );

const COMPANY = /(株式|有限|合同|合資)会社|^店舗様$|\(株\)|(Inc|Ltd|LLC)\.?$/;
const MOST_PARTS = 300;

const isName = (text: string): boolean =>
  headingKindOf(text) === null && !HELP_TITLE.test(text) && !PAST_TITLE.test(text);

/** 「アプリ名」 in pieces of its own before the name: what follows it; null where the heading is the name. */
function withoutLabel(heading: Element): string | null {
  const rest = /^アプリ名 ?:? ?(.+)$/.exec(textOf(heading))?.[1];
  return rest !== undefined && heading.firstElementChild ? rest : null;
}

/** A card may show the app's name as its heading, and the developer as a line without a label. */
function nameByHeading(rec: Rec, el: Element): void {
  if (!rec.fields.has('what')) {
    const headings = [...el.querySelectorAll(HEADINGS)].filter((one) => !isHidden(one));
    if (headings.length === 1 && headings[0] && isName(textOf(headings[0])))
      rec.fields.set('what', { els: headings, inline: withoutLabel(headings[0]) });
  }
  if (!rec.fields.has('who') && rec.fields.has('what')) {
    const taken = [...rec.fields.values()].flatMap(({ els }) => els);
    const companies = [...el.querySelectorAll('*')].slice(0, MOST_PARTS).filter(
      (one) =>
        one.childElementCount === 0 &&
        !isHidden(one) &&
        !taken.some((value) => value.contains(one)) &&
        // 「アプ<mark>リ登録者: 甲株式会社</mark>」 holds the rest of a label too.
        COMPANY.test(textOf(one)) &&
        !textOf(one).includes(':'),
    );
    if (companies.length === 1) rec.fields.set('who', { els: companies, inline: null });
  }
}
