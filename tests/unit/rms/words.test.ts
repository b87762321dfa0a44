import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { headingKindOf, WORDS, wordOf } from '../../../utils/rms/words.ts';

test('every word stands for its role, and names a fixture that exists', () => {
  for (const { role, words, fixture } of WORDS) {
    expect(existsSync(path.join(import.meta.dirname, 'fixtures', `${fixture}.html`)), fixture).toBe(
      true,
    );
    for (const word of words) expect([word, wordOf(word)?.role]).toEqual([word, role]);
  }
});

test.each([
  ['アプリ登録者<br>(システム開発企業)', null],
  ['アプリ登録者 (システム開発企業)', 'who'],
  ['状　態', 'state'],
  ['有効期限 ▲', 'expires'],
  ['ライセンスキー(末尾4桁)', 'key'],
  ['キーの有効期限', 'expires'],
  ['ﾗｲｾﾝｽｷｰ', 'key'],
  ['アプリURL', null],
  ['アプリ一覧', null],
  ['API名', null],
  ['内容', null],
  ['タイトル', null],
])('%s → %s', (text, role) => expect(wordOf(text)?.role ?? null).toBe(role));

test.each([
  ['2-1 アプリ一覧', 'list'],
  ['アプリ一覧', 'list'],
  ['システムイベント通知サービスアクセス許可設定', 'events'],
  ['ライセンス情報', 'detail'],
  ['アプリ一覧の見方', null],
])('heading %s → %s', (text, kind) => expect(headingKindOf(text)).toBe(kind));
