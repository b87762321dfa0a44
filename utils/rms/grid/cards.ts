import { commonOf } from '../dom/tree.ts';
import { labelOf } from '../text.ts';
import type { Role } from '../words.ts';
import type { Field } from './found.ts';
import type { Label } from './labels.ts';

/** So many parts of a card are looked at. */
export const MOST_PARTS = 300;

/** A label and its value. */
export interface Pair {
  label: Label;
  field: Field;
  /** The largest element around the pair without another label. */
  box: Element;
}

/** The pairs of one card. */
export interface Group {
  pairs: Map<Role, Pair>;
  all: Pair[];
  /** Values that an earlier pair of the same card gives this one too (several keys of one app). */
  lent: Map<Role, Pair>;
}

/** In document order; a label that comes again begins the next card. */
export function grouped(pairs: Pair[]): Group[] {
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
export function lend(groups: Group[]): void {
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
export function likeMost(groups: readonly Group[]): (group: Group) => boolean {
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

/**
 * The groups before and after, but for keys of the same card. Groups follow the document, so a box that
 * holds anything of another group holds something of one of these.
 */
export function neighbours(groups: readonly Group[], at: number): Group[] {
  const group = groups[at];
  const before = groups[at - 1];
  const after = groups.slice(at + 1, at + 20).find((one) => !group || !borrows(one, group));
  return [before, after].filter((one) => one !== undefined);
}

const borrows = (one: Group, from: Group): boolean =>
  [...one.lent.values()].some(
    (pair) => from.all.includes(pair) || [...from.lent.values()].includes(pair),
  );
