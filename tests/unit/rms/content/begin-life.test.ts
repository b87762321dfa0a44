// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginLife } from '../../../../entrypoints/rms-gate/life.ts';

let alive: boolean;
const begin = () => beginLife(() => alive);

beforeEach(() => {
  vi.useFakeTimers();
  alive = true;
});
afterEach(() => {
  alive = false;
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
});

test('an orphan notices within seconds, ends once and hears nothing more', () => {
  const life = begin();
  const ended = vi.fn();
  const heard = vi.fn();
  life.onInvalidated(ended);
  life.listen(document, 'input', heard);
  document.dispatchEvent(new Event('input'));
  vi.advanceTimersByTime(60_000);
  expect([ended.mock.calls.length, heard.mock.calls.length]).toEqual([0, 1]);

  alive = false;
  vi.advanceTimersByTime(5000);
  expect(life.isInvalid).toBe(true);
  document.dispatchEvent(new Event('input'));
  expect([ended.mock.calls.length, heard.mock.calls.length]).toEqual([1, 1]);
  expect(vi.getTimerCount()).toBe(0);
});

test('asking is enough to notice', () => {
  const life = begin();
  const ended = vi.fn();
  life.onInvalidated(ended);
  alive = false;
  expect(life.isInvalid).toBe(true);
  expect(ended).toHaveBeenCalledOnce();
});

test('what comes after the end ends at once, and nothing is left running', () => {
  const life = begin();
  begin();
  const ended = vi.fn();
  life.onInvalidated(ended);
  expect([ended.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
});

test('a second start in one frame ends the first', () => {
  const [first, second] = [begin(), begin()];
  expect([first.isInvalid, second.isInvalid]).toEqual([true, false]);
});

test('nothing that a page says ends it', () => {
  const life = begin();
  for (const name of ['kagiban', 'wxt:content-script-started', 'id:rms:wxt:content-script-started'])
    document.dispatchEvent(
      new CustomEvent(name, { detail: { contentScriptName: 'rms', messageId: 'x' } }),
    );
  expect(life.isInvalid).toBe(false);
});
