import { assert, json, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorCodeOf } from '../../../utils/model/errors.ts';
import type { PointedField } from '../../../utils/model/custom-tool.ts';
import { teach } from '../../../utils/tools/custom.ts';
import { toolsFile } from '../../../utils/tools/custom-file.ts';
import { takeFile } from '../../../utils/tools/take-file.ts';
import { isPointedAt } from '../../../utils/tools/pointed.ts';
import { field } from './examples.ts';

const noted = (changes: Partial<PointedField> = {}): PointedField => ({
  field: 'licenseKey',
  labels: ['楽天キー'],
  name: 'rkey',
  id: 'rkey',
  form: 'settings',
  section: '楽天',
  ...changes,
});
const same = { name: 'rkey', id: 'rkey', form: 'settings', section: '楽天' };

describe('a field that was pointed at', () => {
  test.each([
    ['as it was', {}, true],
    ['with another id and form, as frameworks make them', { id: ':r7:', form: 'f2' }, true],
    ['with another name', { name: 'memo' }, false],
    ['with nothing but its words left', { name: '', id: '', form: '', section: '' }, false],
  ])('is known %s: %j', (_, changes, is) => {
    expect(isPointedAt(noted(), field('楽天キー', { ...same, ...changes }))).toBe(is);
  });

  test('is not known by other words, whatever else agrees', () => {
    expect(isPointedAt(noted(), field('公開メモ', same))).toBe(false);
    expect(isPointedAt(noted(), field([], same))).toBe(false);
  });

  test('one of which nothing was noted is never known', () => {
    const bare = noted({ labels: [], name: '', id: '', form: '', section: '' });
    expect(isPointedAt(bare, field('楽天キー', same))).toBe(false);
  });
});

describe('teaching', () => {
  const lesson = { name: '在庫名人', field: 'licenseKey' as const, origin: 'https://a.example' };

  test('joins the tool of that name there; another origin is another tool', () => {
    const first = teach({ customTools: [] }, { ...lesson, facts: field('楽天キー') }, () => 'a', 1);
    const customTools = first.customTools ?? [];
    const secret = { ...lesson, field: 'serviceSecret' as const, facts: field('秘密', same) };
    const both = teach({ customTools }, secret, () => 'b', 2).customTools;
    expect(both).toMatchObject([{ id: 'a', fields: [{ labels: ['楽天キー'] }, { name: 'rkey' }] }]);
    const elsewhere = { ...secret, origin: 'https://b.example' };
    expect(teach({ customTools }, elsewhere, () => 'b', 2).customTools).toMatchObject([
      { id: 'b' },
    ]);
  });

  test('learns nothing that it could not find again', () => {
    const act = () => teach({ customTools: [] }, { ...lesson, facts: field([]) }, () => 'a', 1);
    expect(act).toThrow('notFound');
  });
});

describe('the file', () => {
  const tool = { id: 'a', name: '在庫名人', fields: [noted()], origins: ['https://a.example'] };
  const file = toolsFile([{ ...tool, createdAt: 1 }]);

  test('goes out and in, without id, address or time', () => {
    expect(file).not.toContain('a.example');
    expect(takeFile(file, () => 'new', 9)).toEqual({
      customTools: [{ ...tool, id: 'new', origins: [], createdAt: 9 }],
    });
  });

  const codeOf = (text: string): string => {
    try {
      takeFile(text, () => 'x', 0);
      return 'taken';
    } catch (error) {
      return errorCodeOf(error);
    }
  };
  const parsed = JSON.parse(file) as { tools: Record<string, unknown>[] };
  const withTool = (changes: object): string =>
    JSON.stringify({ ...parsed, tools: [{ ...parsed.tools[0], ...changes }] });

  test.each([
    ['no JSON', '{'],
    ['another file', '{"kagiban":"keys","version":1,"tools":[]}'],
    ['a host', withTool({ origins: ['https://evil.example'] })],
    ['an id of ours', withTool({ id: 'next-engine' })],
    ['a pattern in place of a text', withTool({ fields: [{ ...noted(), labels: [{ r: '.*' }] }] })],
    ['a field for the shop', withTool({ fields: [{ ...noted(), field: 'shopUrl' }] })],
    ['no field', withTool({ fields: [] })],
    ['no name', withTool({ name: ' ' })],
    ['a million labels', withTool({ fields: [{ ...noted(), labels: Array(41).fill('a') }] })],
    ['too long a file', ' '.repeat(500_001)],
  ])('with %s is refused whole', (_, text) => expect(codeOf(text)).toBe('badFile'));

  test('whatever it says, it says what to do or is refused', () => {
    assert(
      property(json(), (text) => codeOf(text) === 'badFile'),
      { numRuns: 50 },
    );
  });
});
