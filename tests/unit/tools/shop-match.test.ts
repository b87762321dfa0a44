import { describe, expect, test } from 'vitest';
import { matchShop } from '../../../utils/tools/shop-match.ts';
import { binding, shop } from './examples.ts';

const shops = [
  shop('a', { digits: '111111', slug: 'sample', name: 'サンプル商店' }),
  shop('b', { digits: '222222', slug: 'sample-shop', name: 'よその商店' }),
];
const match = (names: string[], bindings = [] as ReturnType<typeof binding>[], shopId = 'a') =>
  matchShop({ names, shopId, shops, bindings });

describe('the shop on the tool’s page', () => {
  test.each([
    'sample',
    'SAMPLE',
    'サンプル商店',
    'ｻﾝﾌﾟﾙ商店',
    'サンプル商店（sample）',
    '3: サンプル商店(楽天)',
    '【楽天】サンプル商店',
    'https://www.rakuten.co.jp/sample/',
    'www.rakuten.ne.jp/gold/sample/',
    '111111',
  ])('%s is ours', (name) => expect(match([name])).toBe('same'));

  test.each([
    'sample-shop',
    'よその商店',
    '222222',
    'https://www.rakuten.co.jp/sample-shop/',
    '1: よその商店 (sample-shop)',
  ])('%s is another', (name) => expect(match([name])).toBe('other'));

  test.each(['sample 2', 'サンプル商店 本店', '楽天1号店', 'example'])(
    '%s could be anybody’s',
    (name) => expect(match([name])).toBe('unknown'),
  );

  test('no name: the person has to say', () => expect(match([])).toBe('unnamed'));

  test('two that differ are another shop’s page', () => {
    expect(match(['サンプル商店', 'sample-shop'])).toBe('other');
    expect(match(['サンプル商店', '楽天1号店'])).toBe('same');
  });

  test('a name that two of our shops have says nothing', () => {
    const twins = [shop('a', { name: '双子' }), shop('b', { name: '双子' })];
    const question = { names: ['双子'], shopId: 'a', shops: twins, bindings: [] };
    expect(matchShop(question)).toBe('unknown');
    expect(matchShop({ ...question, names: ['双子', 'b-slug'] })).toBe('other');
  });

  test('what a person confirmed is the shop’s name on this tool', () => {
    const ours = binding({ shopOnTool: '楽天1号店' });
    const theirs = binding({ id: 'x', shopId: 'b', shopOnTool: '楽天2号店' });
    expect(match(['楽天1号店'], [ours])).toBe('same');
    expect(match(['楽天2号店'], [theirs])).toBe('other');
    expect(match(['楽天3号店'], [ours])).toBe('other');
    expect(match(['楽天3号店'], [theirs])).toBe('unknown');
  });

  test('a key of nobody we know is left to the person', () => {
    expect(matchShop({ names: ['サンプル商店'], shopId: null, shops, bindings: [] })).toBe(
      'unknown',
    );
  });
});
