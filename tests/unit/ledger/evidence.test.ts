import { expect, test } from 'vitest';
import { aBook, anEvent, aProblem, aRow } from './make.ts';

/** What the history gains by readings, after a first one of one key and one grant. */
function after(...readings: Parameters<ReturnType<typeof aBook>['read']>[0][]) {
  const book = aBook();
  book.read({ licenses: [aRow()], events: [anEvent()] });
  const before = book.told().length;
  for (const reading of readings) book.read({ events: [anEvent()], ...reading });
  return { book, told: book.told().slice(before) };
}

const OLD = aRow();
const NEW = aRow({ last4: 'N3W1', expiresOn: '2027-03-01' });

// Every change that the ledger tells of, with what speaks for it.
test('a new key', () => {
  expect(after({ licenses: [NEW] }).told).toEqual([
    expect.objectContaining({
      kind: 'licenseNew',
      last4: 'N3W1',
      issued: 1,
      expiresOn: '2027-03-01',
    }),
  ]);
});

test('two keys at once: the new one is told of, the old one is not said to be gone', () => {
  const { book, told } = after({ licenses: [OLD, NEW] }, { licenses: [OLD, NEW] });
  expect(told.map(({ kind }) => kind)).toEqual(['licenseNew']);
  expect(book.alive()).toEqual(['A9FR', 'N3W1']);
});

test('a key gone, by two complete readings', () => {
  const { told } = after({ licenses: [NEW] }, { licenses: [NEW] });
  expect(told.at(-1)).toEqual({ kind: 'licenseGone', last4: 'A9FR', completeReadings: 2 });
});

test('a state, from what to what, in RMS’s own words', () => {
  const stopped = aRow({ state: 'stopped', stateText: '停止中' });
  expect(after({ licenses: [stopped] }).told).toEqual([
    { kind: 'stateChanged', from: 'active', to: 'stopped', text: '停止中' },
  ]);
});

test('a later date on the same key is a conflict, with both dates', () => {
  expect(after({ licenses: [aRow({ expiresOn: '2027-05-01' })] }).told).toEqual([
    { kind: 'expiryConflict', from: '2027-02-01', to: '2027-05-01' },
  ]);
});

test.each([
  ['a filtered list', { licenses: [], licenseCoverage: 'partial' as const }],
  ['a list with a row that was not understood', { licenses: [], problems: [aProblem()] }],
  ['the detail page of another app', { page: 'appDetail' as const, licenses: [] }],
])('a row merely not shown in %s: nothing happened to its key', (_, reading) => {
  const { book, told } = after(reading, reading, reading);
  // That a row could not be read is told, of the page.
  expect(told.filter(({ kind }) => kind !== 'pageUnreadable')).toEqual([]);
  expect(book.alive()).toEqual(['A9FR']);
});

test('a grant that vanished, by two complete readings', () => {
  const without = { licenses: [OLD], events: [] };
  expect(after(without, without).told).toEqual([
    {
      kind: 'eventGone',
      company: 'Hamee株式会社',
      service: 'ネクストエンジン',
      completeReadings: 2,
    },
  ]);
});

test('since when something cannot be read stays, and ends when it can', () => {
  const broken = { licenses: [], problems: [aProblem()] };
  const { book } = after(broken);
  const first = book.ledger().pages.find(({ page }) => page === 'appList')?.problemsSince;
  expect(first).toBe(book.now());
  book.read(broken);
  expect(book.ledger().pages[0]?.problemsSince).toBe(first);
  book.read({ licenses: [OLD] });
  expect(book.ledger().pages[0]).not.toHaveProperty('problemsSince');
});
