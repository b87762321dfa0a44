import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageAround } from './page.ts';

const around = pageAround();
const { root, sent, answers } = around;
const { KeyButton } = await import('../../../components/KeyButton.tsx');
const { PasteBox } = await import('../../../entrypoints/popup/PasteBox.tsx');

const KEY = 'SL123456_Abcdefgh12345678';
const settle = (): Promise<void> => act(async () => void (await Promise.resolve()));

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
});
afterEach(() => {
  render(null, root);
  vi.useRealTimers();
});

describe('a button that moves a key', () => {
  const show = (): { button: HTMLButtonElement; pressed: () => number } => {
    let count = 0;
    const press = (): void => void (count += 1);
    void act(() =>
      render(
        <KeyButton moves="fill" data={{ 'data-tool': 'goqsystem' }} onPress={press}>
          入力する
        </KeyButton>,
        root,
      ),
    );
    const button = root.querySelector('button');
    if (!button) throw new Error('no button');
    return { button, pressed: () => count };
  };

  test('does nothing for a moment after it appeared, and says so', () => {
    const { button, pressed } = show();
    button.click();
    expect(pressed()).toBe(0);
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  test('is ready 500 ms after opening', () => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const { button, pressed } = show();
    void act(() => void vi.advanceTimersByTime(499));
    button.click();
    expect(pressed()).toBe(0);
    void act(() => void vi.advanceTimersByTime(1));
    button.click();
    expect(pressed()).toBe(1);
  });

  test('one that appears later still waits, so that no double click presses it', () => {
    vi.spyOn(performance, 'now').mockReturnValue(60_000);
    const { button, pressed } = show();
    void act(() => void vi.advanceTimersByTime(299));
    button.click();
    expect(pressed()).toBe(0);
    void act(() => void vi.advanceTimersByTime(1));
    button.click();
    expect(pressed()).toBe(1);
  });

  test('carries the outside contract', () => {
    expect({ ...show().button.dataset }).toEqual({ kagiban: 'fill', tool: 'goqsystem' });
  });
});

describe('a pasted key', () => {
  const submit = async (): Promise<HTMLInputElement> => {
    void act(() => render(<PasteBox open refresh={() => undefined} />, root));
    const [key] = root.querySelectorAll('input');
    const form = root.querySelector('form');
    if (!key || !form) throw new Error('no form');
    key.value = KEY;
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await settle();
    return key;
  };

  test('is sent once, and stays neither in the field nor anywhere in the page', async () => {
    answers.set('carry.paste', { ok: true, value: {} });
    const key = await submit();
    expect(sent.map(({ command, payload }) => [command, payload])).toEqual([
      ['carry.paste', { licenseKey: KEY, serviceSecret: null }],
    ]);
    expect(key.value).toBe('');
    expect(key.type).toBe('password');
    expect(document.documentElement.outerHTML).not.toContain(KEY);
  });

  test('stays nowhere when it is refused either, and the refusal is told', async () => {
    answers.set('carry.paste', { ok: false, error: 'keyNotFound' });
    const key = await submit();
    await settle();
    expect(key.value).toBe('');
    expect(root.querySelector('[data-error]')?.getAttribute('data-error')).toBe('keyNotFound');
    expect(document.documentElement.outerHTML).not.toContain(KEY);
  });
});
