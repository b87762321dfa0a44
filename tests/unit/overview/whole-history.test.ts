import { expect, test } from 'vitest';
import type { StoredHistory } from '../../../utils/ledger/store.ts';
import { wholeHistory } from '../../../utils/overview/whole-history.ts';
import type { SharedEntry, SharedHistory } from '../../../utils/sharing/history.ts';

const entry = { kind: 'carried', shopId: 's', subjectId: null, detail: {} } as const;
/** 1,234 entries of this browser, one a second. */
const OWN: StoredHistory[] = Array.from({ length: 1234 }, (_, n) => ({
  ...entry,
  seq: 1234 - n,
  at: (1234 - n) * 1000,
}));
const own = (count: number, before = Infinity): Promise<StoredHistory[]> =>
  Promise.resolve(OWN.filter(({ seq }) => seq < before).slice(0, count));
const theirs = (id: number): SharedEntry => ({
  ...entry,
  id: `shop ${id}`,
  at: id * 1000 + 500,
  about: 'アプリ',
  from: { person: '田中', browser: 'PC' },
});

test('everything of this browser, and of the others page by page, newest first', async () => {
  const pages: SharedHistory[] = [
    { entries: [theirs(1300)], further: [{ shop: 'shop', seq: 9, at: 1 }] },
    { entries: [theirs(700)], further: [] },
  ];
  const asked: unknown[] = [];
  const lines = await wholeHistory({
    own,
    others: (further) => {
      asked.push(further);
      return Promise.resolve(pages[asked.length - 1] as SharedHistory);
    },
  });
  expect(lines).toHaveLength(1236);
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((a, b) => b - a));
  expect(lines.filter(({ whose }) => whose === 'colleague')).toHaveLength(2);
  expect(asked).toEqual([null, [{ shop: 'shop', seq: 9, at: 1 }]]);
});

test('without a companion it is this browser’s; a companion that is silent is not taken for one that knows nothing', async () => {
  expect(await wholeHistory({ own, others: null })).toHaveLength(1234);
  const silent = wholeHistory({ own, others: () => Promise.reject(new Error('unreachable')) });
  await expect(silent).rejects.toThrow('unreachable');
});
