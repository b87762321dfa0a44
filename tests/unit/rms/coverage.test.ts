import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../utils/model/reading.ts';
import { readPage } from '../../../utils/rms/inspect.ts';
import { AT, fixture, LIST_URL, pageOf, read } from './page.ts';

const page = fixture('app-list');
const changed = (change: (document: Document) => void): Reading => {
  const document = pageOf(page);
  change(document);
  return readPage(document, { at: AT, url: LIST_URL });
};
const table = (document: Document): Element => document.querySelector('table') as Element;
const below = (html: string) => (document: Document) =>
  table(document).insertAdjacentHTML('afterend', html);
const row = (document: Document, at: number) =>
  document.querySelectorAll('tbody tr')[at] as HTMLElement;

test('a list in full', () => expect(read(page).licenseCoverage).toBe('complete'));

describe('partial', () => {
  test.each<[string, (document: Document) => void]>([
    [
      'words in the search box',
      (document) => document.querySelector('input')?.setAttribute('value', 'GoQ'),
    ],
    ['a pager below', below('<p><b>1</b> <a href="#">2</a> <a href="#">次へ</a></p>')],
    ['more rows counted than shown', below('<p>全12件中 1〜2件を表示</p>')],
    [
      'a choice other than all',
      (document) =>
        table(document).insertAdjacentHTML(
          'beforebegin',
          '<select><option>すべて</option><option selected>利用中</option></select>',
        ),
    ],
    [
      'a row out of sight',
      (document) => {
        row(document, 1).style.display = 'none';
      },
    ],
    ['a row not understood', (document) => row(document, 1).firstElementChild?.remove()],
    [
      'a shop that the page does not name',
      (document) => {
        document.querySelector('#com_header')?.remove();
        document.querySelector('script')?.remove();
      },
    ],
    [
      'a shop named in two ways',
      (document) => {
        document.body.insertAdjacentHTML('beforeend', '<img src="https://x.test/t?shopid=999999">');
      },
    ],
  ])('%s', (_, change) => {
    expect(changed(change).licenseCoverage).toBe('partial');
  });

  test("the second list's search box does not touch the first", () => {
    const reading = changed((document) => {
      document.querySelectorAll('input')[1]?.setAttribute('value', '受注');
    });
    expect([reading.licenseCoverage, reading.eventCoverage]).toEqual(['complete', 'partial']);
  });

  test('a pager of one page is no pager', () => {
    const pager =
      '<p><a href="#" class="disabled">前へ</a> <a href="#">1</a> <a href="#" aria-disabled="true">次へ</a></p>';
    expect(changed(below(pager)).licenseCoverage).toBe('complete');
  });
});

const above = (html: string) => (document: Document) =>
  table(document).insertAdjacentHTML('beforebegin', html);
const choice = (...options: string[]): string =>
  `<select>${options.map((text) => `<option${text.endsWith('*') ? ' selected' : ''}>${text.replace('*', '')}</option>`).join('')}</select>`;

describe('how many rows a page may have', () => {
  test.each([
    ['more than there are', ['10', '25*', '100'], 'complete'],
    ['more, with words', ['10件', '20件*', '50件', 'すべて'], 'complete'],
    ['no more than there are', ['1', '5*', '10'], 'partial'],
    ['a choice of years is none', ['2025', '2026*', '2027'], 'partial'],
    ['nor one of months', ['1月', '2月', '3月*'], 'partial'],
  ] as const)('%s', (_, options, coverage) => {
    expect(changed(above(choice(...options))).licenseCoverage).toBe(coverage);
  });
});

test('two shops on one page: the conflict is said, neither is chosen', () => {
  const reading = changed((document) => {
    document.body.insertAdjacentHTML('beforeend', '<img src="https://x.test/t?shopid=999999">');
  });
  expect(reading.shop.digits).toBeNull();
  expect(reading.problems).toMatchObject([{ code: 'shopConflict' }]);
});
