import { expect, test, vi } from 'vitest';
import { pageAround } from './page.ts';

const around = pageAround();
const { askAgain } = await import('../../../components/background.ts');

const answer = { ok: true, value: { kind: 'other' } };

test('a look whose worker died is asked again; a refusal is not', async () => {
  const looks = () => around.sent.filter(({ command }) => command === 'page.look').length;
  const later = Promise.resolve().then(() => around.answers.set('page.look', answer));
  expect(await askAgain('page.look', { tabId: 1 })).toEqual(answer.value);
  await later;
  expect(looks()).toBeGreaterThanOrEqual(1);

  around.sent.length = 0;
  around.answers.delete('page.look');
  await expect(askAgain('page.look', { tabId: 1 })).rejects.toThrow('unexpected');
  expect(looks()).toBe(3);

  around.sent.length = 0;
  around.answers.set('page.look', { ok: false, error: 'noPage' });
  await expect(askAgain('page.look', { tabId: 1 })).rejects.toThrow('noPage');
  expect(looks()).toBe(1);
});

test('a look that is never answered ends, and says so', async () => {
  vi.useFakeTimers();
  around.answers.set('status', new Promise(() => {}));
  const asked = expect(askAgain('status', {})).rejects.toThrow('noAnswer');
  await vi.advanceTimersByTimeAsync(35_000);
  await asked;
  vi.useRealTimers();
});
