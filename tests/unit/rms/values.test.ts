import { describe, expect, test } from 'vitest';
import { dateOf } from '../../../utils/rms/values/date.ts';
import { last4Of } from '../../../utils/rms/values/last4.ts';
import { stateOf } from '../../../utils/rms/values/state.ts';

describe('dates', () => {
  test.each([
    '2025/05/26',
    '2025/5/26',
    '2025-05-26',
    '2025.05.26',
    '2025年5月26日',
    '2025 年 5 月 26 日',
    '２０２５／０５／２６',
    '令和7年5月26日',
    'R7.5.26',
    '20250526',
    '2025/05/26 23:59:59',
    '2025-05-26T23:59:59+09:00',
    '2025/05/26(月)',
    '2025/05/26 まで(残り25日)',
    '2025/02/25 〜 2025/05/26',
    '2025/02/25～2025/05/26',
    '有効期限:2025/05/26',
    '2025/\u200b05/26',
    '2025‐05‐26',
  ])('%s', (text) => expect(dateOf(text)).toEqual({ kind: 'date', on: '2025-05-26' }));

  test('令和元年', () =>
    expect(dateOf('令和元年5月26日')).toEqual({ kind: 'date', on: '2019-05-26' }));

  test.each(['', '-', '－', '―', 'ー', '—', ' ', '--', '無期限', 'なし'])(
    'no date: 「%s」',
    (text) => expect(dateOf(text)).toEqual({ kind: 'none' }),
  );

  test.each([
    '2025/02/30',
    '2025/13/01',
    '2025/00/10',
    '25/05/26',
    '05/26/2025',
    '近日中',
    '2025/05',
    '2025/05/26 2025/06/01',
    '2025/05/261',
    '読み込み中',
    'x'.repeat(10_000),
  ])('not understood: %s', (text) => expect(dateOf(text)).toEqual({ kind: 'bad' }));
});

describe('last four', () => {
  test.each([
    ['末尾4桁: A9FR', 'A9FR'],
    ['末尾４桁：Ａ９ＦＲ', 'A9FR'],
    ['末尾4桁 A9FR', 'A9FR'],
    ['(末尾4桁)A9FR', 'A9FR'],
    ['下4桁:A9FR', 'A9FR'],
    ['A9FR', 'A9FR'],
    ['1234', '1234'],
    ['************A9FR', 'A9FR'],
    ['●●●●●●●● A9FR', 'A9FR'],
    ['…A9FR', 'A9FR'],
    ['SL401234_Zz9Yy8Xx7Ww6A9FR', 'A9FR'],
    ['401234 AbCdEfGh IjKl', 'IjKl'],
  ])('%s', (text, last4) => expect(last4Of(text)).toEqual({ kind: 'last4', last4 }));

  test.each(['', '-', '―', '未発行', 'なし', '末尾4桁: -'])('none: 「%s」', (text) =>
    expect(last4Of(text)).toEqual({ kind: 'none' }),
  );

  test.each(['********', '●●●●●●●●', 'XXXXXXXX', '末尾4桁: ****'])('masked: %s', (text) =>
    expect(last4Of(text)).toEqual({ kind: 'masked' }),
  );

  test.each(['末尾4桁: A9F', '末尾4桁: A9FRX', 'A9F', 'エラー', '末尾4桁: あいうえ'])(
    'not understood: %s',
    (text) => expect(last4Of(text)).toEqual({ kind: 'bad' }),
  );

  test('several', () =>
    expect(last4Of('末尾4桁: A9FR 末尾4桁: B8XX')).toEqual({
      kind: 'several',
      last4s: ['A9FR', 'B8XX'],
    }));
});

describe('states', () => {
  test.each([
    ['利用中', 'active'],
    [' 利 用 中 ', 'active'],
    ['●利用中', 'active'],
    ['【利用中】', 'active'],
    ['利用中 更新あり', 'updateAvailable'],
    ['利用中\n(更新あり)', 'updateAvailable'],
    ['利用中 ※更新あり', 'updateAvailable'],
    ['承認待ち', 'awaitingApproval'],
    ['有効期限切れ', 'expired'],
    ['停止中', 'stopped'],
    ['⚠️ 停止中', 'stopped'],
    ['審査中', 'unknown'],
    ['利用中ではありません', 'unknown'],
    ['停止中 更新あり', 'unknown'],
    ['', 'unknown'],
  ])('%s', (text, state) => expect(stateOf(text)).toBe(state));
});
