import { describe, expect, test } from 'vitest';
import { findKeys } from '../../../utils/rms/keys.ts';
import { readPage } from '../../../utils/rms/inspect.ts';
import { AT, LIST_URL, OTHER_URL, pageOf, read } from './page.ts';

const HEAD = '<h2>アプリ一覧</h2>';
const HEADINGS =
  '<tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>';
const ROW =
  '<tr><td>甲社</td><td>甲</td><td>末尾4桁: AAAA</td><td>2025/05/26</td><td>利用中</td></tr>';
const KEY = 'SL401234_Zz9Yy8Xx7Ww6A9FR';

describe('a page that lies gives problems, not a hang', { timeout: 60_000 }, () => {
  test('10,000 columns', () => {
    const many = (tag: string, text: string) =>
      Array.from({ length: 10_000 }, () => `<${tag}>${text}</${tag}>`).join('');
    const html = `${HEAD}<table><tr>${HEADINGS.slice(4, -5)}${many('th', '列')}</tr><tr>${ROW.slice(4, -5)}${many('td', '値')}</tr></table>`;
    const reading = read(html);
    expect(reading.licenses).toHaveLength(1);
    expect(reading.licenses[0]?.extra.length).toBeLessThanOrEqual(30);
    expect(reading.problems).toMatchObject([{ code: 'tooLarge' }]);
    expect(reading.licenseCoverage).toBe('partial');
  });

  test('a cell of 1 MB', () => {
    const html = `${HEAD}<table>${HEADINGS}${ROW}<tr><td>乙社</td><td>乙</td><td>末尾4桁: BBBB</td><td>${'あ'.repeat(1_000_000)}</td><td>利用中</td></tr></table>`;
    const reading = read(html);
    expect(reading.licenses).toHaveLength(1);
    expect(reading.problems).toMatchObject([{ code: 'tooLarge', app: '乙', last4: 'BBBB' }]);
  });

  test('spans without end', () => {
    const html = `${HEAD}<table>${HEADINGS}<tr><td colspan="1000000" rowspan="1000000">甲</td></tr>${ROW.repeat(50)}</table>`;
    expect(() => read(html)).not.toThrow();
  });

  test('2,000 tables', () => {
    const reading = read(`${HEAD}${`<table>${HEADINGS}</table>`.repeat(2000)}`);
    expect(reading.licenses).toEqual([]);
    expect(reading.problems.length).toBeLessThanOrEqual(100);
    expect(reading.problems.map(({ code }) => code)).toContain('tooLarge');
  });

  test('deep nesting', () => {
    const document = pageOf(`${HEAD}<div id="deep"></div>`);
    let at = document.querySelector('#deep') as Element;
    for (let i = 0; i < 400; i += 1) {
      const next = document.createElement('div');
      at.append(next);
      at = next;
    }
    at.innerHTML = `<table>${HEADINGS}${ROW}</table>`;
    expect(readPage(document, { at: AT, url: LIST_URL }).licenses).toHaveLength(1);
  });

  test('more rows than a reading holds', () => {
    const rows = Array.from({ length: 6000 }, (_, i) =>
      ROW.replace('AAAA', String(1000 + i)).replace('>甲<', `>甲${i}<`),
    );
    const reading = read(`${HEAD}<table>${HEADINGS}${rows.join('')}</table>`);
    expect(reading.licenses.length).toBeLessThanOrEqual(5000);
    expect(reading.problems.map(({ code }) => code)).toContain('tooLarge');
    expect(reading.licenseCoverage).toBe('partial');
  });

  test('script-like text is text', () => {
    const html = `${HEAD}<table>${HEADINGS}${ROW.replace('甲社', '&lt;img src=x onerror=alert(1)&gt;')}</table>`;
    expect(read(html).licenses[0]?.developer).toBe('<img src=x onerror=alert(1)>');
  });

  test('an empty document', () => {
    expect(read('').pageClass).toBe('none');
  });
});

describe('no key gets into a reading', () => {
  test.each([
    ['the app name', ROW.replace('>甲<', `>${KEY}<`)],
    ['the developer', ROW.replace('甲社', KEY)],
    ['the date', ROW.replace('2025/05/26', KEY)],
    ['the state', ROW.replace('利用中', KEY)],
    ['the state, broken by lines', ROW.replace('利用中', 'SL401234_Zz9<br>Yy8Xx7Ww6<br>A9FR')],
    ['a key cell that makes no sense', ROW.replace('末尾4桁: AAAA', `末尾4桁: ${KEY}X!`)],
    [
      'an unknown column, broken by a space',
      ROW.replace('</tr>', '<td>SL401234_Zz9 Yy8Xx7Ww6A9FR</td></tr>'),
    ],
  ])('not from %s', (_, row) => {
    const text = JSON.stringify(
      read(`${HEAD}<table>${HEADINGS.replace('</tr>', '<th>備考</th></tr>')}${row}</table>`),
    );
    expect(text).not.toContain('Zz9');
    expect(text).not.toContain('Yy8');
  });
});

test('our own marks are neither read nor carried', () => {
  const own = `<span data-kagiban="mark">△ あと12日・更新あり ${KEY}</span>`;
  const html = `${HEAD}<table>${HEADINGS}${ROW.replace('利用中', `利用中${own}`)}</table>`;
  expect(read(html).licenses).toMatchObject([{ state: 'active', stateText: '利用中' }]);
  expect(findKeys(pageOf(html), '', OTHER_URL).keys).toEqual([]);
});
