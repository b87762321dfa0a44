import { describe, expect, test } from 'vitest';
import { CONNECTORS } from '../../../utils/tools/connectors/index.ts';
import { goqsystem } from '../../../utils/tools/connectors/goqsystem.ts';
import { ecStation } from '../../../utils/tools/connectors/ec-station.ts';
import { tempostar } from '../../../utils/tools/connectors/tempostar.ts';
import { matchFields } from '../../../utils/tools/match-fields.ts';
import { lookSpec, recognise } from '../../../utils/tools/recognise.ts';
import { facts, field } from './examples.ts';

const KEY = 'ライセンスキー';
const found = (matches: ReturnType<typeof matchFields>) =>
  Object.fromEntries(matches.map(({ field: kind, part, found: how }) => [part ?? kind, how]));

describe('which field is which', () => {
  test('by label; a hidden twin does not count', () => {
    const secret = field('serviceSecret');
    const key = field('licenseKey');
    const matches = matchFields(ecStation, [secret, key, field('licenseKey', { rendered: false })]);
    expect(matches.map(({ facts: each }) => each?.ref ?? null)).toEqual([
      secret.ref,
      key.ref,
      null,
    ]);
    expect(found(matches)).toEqual({ serviceSecret: 'one', licenseKey: 'one', expiresOn: 'none' });
  });

  test('a hidden one alone is found, so that the refusal can say why', () => {
    const hidden = field('licenseKey', { rendered: false });
    expect(found(matchFields(ecStation, [hidden]))).toMatchObject({ licenseKey: 'one' });
  });

  test('two that fit are many', () => {
    const matches = matchFields(ecStation, [field('licenseKey'), field('ライセンスキー')]);
    expect(found(matches)).toMatchObject({ licenseKey: 'many' });
  });

  test('a name speaks where no words do, and not against words that it does not know', () => {
    const named = field([], { name: 'license_key' });
    expect(found(matchFields(ecStation, [named]))).toMatchObject({ licenseKey: 'one' });
    const other = field('Yahoo!キー', { name: 'license_key' });
    expect(found(matchFields(ecStation, [other]))).toMatchObject({ licenseKey: 'none' });
  });

  test('words and name that contradict make both uncertain', () => {
    const odd = field('licenseKey', { name: 'serviceSecret' });
    expect(found(matchFields(ecStation, [odd]))).toMatchObject({
      licenseKey: 'many',
      serviceSecret: 'many',
    });
  });

  test('a date box takes no key', () => {
    expect(found(matchFields(ecStation, [field('licenseKey', { type: 'date' })]))).toMatchObject({
      licenseKey: 'none',
    });
  });

  test('GoQSystem: traps are never it, whatever else they say', () => {
    const trap = field([
      { text: 'licenceKey', from: 'cell' },
      { text: 'RMS Service Squareライセンスキー', from: 'preceding' },
    ]);
    expect(found(matchFields(goqsystem, [trap, field(KEY), field('serviceSecret')]))).toEqual({
      licenseKey: 'none',
    });
    const right = field('RMS Service Square ライセンスキー ?');
    expect(found(matchFields(goqsystem, [trap, right]))).toEqual({ licenseKey: 'one' });
  });
});

describe('TEMPOSTAR: three fields of one label', () => {
  const KEYS = { stock: '在庫', order: '受注', item: '商品' };
  const match = (fields: Parameters<typeof matchFields>[1]) =>
    found(matchFields(tempostar, fields));

  test.each([
    ['headings', (word: string) => field('licenseKey', { section: `楽天API連携設定（${word}）` })],
    ['rows', (word: string) => field([row(word), row('licenseKey')])],
    ['labels', (word: string) => field(`licenseKey（${word}）`)],
    ['surroundings', (word: string) => field('licenseKey', { near: `${word}API / 楽天設定` })],
  ])('told apart by %s', (_, make) => {
    expect(match(Object.values(KEYS).map(make))).toEqual({
      stock: 'one',
      order: 'one',
      item: 'one',
    });
  });

  test('nothing tells them apart: none is guessed', () => {
    const same = field('licenseKey', { section: '楽天API連携設定（在庫・受注・商品）' });
    expect(match([same, field('licenseKey'), field('licenseKey')])).toEqual({
      stock: 'many',
      order: 'many',
      item: 'many',
    });
  });

  test('the word of a part alone is no key field', () => {
    expect(match([field('在庫'), field('受注')])).toEqual({
      stock: 'none',
      order: 'none',
      item: 'none',
    });
  });

  const row = (text: string) => ({ text, from: 'cell' as const });
});

describe('which tool it is', () => {
  const named = (word: string, where: 'title' | 'heading' | 'text' = 'title') => [{ word, where }];
  const idOf = (page: Parameters<typeof facts>[0], bound: string[] = []) =>
    recognise(facts(page), CONNECTORS, bound)?.connector.id ?? null;

  test('by its name and a field for the key', () => {
    expect(idOf({ words: named('ネクストエンジン'), fields: [field(KEY)] })).toBe('next-engine');
    expect(idOf({ words: named('ECステーション'), fields: [field(KEY)] })).toBe('ec-station');
  });

  test('by its host name, where the page does not say', () => {
    const origin = 'https://main.next-engine.com';
    expect(idOf({ origin, fields: [field(KEY)] })).toBe('next-engine');
  });

  test('not by its name alone, and not by a field alone', () => {
    expect(idOf({ words: named('ネクストエンジン') })).toBeNull();
    expect(idOf({ fields: [field(KEY)] })).toBeNull();
  });

  test('a tool that speaks of another is itself', () => {
    const words = [...named('ECステーション'), ...named('ネクストエンジン', 'text')];
    expect(idOf({ words, fields: [field(KEY)] })).toBe('ec-station');
  });

  test('two that fit equally are none', () => {
    const words = [...named('ECステーション'), ...named('ネクストエンジン')];
    expect(idOf({ words, fields: [field(KEY)] })).toBeNull();
  });

  test('a bound one is recognised also when its screen has changed', () => {
    expect(idOf({}, ['next-engine'])).toBe('next-engine');
  });

  test('the shop’s names come from its own labels only', () => {
    const shops = [
      { label: '店舗URL', text: 'a-slug' },
      { label: '店舗を選択', text: 'aの店' },
      { label: '店舗URL', text: 'a-slug' },
      { label: '店舗の電話番号', text: '03' },
    ];
    const page = facts({ shops, words: named('ネクストエンジン'), fields: [field(KEY)] });
    expect(recognise(page, CONNECTORS, [])?.shopNames).toEqual(['a-slug', 'aの店']);
  });

  test('the page is asked for every connector’s words', () => {
    const { words, shopLabels } = lookSpec(CONNECTORS);
    expect(words).toEqual(
      expect.arrayContaining(['ネクストエンジン', 'GoQSystem', 'ECステーション']),
    );
    expect(shopLabels).toContain('店舗URL');
    expect(new Set(words).size).toBe(words.length);
  });
});
