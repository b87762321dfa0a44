import { expect, test } from 'vitest';
import { ledgerCache } from '../../../companion/store/ledger-cache.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { aLicense } from '../reminders/make.ts';

const record = (id: string, revision: number, keys = 1) => ({
  id,
  revision,
  ledger: {
    ...emptyLedger(),
    licenses: Array.from({ length: keys }, (_, n) => aLicense({ id: `${id} ${n}` })),
  },
});

test('it knows a shop by its revision alone', () => {
  const cache = ledgerCache();
  const [first, second] = [record('a', 1), record('a', 2)];
  cache.keep(first);
  expect(cache.of('a', 1)).toBe(first.ledger);
  expect([cache.of('a', 2), cache.of('b', 1)]).toEqual([null, null]);
  cache.keep(second);
  expect([cache.of('a', 1), cache.of('a', 2)]).toEqual([null, second.ledger]);
});

test('it forgets what was used longest ago, by how much it is', () => {
  const cache = ledgerCache();
  for (const id of ['a', 'b', 'c']) cache.keep(record(id, 1, 10_000));
  expect(cache.of('a', 1)).not.toBe(null);
  cache.keep(record('d', 1, 10_000));
  expect(['a', 'b', 'c', 'd'].filter((id) => cache.of(id, 1) !== null)).toEqual(['a', 'c', 'd']);
  // Written anew it counts once.
  for (let revision = 2; revision < 9; revision += 1) cache.keep(record('d', revision, 10_000));
  expect(['a', 'c'].filter((id) => cache.of(id, 1) !== null)).toEqual(['a', 'c']);
  cache.keep(record('huge', 1, 30_001));
  expect(['a', 'c', 'd', 'huge'].filter((id) => cache.of(id, 1) !== null)).toEqual([]);
});
