import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import type { Say } from '../../../utils/model/say.ts';
import { applyChange } from '../../../utils/ledger/apply.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { plainText } from '../../../utils/reminders/plain.ts';
import { noticeText } from '../../../utils/reminders/words.ts';
import { aLedger, aPlace, aLicense, anApp, aShop, at } from './make.ts';
import { wordsIn } from './say.ts';

const ja = wordsIn('ja');
const en = wordsIn('en');

function noticeOf(ledger: Ledger, now: number, t: Say = ja) {
  const after = applyChange(ledger, planChange(ledger, now, aPlace()));
  return noticeText(after.deliveries[0] as Delivery, after, now, t);
}

const readOn = (day: string) => ({
  id: 'shop:appList',
  shopId: 'shop',
  page: 'appList' as const,
  pageClass: 'keys' as const,
  since: at(day),
  at: at(day),
  readAt: at(day),
  problems: [],
});

describe('one reason', () => {
  test('names shop, app, date with weekday, days left, what stops and the next step', () => {
    expect(noticeOf(aLedger(), at('2026-12-03T10:00'))).toEqual({
      title: '店舗A: GoQSystem のキー あと3日',
      message:
        'GoQSystem(末尾 IANT) のライセンスキーは 2026/12/06(日) に切れます(あと3日)。' +
        '切れると受注の取り込みなどが止まります。→ RMSのアプリ一覧の「詳細」から、新しいキーを発行してください。',
    });
    expect(noticeOf(aLedger(), at('2026-12-03T10:00'), en)).toEqual({
      title: '店舗A: GoQSystem key: 3 days left',
      message:
        'The license key of GoQSystem (ending in IANT) ends on 2026/12/06 (Sun) (3 days left). ' +
        'After that, orders and other data stop arriving. Issue a new key in RMS, under 詳細 in アプリ一覧.',
    });
  });

  test('the last day is 今日まで, never あと0日', () => {
    expect(noticeOf(aLedger(), at('2026-12-06T10:00')).title).toBe(
      '店舗A: GoQSystem のキー 今日まで',
    );
    expect(noticeOf(aLedger(), at('2026-12-05T10:00')).title).toBe(
      '店舗A: GoQSystem のキー 明日まで',
    );
  });

  test('after it, orders may have stopped', () => {
    const { title, message } = noticeOf(aLedger(), at('2026-12-07T10:00'));
    expect(title).toBe('店舗A: GoQSystem のキーの期限切れ');
    expect(message).toContain('2026/12/06(日) に切れました');
    expect(message).toContain('受注の取り込みが止まっている恐れがあります');
  });

  test('an application is approved only by those who know of it', () => {
    const license = aLicense({ state: 'awaitingApproval', last4: null, expiry: null });
    expect(noticeOf(aLedger({ licenses: [license] }), at('2026-12-07T10:00')).message).toBe(
      '株式会社GoQSystemからの申請です。→ 心当たりがある場合だけ承認してください。',
    );
  });

  test('without a date it is worded as age', () => {
    const license = aLicense({ expiry: null, issuedSeenAt: at('2026-09-01T10:00') });
    const { message } = noticeOf(aLedger({ licenses: [license] }), at('2026-11-23T10:00'));
    expect(message).toContain('発行を確認した日から83日です。有効期限はRMSに表示されていません');
    expect(message).not.toContain('切れ');
  });

  test('an old reading says so', () => {
    const now = at('2026-12-03T10:00');
    const fresh = noticeOf(aLedger({ pages: [readOn('2026-12-01T10:00')] }), now);
    expect(fresh.message).not.toContain('最後に読んだ');
    const old = noticeOf(aLedger({ pages: [readOn('2026-11-02T10:00')] }), now);
    expect(old.message).toContain('RMSを最後に読んだのは2026/11/02(月)です');
  });

  test('a shop nobody has named is said to be so', () => {
    const shop = aShop({ name: null, slug: null, digits: null, identified: false });
    const { title } = noticeOf(aLedger({ shops: [shop] }), at('2026-12-03T10:00'));
    expect(title).toMatch(/^店舗未確認: /);
  });
});

describe('several', () => {
  const app = (n: number) => anApp({ id: `app${n}`, name: `アプリ${n}` });
  const key = (n: number, on: `2026-${number}-${number}`) =>
    aLicense({ id: `l${n}`, appId: `app${n}`, last4: `AAA${n}`, expiry: { on, basis: 'page' } });

  test('most urgent first, the rest counted, the step of the first', () => {
    const ledger = aLedger({
      apps: [1, 2, 3, 4, 5, 6].map(app),
      licenses: [
        key(1, '2026-12-30'),
        key(2, '2026-12-05'),
        key(3, '2026-12-01'),
        key(4, '2026-12-04'),
        key(5, '2026-12-17'),
        { ...key(6, '2026-12-30'), state: 'awaitingApproval' },
      ],
    });
    const notice = noticeOf(ledger, at('2026-12-04T10:00'));
    expect(notice.title).toBe('店舗A: 対応が必要なキー・ページ 6件');
    expect(notice.message.split('\n')).toEqual([
      '・アプリ3 のキーの期限切れ',
      '・アプリ4 のキー 今日まで',
      '・アプリ2 のキー 明日まで',
      'ほか3件',
      'RMSで新しいキーを発行し、連携ツールに入力してください。',
    ]);
  });
});

describe('text of a page', () => {
  test('cannot turn, hide or stretch the words around it', () => {
    const license = aLicense();
    const name = `${'長'.repeat(300)}`;
    const app = anApp({ name: `悪\u202Eい\u0007名\n前${name}` });
    const { title, message } = noticeOf(
      aLedger({ apps: [app], licenses: [license] }),
      at('2026-12-03T10:00'),
    );
    for (const sign of ['\u202E', '\u0007', '\n']) expect(title + message).not.toContain(sign);
    expect(message.length).toBeLessThan(200);
  });

  test('a key in a name is not shown', () => {
    const key = 'SL123456_AbCdEfGh12345678';
    expect(plainText(`アプリ ${key}`, 80)).not.toContain('AbCdEfGh');
  });

  test('is cut between characters', () => {
    expect(plainText('𠮷𠮷𠮷𠮷', 3)).toBe('𠮷𠮷…');
  });
});
