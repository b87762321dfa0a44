// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepGate } from '../../../../entrypoints/rms-gate/gate.ts';
import type { Page } from '../../../../entrypoints/rms-gate/page.ts';
import { lifeUntil } from './life.ts';

let end: AbortController;
/** Starts the gate on the document as it stands; gives how often the reader was asked for. */
function start(bringReader: () => Promise<void> = () => Promise.resolve()): () => number {
  let asked = 0;
  const page: Page = {
    document,
    t: (key) => key,
    now: () => Date.now(),
    send: (() => Promise.reject(new Error('nothing is sent here'))) as Page['send'],
  };
  keepGate(lifeUntil(end.signal), page, () => {
    asked += 1;
    return bringReader();
  });
  return () => asked;
}
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const say = (text: string): void => document.body.append(document.createTextNode(text));
const notices = (): number => document.querySelectorAll('[data-kagiban="notice"]').length;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
  vi.useRealTimers();
});

test('a page without a word of ours never gets the reader, however it changes', async () => {
  document.body.innerHTML = '<table><tr><td>受注一覧</td></tr></table>';
  const asked = start();
  for (let i = 0; i < 5; i += 1) {
    say('自社開発アプリからのアクセスを許可します');
    await pass(2000);
  }
  expect(asked()).toBe(0);
});

test('a page that holds one gets it at once, and once', async () => {
  document.body.innerHTML = '<h2>アプリ一覧</h2>';
  const asked = start();
  expect(asked()).toBe(1);
  say('ライセンスキー');
  await pass(60_000);
  expect(asked()).toBe(1);
});

test('a word that comes late is seen', async () => {
  const asked = start();
  await pass(5000);
  say('ライセンスキー');
  await pass(2000);
  expect(asked()).toBe(1);
});

test('what changes after a long rest is seen within half a second; nothing runs while it rests', async () => {
  const asked = start();
  await pass(60_000);
  expect(vi.getTimerCount()).toBe(0);
  say('ライセンスキー');
  await pass(500);
  expect(asked()).toBe(1);
});

test('of a page that changes all the time, and says the same, little is looked at', async () => {
  document.body.innerHTML = '<p>受注管理</p><i></i>';
  const looks = vi.spyOn(document.body, 'textContent', 'get');
  start();
  for (let n = 0; n < 600; n += 1) {
    document.querySelector('i')?.replaceWith(document.createElement('i'));
    await pass(100);
  }
  expect(looks.mock.calls.length).toBeLessThan(35);
  looks.mockRestore();
});

test('after a rest it is seen soon, also where the page had changed in vain before', async () => {
  document.body.innerHTML = '<p>受注管理</p><i></i>';
  const asked = start();
  for (let n = 0; n < 100; n += 1) {
    document.querySelector('i')?.replaceWith(document.createElement('i'));
    await pass(100);
  }
  await pass(60_000);
  say('ライセンスキー');
  await pass(500);
  expect(asked()).toBe(1);
});

test('one that was started a second time in a page asks for no reader any more', async () => {
  document.body.innerHTML = '<h2>アプリ一覧</h2>';
  const asked = start(() => Promise.reject(new Error('no worker')));
  await pass(0);
  end.abort();
  await pass(60_000);
  expect(asked()).toBe(1);
});

test('acts of a person do not hasten the next try of a reader that did not come', async () => {
  document.body.innerHTML = '<h2>アプリ一覧</h2>';
  const asked = start(() => Promise.reject(new Error('no worker')));
  for (let n = 0; n < 10; n += 1) {
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await pass(100);
  }
  expect(asked()).toBe(1);
});

test('a login form in place of the list is worth the reader too', () => {
  document.body.innerHTML = '<form><input type="password"></form>';
  expect(start()()).toBe(1);
});

test('a reader that does not come is asked for again; then the page says that it is not read', async () => {
  document.body.innerHTML = '<h2>アプリ一覧</h2>';
  const asked = start(() => Promise.reject(new Error('no worker')));
  await pass(60_000);
  expect(asked()).toBe(5);
  expect(notices()).toBe(1);
});

test('a page that changes is tried again, and the notice goes when the reader has come', async () => {
  document.body.innerHTML = '<h2>アプリ一覧</h2>';
  let works = false;
  start(() => (works ? Promise.resolve() : Promise.reject(new Error('no worker'))));
  await pass(60_000);
  works = true;
  say('更新');
  await pass(10_000);
  expect(notices()).toBe(0);
});

test('a reader that never comes is not asked for all the time by a page that changes all the time', async () => {
  document.body.innerHTML = '<h2>アプリ一覧</h2>';
  const asked = start(() => Promise.reject(new Error('no worker')));
  await pass(60_000);
  const before = asked();
  for (let n = 0; n < 120; n += 1) {
    say(`${n}`);
    await pass(500);
  }
  expect(asked() - before).toBeGreaterThan(1);
  expect(asked() - before).toBeLessThan(8);
});

test('a notice goes with what could not be read', async () => {
  document.body.innerHTML = '<h2>アプリ一覧</h2>';
  start(() => Promise.reject(new Error('no worker')));
  await pass(60_000);
  document.querySelector('h2')?.replaceWith('受注一覧');
  await pass(10_000);
  expect(notices()).toBe(0);
});

test('after the end of the extension nothing is asked and nothing of ours stands in the page', async () => {
  const asked = start(() => Promise.reject(new Error('no worker')));
  end.abort();
  say('ライセンスキー');
  await pass(60_000);
  expect([asked(), notices()]).toEqual([0, 0]);
});

test('what a script left that could not clean up is cleared away', () => {
  document.body.innerHTML = '<p>利用中<span data-kagiban="mark">× 古い</span></p>';
  start();
  expect(document.querySelector('[data-kagiban]')).toBeNull();
});
