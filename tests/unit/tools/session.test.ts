import { describe, expect, test } from 'vitest';
import { DAY } from '../../../utils/model/time.ts';
import { attributeTest } from '../../../utils/tools/attribute.ts';
import type { TestRead } from '../../../utils/tools/page/types.ts';
import { type LastFill, toolSession } from '../../../utils/tools/session.ts';
import { memorySession } from '../vault/memory.ts';
import { look } from './examples.ts';

const fill: LastFill = {
  version: 1,
  tabId: 7,
  connectorId: 'next-engine',
  origin: 'https://main.next-engine.com',
  bindingId: 'binding',
  licenseId: 'license',
  last4: 'A9FR',
  at: 1000,
};

describe('what a look was', () => {
  test('is found by tab and id, in a later life of the worker too', async () => {
    const area = memorySession();
    await toolSession(area, () => 0).saveLook(look());
    const later = toolSession(area, () => 0);
    expect(await later.findLook(7, 'look')).toEqual(look());
    expect(await later.findLook(8, 'look')).toBeNull();
    expect(await later.findLook(7, 'other')).toBeNull();
  });

  test('is replaced by the next look in the tab', async () => {
    const session = toolSession(memorySession(), () => 0);
    await session.saveLook(look());
    await session.saveLook(look({ id: 'second' }));
    expect(await session.findLook(7, 'look')).toBeNull();
    expect(await session.findLook(7, 'second')).not.toBeNull();
  });

  test('that cannot be understood is none', async () => {
    const area = memorySession();
    await area.set('look:7', { ...look(), version: 9 });
    expect(await toolSession(area, () => 0).findLook(7, 'look')).toBeNull();
  });
});

test('the last fill in a tab is remembered for a day, either way of the clock', async () => {
  const area = memorySession();
  await toolSession(area, () => 1000).saveFill(fill);
  expect(await toolSession(area, () => 999 + DAY).findFill(7)).toEqual(fill);
  expect(await toolSession(area, () => 1000 + DAY).findFill(7)).toBeNull();
  expect(await toolSession(area, () => 1000 - DAY).findFill(7)).toBeNull();
});

describe('whose test it was', () => {
  const read: TestRead = { result: 'ok', last4: 'A9FR', filledHere: true, fresh: true };

  test('of the filled key, in its document or in the one that answered', () => {
    expect(attributeTest(read, look(), fill)).toBe('ok');
    expect(attributeTest({ ...read, result: 'failed' }, look(), fill)).toBe('failed');
    expect(attributeTest({ ...read, filledHere: false, fresh: false }, look(), fill)).toBe('ok');
  });

  test.each([
    ['another key in the field', { last4: 'IANT' }, {}],
    ['a masked field', { last4: null }, {}],
    ['an answer from before', { fresh: false }, {}],
    ['another origin', {}, { origin: 'https://other.example' }],
    ['another tool', {}, { connectorId: 'goqsystem' }],
  ] as const)('nobody’s: %s', (_, change, lookChange) => {
    expect(attributeTest({ ...read, ...change }, look(lookChange), fill)).toBe('notRun');
  });

  test('nobody’s: no fill', () => expect(attributeTest(read, look(), null)).toBe('notRun'));
});
