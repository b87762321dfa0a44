import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Policy } from '../../../utils/model/notice.ts';
import { DEFAULT_POLICY } from '../../../utils/reminders/policy.ts';
import { isShared } from '../../../utils/reminders/shared-policy.ts';
import { aLedger } from '../reminders/make.ts';
import { pageAround } from './page.ts';

const { root, sent, answers } = pageAround();
const { Rules } = await import('../../../entrypoints/board/settings/rules/Rules.tsx');

const STOCK = { from: '2026-11-10', to: '2026-11-10', name: '棚卸し' } as const;

beforeEach(() => {
  sent.length = 0;
  answers.set('policy.set', { ok: true, value: {} });
});
afterEach(() => render(null, root));

const show = (policy: Policy, shared = true) =>
  act(() => render(<Rules policy={policy} group={null} grouped={false} shared={shared} />, root));
const shownDays = () => [...root.querySelectorAll('[data-kagiban="span"]')].length;
const digest = () => root.querySelectorAll<HTMLInputElement>('input[type="time"]')[2];
const type = (at: string) =>
  act(() => {
    const field = digest();
    if (!field) throw new Error('no hour of the digest');
    field.value = at;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const save = () =>
  act(async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((done) => setTimeout(done));
  });

test('what a colleague sets while the form is open is shown, and not written over', async () => {
  await show(DEFAULT_POLICY);
  await type('11:00');
  await show({ ...DEFAULT_POLICY, closed: [STOCK] });
  expect([shownDays(), digest()?.value]).toEqual([1, '11:00']);
  await save();
  expect(sent).toMatchObject([
    { command: 'policy.set', payload: { closed: [STOCK], digestAt: 660, group: null } },
  ]);
  // Saved: from then on the ledger's word is shown, also for what was touched.
  await show({ ...DEFAULT_POLICY, closed: [STOCK], digestAt: 660 });
  await show({ ...DEFAULT_POLICY, digestAt: 720 });
  expect([shownDays(), digest()?.value]).toEqual([0, '12:00']);
});

test('what is touched while it is saved is not said to be saved, and is kept', async () => {
  const says = () => root.querySelector('.rules form > :last-child')?.textContent ?? '';
  await show(DEFAULT_POLICY);
  await type('11:00');
  const saving = save();
  await type('12:00');
  await saving;
  expect(says()).not.toContain('保存しました');
  expect(digest()?.value).toBe('12:00');
  await save();
  expect(says()).toContain('保存しました');
  expect(digest()?.value).toBe('12:00');
});

test('it says so where colleagues go by the same', async () => {
  const line = () => root.querySelector('[data-kagiban="rules-shared"]')?.textContent ?? null;
  await show(DEFAULT_POLICY);
  expect(line()).toContain('コンパニオンにつないでいるすべてのブラウザ');
  await show(DEFAULT_POLICY, false);
  expect(line()).toBe(null);
});

test('colleagues go by the rules of shops for which the companion speaks', () => {
  const group = { ...DEFAULT_POLICY, id: 'g', shopIds: ['1'] };
  const ledger = aLedger({ policies: [group] });
  const speaking = (...companionSpeaksFor: string[]) => ({
    ...ledger,
    meta: { ...ledger.meta, companionSpeaksFor },
  });
  expect(isShared(ledger, DEFAULT_POLICY)).toBe(false);
  expect(isShared(speaking('1'), DEFAULT_POLICY)).toBe(false);
  expect(isShared(speaking('1'), group)).toBe(true);
  expect(isShared(speaking('2'), DEFAULT_POLICY)).toBe(true);
});
