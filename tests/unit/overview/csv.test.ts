import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../utils/model/ledger.ts';
import { csvOf } from '../../../utils/overview/csv.ts';
import { isOfTool, whoOf } from '../../../utils/overview/who.ts';

describe('a CSV that a spreadsheet takes as text', () => {
  test.each([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ['店舗A, 東京', '"店舗A, 東京"'],
    ['12/6', '12/6'],
    ['', ''],
  ])('%j', (text, cell) => {
    expect(csvOf([[text, 'x']])).toBe(`\ufeff${cell},x\r\n`);
  });
});

const entry = (kind: HistoryEntry['kind'], detail: HistoryEntry['detail'] = {}): HistoryEntry => ({
  at: 0,
  kind,
  shopId: null,
  subjectId: null,
  detail,
});

test('who did it, as far as known', () => {
  expect(whoOf(entry('filled'))).toBe('person');
  expect(whoOf(entry('saved', { by: 'person' }))).toBe('person');
  expect(whoOf(entry('saved', { by: 'page' }))).toBe('tool');
  expect(whoOf(entry('seen', { by: 'page' }))).toBe('tool');
  expect(whoOf(entry('keyTest', { by: 'companion' }))).toBe('companion');
  expect(whoOf(entry('expiryChanged', { basis: 'person' }))).toBe('person');
  expect(whoOf(entry('expiryChanged'))).toBe('rms');
  expect(whoOf(entry('renewalOpened', { by: 'newKey' }))).toBe('kagiban');
  expect(whoOf(entry('renewalOpened', { by: 'reminder' }))).toBe('person');
  expect(whoOf(entry('renewalClosed', { by: 'person' }))).toBe('person');
  expect(whoOf(entry('renewalClosed', { by: 'kagiban' }))).toBe('kagiban');
});

test('entries of a tool', () => {
  expect(isOfTool(entry('filled', { tool: 'goqsystem' }), 'goqsystem')).toBe(true);
  expect(isOfTool(entry('filled', { tool: 'goqsystem' }), 'next-engine')).toBe(false);
  expect(isOfTool(entry('licenseNew'), '')).toBe(true);
});
