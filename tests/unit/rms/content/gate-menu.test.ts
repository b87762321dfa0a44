// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://mainmenu.rms.rakuten.co.jp/"}
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepGate } from '../../../../entrypoints/rms-gate/gate.ts';
import type { Page } from '../../../../entrypoints/rms-gate/page.ts';
import { lifeUntil } from './life.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('our own line on the main menu, full of our words, is no reason for the reader', async () => {
  document.body.innerHTML = '<p>受注管理</p>';
  const end = new AbortController();
  let asked = 0;
  const page: Page = {
    document,
    t: (key) => (key === 'mark.hintLink' ? 'アプリ一覧' : 'ライセンスキーの有効期限'),
    now: () => Date.now(),
    send: (() => Promise.resolve({ show: true })) as unknown as Page['send'],
  };
  keepGate(lifeUntil(end.signal), page, () => {
    asked += 1;
    return Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(document.body.textContent).toContain('アプリ一覧');
  expect(asked).toBe(0);
  document.body.append('在庫');
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toBe(0);
  document.body.append('アプリ一覧');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toBe(1);
  end.abort();
});
