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
        expect([text, again(text)]).toEqual([text, concernIn(document)(text)]);
      }
    }),
    { numRuns: 300 },
  );
});

test('what has changed is given, with little of what stands around it', () => {
  const [left, right] = ['前'.repeat(5000), '後'.repeat(5000)];
  for (const [before, after, word] of [
    ['', '新しい', '新しい'],
    ['古い', '', ''],
    ['古い', '新しい', '新しい'],
  ] as const) {
    const changed = changedIn(`${left}${before}${right}`, `${left}${after}${right}`);
    expect(changed).toContain(`${'前'.repeat(200)}${word}${'後'.repeat(200)}`);
    expect(changed.length).toBeLessThan(3000);
  }
  expect(changedIn('', '新しい')).toBe('新しい');
  expect(changedIn('同じ', '同じ')).toBe('');
});
