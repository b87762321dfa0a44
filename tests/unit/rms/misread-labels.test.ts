// Labels that the reader once took for values, values that it took for labels.
import { describe, expect, test } from 'vitest';
import { fixture } from './page.ts';
import { cells, H, head, KOU, OK, page, read, row, rowsOf } from './small-page.ts';

describe('labels', () => {
  test("another key's date is not the key's", () => {
    const { licenses, problems } = read(fixture('other-keys-column'));
    expect(licenses).toEqual([]);
    expect(problems).toMatchObject([{ code: 'noColumn', where: '有効期限' }]);
  });

  test('a row of pairs is no row of headings, also where a value reads like a label', () => {
    const pairs = [...H, '備考'].map(
      (h, i) => `<th>${h}</th><td>${i === 1 ? 'アプリ名' : (KOU[i] ?? '')}</td>`,
    );
    const rows = [0, 2, 4].map((i) => `<tr>${pairs.slice(i, i + 2).join('')}</tr>`);
    expect(rowsOf(page(`<table>${rows.join('')}</table>`))).toEqual([
      '甲社 | アプリ名 | AAAA | 2026-05-26 | active',
    ]);
  });

  test.each([
    '有効期限<wbr>の近いキーをお知らせするアプリです。状態: 利用中の店舗様が対象です。',
    'キーをお知らせするアプリです<em>。</em><wbr>状態: 利用中の店舗様が対象です。',
  ])(
    'a sentence in pieces that begins like a label, in a sheet whose words would explain',
    (about) => {
      const html = page(
        `<dl>${[...H.slice(0, 2), '概要', ...H.slice(2)].map((h) => `<dt>${h}</dt><dd>${h === '概要' ? about : KOU[H.indexOf(h)]}</dd>`).join('')}</dl>`,
      );
      expect(rowsOf(html)).toEqual(OK);
    },
  );

  test('a part of which a piece was not understood explains no words', () => {
    const html = page(
      `<dl><dt>アプリ登録者</dt><dd>甲社</dd><dt>アプリ名</dt><dd>甲</dd><dt>有効期限</dt><dd>期限が近いとお知らせします。</dd><dt>有効期限</dt><dd>${KOU[3]}</dd><dt>ライセンスキー</dt><dd>${KOU[2]}</dd></dl>`,
    );
    expect(read(html).pageClass).toBe('unreadable');
  });

  test('the end of a word in an element of its own is no label', () => {
    const cards = [KOU, ['乙社', '乙', '末尾4桁: BBBB', '無<mark>期限</mark>', '利用中']]
      .map((texts) => cells('div', texts))
      .join('');
    const html = `<div style="display:grid;grid-template-columns:repeat(5, auto)">${cells('b', H)}${cards}</div>`;
    expect(rowsOf(page(html))).toEqual([...OK, '乙社 | 乙 | BBBB |  | active']);
    const pairs = [...H, '旧<em>キー有効期限</em>'].map(
      (h, i) => `<tr><th>${h}</th><td>${KOU[i] ?? '-'}</td></tr>`,
    );
    expect(read(page(`<table>${pairs.join('')}</table>`)).licenses[0]?.extra).toEqual([
      ['旧キー有効期限', '-'],
    ]);
  });

  test('a name that begins like its label, with a mark in it', () => {
    const pairs = H.map(
      (h, i) =>
        `<li><b>${i === 0 ? '会社名' : h}: </b><span>${i === 0 ? 'アプリ登<wbr>録者<mark>協会</mark>' : KOU[i]}</span></li>`,
    );
    expect(rowsOf(page(`<ul>${pairs.join('')}</ul>`))).toEqual([
      'アプリ登録者協会 | 甲 | AAAA | 2026-05-26 | active',
    ]);
  });

  test('a mark of ours in the cell of a label is no value', () => {
    const mark = '<span data-kagiban="mark">△ あと12日・更新あり</span>';
    const inner = H.slice(2).map((h, i) => `<tr><td>${h}${mark}</td><td>${KOU[i + 2]}</td></tr>`);
    const html = `<table>${head('th', [...H.slice(0, 2), 'ライセンス情報'])}${row([...KOU.slice(0, 2), `<table>${inner.join('')}</table>`])}</table>`;
    expect(rowsOf(page(html))).toEqual(OK);
  });

  test('a name broken within 「会社」', () =>
    expect(
      rowsOf(
        page(
          `<table>${H.map((h, i) => `<tr><th>${h}</th><td>${i === 0 ? '株式<wbr>会社 <wbr>甲社' : KOU[i]}</td></tr>`).join('')}</table>`,
        ),
      ),
    ).toEqual(['株式会社 甲社 | 甲 | AAAA | 2026-05-26 | active']));

  test('cards in lines, one of which has lost a label, do not take from each other', () => {
    const lines = (lost: boolean): string =>
      H.map((h, i) => `${lost && i === 0 ? '登録' : h}: ${KOU[i]}<br>`).join('');
    const { licenses, problems } = read(
      page(`<div>${lines(false)}${lines(true)}${lines(false).replace('AAAA', 'BBBB')}</div>`),
    );
    expect(licenses.map(({ last4 }) => last4)).toEqual(['AAAA']);
    expect(problems.length).toBeGreaterThan(0);
  });
});
