import type { Draft } from './draft.ts';

/**
 * A shop that goes leaves its group; the one that it became takes its place there, unless it stands in a group
 * of its own. A group without shops ends: it would be taken for the rules of all others.
 */
export function leaveGroup(draft: Draft, shopId: string, became: string | null): void {
  const groups = draft.all('policies').filter(({ shopIds }) => shopIds.length > 0);
  const placed = groups.some(({ shopIds }) => became !== null && shopIds.includes(became));
  for (const group of groups.filter(({ shopIds }) => shopIds.includes(shopId))) {
    const left = group.shopIds.filter((id) => id !== shopId);
    const shopIds = became === null || placed ? left : [...left, became];
    if (shopIds.length > 0) draft.put('policies', { ...group, shopIds });
    else draft.remove('policies', group.id);
  }
}
