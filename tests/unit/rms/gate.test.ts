// @vitest-environment jsdom
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { changedIn, concernIn } from '../../../utils/rms/gate.ts';

afterEach(() => document.body.replaceChildren());

const PIECES = fc.constantFrom(
  'アプリ',
  'アプリから',
  'ライ',
  'センス',
  '末',
  '尾',
  '権限が',
  'ありません',
  '只今、',
  'メンテナンス中',
  '商品',
  '\n  ',
  '在庫を更新しました。',
  '受注'.repeat(150),
);
const TEXTS = fc.array(PIECES, { maxLength: 8 }).map((pieces) => pieces.join(''));

test('asked again and again it says the same as asked for the first time', () => {
  fc.assert(
    fc.property(fc.array(TEXTS, { minLength: 2, maxLength: 6 }), (texts) => {
      document.body.textContent = '';
      const again = concernIn(document);
      for (const text of texts) {
        document.body.textContent = text;
        expect([text, again()]).toEqual([text, concernIn(document)()]);
      }
    }),
    { numRuns: 300 },
  );
});

test('what has changed is given with 200 characters around it, and no more', () => {
  const [left, right] = ['前'.repeat(1000), '後'.repeat(1000)];
  expect(changedIn(`${left}${right}`, `${left}新しい${right}`)).toBe(
    `${'前'.repeat(200)}新しい${'後'.repeat(200)}`,
  );
  expect(changedIn(`${left}古い${right}`, `${left}${right}`)).toBe(
    `${'前'.repeat(200)}${'後'.repeat(200)}`,
  );
  expect(changedIn('', '新しい')).toBe('新しい');
  expect(changedIn('同じ', '同じ')).toBe('同じ');
});
