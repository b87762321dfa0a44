import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../utils/model/reading.ts';
import { pageNotes } from '../../../utils/overview/page-notes.ts';
import { aBook, aProblem, aReading, aRow } from '../ledger/make.ts';
import { wordsIn } from '../reminders/say.ts';

const DETAIL: Partial<Reading> = {
  page: 'appDetail',
  licenseCoverage: 'partial',
  licenses: [aRow({ state: 'updateAvailable' })],
  apis: {
    developer: 'Hamee株式会社',
    app: 'ネクストエンジン',
    asks: 'update',
    rows: [
      { name: 'rpay.order.getOrder', about: '注文情報を取得', isNew: false },
      { name: 'itemapi_2.0.items.patch', about: '商品情報を更新', isNew: true },
      { name: 'zebra.stripes', about: 'しまを数える', isNew: true },
    ],
  },
};

function notesOf(over: Partial<Reading>, language: 'ja' | 'en' = 'ja') {
  const book = aBook();
  book.read(over);
  const words = { now: book.now(), t: wordsIn(language), tool: (id: string) => `tool ${id}` };
  return pageNotes(book.ledger(), aReading({ ...over, at: book.now() }), words);
}

describe('beside アプリが利用するAPIリスト', () => {
  test('the added ones in plain words, by kind of data, with RMS’s own warning', () => {
    const [note, ...more] = notesOf(DETAIL);
    expect(more).toEqual([]);
    expect(note).toMatchObject({
      kind: 'apis',
      title: '「アップデートする」を押すと追加されるAPI 2件(RMSの表示による)',
      groups: [
        {
          title: '商品',
          lines: ['【変更】商品の情報の一部を変更する(価格・商品名など)(itemapi_2.0.items.patch)'],
        },
        { title: 'そのほか', lines: ['【不明】しまを数える(zebra.stripes)'] },
      ],
    });
    expect(note?.foot.join()).toMatch(/有効期限が切れることがあります.*これまでの機能は続けて/);
  });

  test('in English', () => {
    const [note] = notesOf(DETAIL, 'en');
    expect(note?.groups[0]).toEqual({
      title: 'Items',
      lines: ['[changes] change parts of items (price, name) (itemapi_2.0.items.patch)'],
    });
  });

  test('nothing is asked: nothing is said', () => {
    const quiet = { ...DETAIL, licenses: [aRow()], apis: { ...DETAIL.apis, asks: null } };
    expect(notesOf(quiet as Partial<Reading>)).toEqual([]);
  });
});

describe('where something could not be read', () => {
  test('what, and since when', () => {
    const [note] = notesOf({ licenses: [aRow({ last4: 'OK12' })], problems: [aProblem()] });
    expect(note).toMatchObject({ kind: 'since', title: expect.stringContaining('2026/12/04(金)') });
    expect(note?.groups[0]?.lines).toEqual([
      'ネクストエンジン A9FR 日付「2027/02/30」を読み取れません',
    ]);
  });
});
