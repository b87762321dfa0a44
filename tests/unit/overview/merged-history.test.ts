import { expect, test } from 'vitest';
import type { StoredHistory } from '../../../utils/ledger/store.ts';
import { mergedHistory } from '../../../utils/overview/merged-history.ts';
import type { SharedEntry } from '../../../utils/sharing/history.ts';

const own = (seq: number, at: number): StoredHistory => ({
  seq,
  at,
  kind: 'carried',
  shopId: 's',
  subjectId: null,
  detail: {},
});
const theirs = (seq: number, at: number, person: string | null = '田中'): SharedEntry => ({
  id: `shop ${seq}`,
  at,
  kind: 'filled',
  shopId: 's',
  subjectId: null,
  detail: {},
  about: 'アプリ ABCD',
  from: person === null ? null : { person, browser: 'PC' },
});
const times = (lines: { at: number }[]) => lines.map(({ at }) => at);

test('what both did stands in one list, newest first, with whose it is', () => {
  const lines = mergedHistory(
    { entries: [own(2, 40), own(1, 10)], ended: true },
    { entries: [theirs(7, 30), theirs(6, 20, null)], further: [] },
  );
  expect(lines.map(({ at, whose, from }) => [at, whose, from?.person])).toEqual([
    [40, 'here', undefined],
    [30, 'colleague', '田中'],
    [20, 'companion', undefined],
    [10, 'here', undefined],
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(4);
});

test('the list goes no further back than every source was read', () => {
  const entries = [own(2, 40), own(1, 10)];
  const shared = { entries: [theirs(7, 30), theirs(6, 20)], further: [] };
  expect(times(mergedHistory({ entries, ended: false }, shared))).toEqual([40, 30, 20, 10]);
  const more = { ...shared, further: [{ shop: 'shop', seq: 6, at: 20 }] };
  expect(times(mergedHistory({ entries, ended: true }, more))).toEqual([40, 30, 20]);
  // A page of a shop may be of our own doing alone: its age counts all the same.
  const far = { ...shared, further: [{ shop: 'other', seq: 3, at: 35 }] };
  expect(times(mergedHistory({ entries, ended: true }, far))).toEqual([40]);
  expect(mergedHistory({ entries: [], ended: false }, shared)).toEqual([]);
});
