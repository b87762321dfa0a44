import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStructure } from '../../../utils/rms/diagnosis/check.ts';
import { kindsOf } from '../../../utils/rms/diagnosis/kinds.ts';
import { diagnosisOf } from '../../../utils/rms/diagnosis/report.ts';
import { structureOf } from '../../../utils/rms/diagnosis/structure.ts';
import { KNOWN } from '../../../utils/rms/diagnosis/words.ts';
import { aProblem } from '../ledger/make.ts';
import { fixture, pageOf } from './page.ts';

const RUNS = process.env['KAGIBAN_LONG'] ? 3000 : 25;

describe('the build of a page', () => {
  test('shows tags, spans and RMS’s own words', () => {
    const text = structureOf(pageOf(fixture('app-list')));
    expect(text).toContain('"{アプリ登録者}"');
    expect(text).toContain('{有効期限}');
    expect(text).toMatch(/table .*\(\d+×\d+\)/);
    expect(isStructure(text)).toBe(true);
  });

  test('shows none of the shop’s', () => {
    const text = structureOf(pageOf(fixture('app-list')));
    for (const word of ['花屋', 'hanaya', '401234', 'A9FR', 'IANT', 'GoQ', '2025', 'http']) {
      expect(text).not.toContain(word);
    }
  });

  test('a long list is cut in the middle', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `<tr><td>${i}</td></tr>`).join('');
    const text = structureOf(pageOf(`<table>${rows}</table>`));
    expect(text.split('\n').length).toBeLessThan(80);
    expect(text).toContain('…×988');
    expect(isStructure(text)).toBe(true);
  });
});

test.each([
  ['末尾4桁: A9FR', '{末尾4桁}記1空1英数4'],
  ['利用中 更新あり', '{利用中}空1{更新あり}'],
  ['花屋テスト店 御中', '漢字2カナ3漢字1空1漢字2'],
  ['2025/05/26', '数4記1数2記1数2'],
  ['SL401234_Zz9Yy8Xx7Ww6A9FR', '英数8記1英数16'],
  ['a@b.jp', '英1記1英1記1英2'],
])('%s is told as %s', (text, kinds) => expect(kindsOf(text)).toBe(kinds));

const ALNUM = [...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz0123456789'];
const letters = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...ALNUM), { minLength: least, maxLength: most })
    .map((all) => all.join(''));
const kana = fc
  .array(fc.constantFrom(...'かぎばん花屋珈琲豆港道具店青山田中商会'), {
    minLength: 2,
    maxLength: 8,
  })
  .map((all) => all.join(''));

/** Things of a shop that must never leave it. */
const secret = fc.oneof(
  letters(16, 16).map((text) => `SL401234_${text}`),
  letters(4, 4).filter((text) => /[A-Z]/.test(text) && /[0-9]/.test(text)),
  fc.integer({ min: 100_000, max: 999_999 }).map(String),
  letters(5, 9).map((text) => `${text.toLowerCase()}x@shop${text.length}.example`),
  letters(6, 12).map((text) => `${text.toLowerCase()}q-store`),
  kana.map((text) => `株式会社${text}`),
);

const PLACES: ((s: string) => string)[] = [
  (s) => `<p>${s}</p>`,
  (s) => `<td>末尾4桁: ${s}</td>`,
  (s) => `<!-- ${s} -->`,
  (s) => `<div id="${s}" class="list ${s} row-${s}" title="${s}" data-shop="${s}">x</div>`,
  (s) => `<a href="https://www.rakuten.co.jp/${s}/?k=${s}">利用中</a>`,
  (s) => `<input value="${s}" placeholder="${s}" name="${s}" type="${s}">`,
  (s) => `<img src="/${s}.png" alt="${s}">`,
  (s) => `<textarea>${s}</textarea><select><option value="${s}">${s}</option></select>`,
  (s) => `<script>var k = "${s}"</script><style>.${s}{}</style>`,
  (s) => `<span role="${s}" aria-label="${s}" style="--k:${s}" data-label="${s}">${s}${s}</span>`,
  (s) => `<template><b>${s}</b></template><noscript>${s}</noscript>`,
  (s) => `<shop-${s.replace(/[^a-zA-Z0-9]/g, '')}>${s}</shop-${s.replace(/[^a-zA-Z0-9]/g, '')}>`,
  (s) => `<b>${s.slice(0, 3)}</b><wbr>${s.slice(3)}`,
];

test('nothing planted anywhere in a page is in its diagnosis', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(secret, fc.constantFrom(...PLACES)), { minLength: 1, maxLength: 8 }),
      (planted) => {
        const html = `<h2>アプリ一覧</h2>${planted.map(([s, place]) => place(s)).join('\n')}`;
        const frame = structureOf(pageOf(html));
        expect(isStructure(frame), frame).toBe(true);
        const text = diagnosisOf({
          version: '0.1.0',
          language: 'ja',
          frames: [frame],
          pages: planted.map(([s]) => ({
            id: s,
            shopId: s,
            page: 'appList',
            pageClass: 'unreadable',
            since: 0,
            at: 0,
            readAt: null,
            problems: [aProblem({ where: s, text: s, app: s, developer: s })],
          })),
        });
        for (const [s] of planted) {
          expect(text).not.toContain(s);
          for (const part of s.split(/[^A-Za-z0-9]+/).filter((one) => one.length >= 6)) {
            expect(text.toLowerCase()).not.toContain(part.toLowerCase());
          }
        }
      },
    ),
    { numRuns: RUNS, seed: 20_261_204 },
  );
});

test('a page’s process that answers anything else is refused', () => {
  const made = structureOf(pageOf(fixture('app-list')));
  fc.assert(
    fc.property(secret, fc.nat(), (s, at) => {
      const index = at % made.length;
      const forged = `${made.slice(0, index)} ${s} ${made.slice(index)}`;
      // Four signs of one kind could be a count.
      if (!/^\d{1,5}$/.test(s)) expect(isStructure(forged)).toBe(false);
    }),
    { numRuns: RUNS, seed: 7 },
  );
  expect(isStructure('{花屋}')).toBe(false);
  expect(isStructure('div "https"')).toBe(false);
});

test('no known word is so general that a name could be made of it', () => {
  for (const word of KNOWN) expect(word).not.toMatch(/^[A-Za-z0-9]+$/);
});
