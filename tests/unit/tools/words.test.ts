import { describe, expect, test } from 'vitest';
import { namesIt, saysOnly, mentioning, mentions } from '../../../utils/tools/words.ts';

const KEY = ['ライセンスキー', 'licenseKey'];

describe('a label says only this', () => {
  test.each([
    'ライセンスキー',
    'ライセンスキー：',
    '※ライセンスキー（必須）',
    'ﾗｲｾﾝｽｷｰ',
    'License Key',
    'ＬｉｃｅｎｓｅＫｅｙ *',
    'ライセンスキー (licenseKey)',
    '楽天 RMS WEB API ライセンスキー',
    'ライセンスキーを入力してください',
  ])('%s', (label) => expect(saysOnly(label, KEY)).toBe(true));

  test.each([
    '',
    'キー',
    '旧ライセンスキー',
    'Yahoo!ライセンスキー',
    'ライセンスキーの有効期限',
    'ライセンスキー名',
    'ライセンスキー / サービスシークレット',
    'RMS Service Squareライセンスキー',
    'licenceKey',
    '必須',
  ])('not: %s', (label) => expect(saysOnly(label, KEY)).toBe(false));

  test('no wording says nothing', () => expect(saysOnly('楽天', [])).toBe(false));
});

test.each([
  ['license_key', true],
  ['rms[licenseKey]', false],
  ['LICENSE-KEY', true],
  ['licenseKey2', false],
  ['', false],
])('the name %s: %s', (name, is) => expect(namesIt(name, ['licenseKey'])).toBe(is));

describe('mentions', () => {
  const says = (text: string, word: string) => mentions(mentioning(text), word);

  test.each([
    ['ARGO 設定', 'ARGO'],
    ['API設定｜ＡＲＧＯ', 'ARGO'],
    ['新EC Stationの設定', 'ECステーション'.replace('ステーション', ' Station')],
    ['main.next-engine.com', 'next-engine'],
    ['次世代 ネクスト エンジン', 'ネクストエンジン'],
    ['TēPs コネクション', 'TēPs'],
    ['SUMAOU! 管理', 'SUMAOU'],
  ])('%s mentions %s', (text, word) => expect(says(text, word)).toBe(true));

  test.each([
    ['cargo', 'ARGO'],
    ['largo 2', 'ARGO'],
    ['crossmall.jp', 'crossma'],
    ['TOOLMAIL', 'Lmail'],
    ['bossanova', 'BOSS'],
    ['何もない', ''],
  ])('%s does not mention %s', (text, word) => expect(says(text, word)).toBe(false));
});
