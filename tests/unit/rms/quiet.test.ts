import { expect, test } from 'vitest';
import { dueAt } from '../../../utils/rms/quiet.ts';
import { fixture, LIST_URL, OTHER_URL, read } from './page.ts';

test('a list counts as complete only when it stayed the same for 2 s', () => {
  const reading = read(fixture('app-list'));
  expect(dueAt(reading, 0)).toMatchObject({
    reading: { licenseCoverage: 'partial' },
    againIn: 2000,
  });
  expect(dueAt(reading, 2000)).toEqual({ reading, againIn: null });
});

test('an unreadable page alarms after 10 s of quiet', () => {
  const reading = read(fixture('unreadable'), LIST_URL);
  expect(dueAt(reading, 9000)).toEqual({ reading: null, againIn: 1000 });
  expect(dueAt(reading, 10_000).reading).toBe(reading);
});

test('rows that could not be read may still be on their way', () => {
  const reading = read(fixture('trouble'));
  expect(dueAt(reading, 0)).toEqual({ reading: null, againIn: 2000 });
  expect(dueAt(reading, 2000).reading).toBe(reading);
});

test('other pages say nothing', () => {
  expect(dueAt(read(fixture('news'), OTHER_URL), 60_000)).toEqual({ reading: null, againIn: null });
});
