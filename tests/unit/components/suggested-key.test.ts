import { expect, test } from 'vitest';
import { suggestedKey } from '../../../entrypoints/popup/suggestedKey.ts';
import type { CarriedInfo } from '../../../utils/model/carry.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';

const TOOL = { connectorId: 'goqsystem', origin: 'https://order.goqsystem.com' };
const key = (id: string, appId: string | null, carriedAt: number): CarriedInfo =>
  ({ id, appId, carriedAt }) as CarriedInfo;
const bound = (appId: string, over: Partial<typeof TOOL> = {}): Ledger =>
  ({ bindings: [{ ...TOOL, ...over, appId }] }) as unknown as Ledger;

test('the key of the app that this tool is bound to comes before a newer one of another app', () => {
  const carried = [key('old', 'goq', 1), key('new', 'own', 2)];
  expect(suggestedKey(carried, TOOL, bound('goq'))?.id).toBe('old');
});

test('a binding of another origin counts for nothing', () => {
  const carried = [key('old', 'goq', 1), key('new', 'own', 2)];
  const elsewhere = bound('goq', { origin: 'https://evil.example' });
  expect(suggestedKey(carried, TOOL, elsewhere)?.id).toBe('new');
});

test('without a binding it is the one carried last; of none there is none', () => {
  expect(suggestedKey([key('a', null, 5), key('b', null, 3)], TOOL, null)?.id).toBe('a');
  expect(suggestedKey([], TOOL, null)).toBeUndefined();
});

test('of a tool that was only named so far, the key of its app comes first', () => {
  const carried = [key('old', 'goq', 1), key('new', 'own', 2)];
  expect(suggestedKey(carried, TOOL, bound('goq', { origin: '' }))?.id).toBe('old');
});
