import { textOf } from '../dom/text-of.ts';
import { isBefore } from '../dom/tree.ts';
import { isHidden } from '../dom/visible.ts';
import { type Group, MOST_PARTS, neighbours } from './cards.ts';
import type { Rec } from './found.ts';
import { CARRIED } from './header.ts';
import type { LabelCount } from './values.ts';

/** Pairs of the same card whose label we do not know: made like their neighbours. */
export function extrasOf(groups: readonly Group[], at: number, count: LabelCount): Rec['extra'] {
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
