import { expect, test } from 'vitest';
import { changeWords, subjectWords } from '../../../entrypoints/board/historyWords.ts';
import type { HistoryEntry, Ledger } from '../../../utils/model/ledger.ts';
import { sayIn } from './say.ts';

const t = sayIn('ja');
const entry = (over: Partial<HistoryEntry>): HistoryEntry => ({
  at: 0,
  kind: 'stateChanged',
  shopId: 's1',
  subjectId: null,
  detail: {},
  ...over,
});
const LEDGER = {
  shops: [{ id: 's1', name: '店舗A', slug: null, digits: '123456' }],
  apps: [{ id: 'a1', name: 'GoQ System' }],
  licenses: [{ id: 'l1', appId: 'a1', last4: 'IANT' }],
  events: [{ id: 'e1', company: 'GoQ', service: '受注情報通知' }],
} as unknown as Ledger;

test('a change is told in words, not in our own names', () => {
  expect(
    changeWords(entry({ detail: { from: 'active', to: 'expired' } }), { customTools: [] }, t),
  ).toBe('利用中 → 有効期限切れ');
  expect(
    changeWords(entry({ detail: { from: null, to: '2026-12-06' } }), { customTools: [] }, t),
  ).toBe('– → 2026/12/06(日)');
  expect(changeWords(entry({}), { customTools: [] }, t)).toBe('');
});

test('an entry names what it is about, whatever kind of record that is', () => {
  const named = (subjectId: string | null): string => subjectWords(entry({ subjectId }), LEDGER);
  expect(named('l1')).toBe('GoQ System IANT');
  expect(named('a1')).toBe('GoQ System');
  expect(named('e1')).toBe('GoQ 受注情報通知');
  expect(named('s1')).toBe('店舗A');
  expect(named('gone')).toBe('店舗A');
});

test.each([
  [
    'conflictConfirmed',
    { from: '2026-12-06', to: '2027-03-06', accepted: 0 },
    '2026/12/06(日)のままにする',
  ],
  [
    'conflictConfirmed',
    { from: '2026-12-06', to: '2027-03-06', accepted: 1 },
    '2027/03/06(土)が正しい',
  ],
  [
    'toolTest',
    { tool: 'ec-station', origin: 'https://x.example', ok: 1 },
    'ECステーション ツールの認証テストは成功しています。',
  ],
  [
    'filled',
    { tool: 'goqsystem', licenseKey: 'filled' },
    'GoQSystem ライセンスキー: 入力しました。保存はまだです。',
  ],
  ['keyTest', { verdict: 'valid' }, '使えます'],
  ['notified', { channel: 'notification', count: 2, reasons: 'expiring', attempts: 1 }, '2件'],
  ['pageUnreadable', { page: 'appList' }, 'アプリ一覧'],
] as const)('%s tells its evidence: %j', (kind, detail, words) => {
  expect(changeWords(entry({ kind, detail: { ...detail } }), { customTools: [] }, t)).toBe(words);
});
