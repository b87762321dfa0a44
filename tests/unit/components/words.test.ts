import { describe, expect, test } from 'vitest';
import {
  countWords,
  daysLeftWords,
  errorWords,
  formatDate,
  formatFull,
  formatMoment,
  formatShortDate,
  last4Words,
  needWords,
  stateWords,
  timeWords,
} from '../../../components/words.ts';
import { ERROR_CODES } from '../../../utils/model/errors.ts';
import { NEEDS } from '../../../utils/overview/types.ts';
import { sayIn } from './say.ts';
import { view } from './views.ts';

const ja = sayIn('ja');
const en = sayIn('en');
const NOW = Date.parse('2026-12-04T10:30:00+09:00');
const at = (text: string): number => Date.parse(`${text}+09:00`);

describe('dates', () => {
  test('carry their day of the week, and zeros only in the long form', () => {
    expect(formatDate('2026-12-06', ja)).toBe('2026/12/06(日)');
    expect(formatShortDate('2026-12-06', '2026-12-04', ja)).toBe('12/6(日)');
    expect(formatShortDate('2026-12-06', '2026-12-04', en)).toBe('Dec 6 (Sun)');
  });

  test('say their year where it could be doubted', () => {
    expect(formatShortDate('2027-01-15', '2026-12-04', ja)).toBe('1/15(金)');
    expect(formatShortDate('2027-12-06', '2026-12-04', ja)).toBe('2027/12/06(月)');
  });

  test('moments are relative first, in Japanese time whatever the machine is set to', () => {
    expect(formatMoment(at('2026-12-04T00:00:00'), NOW, ja)).toBe('今日 00:00');
    expect(formatMoment(at('2026-12-03T23:59:59'), NOW, ja)).toBe('昨日 23:59');
    expect(formatMoment(at('2026-11-14T09:00:00'), NOW, ja)).toBe('11/14(土)');
    expect(formatFull(at('2026-11-14T09:05:00'), NOW, ja)).toBe('11/14(土) 09:05');
  });
});

describe('time left', () => {
  test.each([
    [2, 'あと2日'],
    [1, '明日まで'],
    [0, '今日まで'],
    [-1, '昨日で切れました'],
    [-2, '2日前に切れました'],
  ])('%i days: %s', (days, words) => {
    expect(daysLeftWords(days, ja)).toBe(words);
  });

  test('is an age where RMS shows no date, and unknown where not even that is known', () => {
    expect(timeWords({ daysLeft: null, ageDays: 83 }, ja)).toBe('発行から83日');
    expect(timeWords({ daysLeft: null, ageDays: 0 }, ja)).toBe('今日発行');
    expect(timeWords({ daysLeft: null, ageDays: null }, ja)).toBe('期限の表示なし');
  });
});

describe('states', () => {
  test('更新あり says since when', () => {
    const words = (updateSinceDays: number): string =>
      stateWords({ state: 'updateAvailable', stateText: '利用中 更新あり', updateSinceDays }, ja);
    expect(words(3)).toBe('利用中 更新あり(3日前から)');
    expect(words(0)).toBe('利用中 更新あり(今日から)');
  });

  test('a state that we do not know is shown as RMS wrote it', () => {
    expect(
      stateWords({ state: 'unknown', stateText: '審査中(特例)', updateSinceDays: null }, ja),
    ).toBe('審査中(特例)');
  });

  test('a row without a key says so', () => {
    expect([last4Words('A9FR', ja), last4Words(null, ja)]).toEqual(['末尾 A9FR', 'キーなし']);
  });
});

describe('what to do', () => {
  const words = (over: Parameters<typeof view>[0]): string | null =>
    needWords(view(over), '2026-12-04', ja);

  test('says what, by when, what stops, and the one next step', () => {
    expect(words({ need: 'renewNow', level: 'urgent', daysLeft: 2 })).toBe(
      '12/6(日) 23:59に切れます。切れると、つないだツールの処理が止まります。RMSで新しいライセンスキーを発行してください。',
    );
  });

  test('never says "expired" of a key that only has an age', () => {
    const aged = words({ need: 'renewNow', expiresOn: null, daysLeft: null, ageDays: 83 });
    expect(aged).toContain('発行を確認してから83日');
    expect(aged).not.toContain('切れました');
  });

  test('an expiry that RMS states without a past date names RMS, not a date', () => {
    expect(words({ need: 'expired', state: 'expired', daysLeft: 3 })).toContain('RMSの状態');
    expect(words({ need: 'expired', state: 'expired', daysLeft: -1 })).toContain('12/6(日)');
  });

  test('an application names who applies', () => {
    expect(words({ need: 'approve' })).toContain('株式会社GoQSystemからの申請です');
  });

  test('nothing to do is null', () => {
    expect(words({})).toBeNull();
  });

  test.each(NEEDS)('%s has words in both languages, with nothing left open', (need) => {
    const one = view({ need, conflictOn: '2027-03-01', stateText: '保留' });
    for (const t of [ja, en]) expect(needWords(one, '2026-12-04', t)).not.toMatch(/\$\d|null|^$/);
  });
});

test.each(ERROR_CODES)(
  'the error %s is told in at least two sentences, in both languages',
  (code) => {
    expect(errorWords(code, ja).split('。').length).toBeGreaterThan(2);
    expect(errorWords(code, en).split(/[.;]/).length).toBeGreaterThan(2);
  },
);

test('one is counted as one', () => {
  expect([countWords(1, en), countWords(2, en)]).toEqual(['1 key needs you', '2 keys need you']);
});
