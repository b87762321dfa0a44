import { beforeEach, describe, expect, test } from 'vitest';
import { AppError, errorCodeOf } from '../../../utils/model/errors.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { toolDesk } from '../../../utils/tools/desk.ts';
import type { Known, PagePort } from '../../../utils/tools/desk-types.ts';
import type { FillOrder, PageFacts, TestRead } from '../../../utils/tools/page/types.ts';
import { toolSession } from '../../../utils/tools/session.ts';
import { memorySession } from '../vault/memory.ts';
import { app, binding, carried, facts, field, shop } from './examples.ts';

const ORIGIN = 'https://main.next-engine.com';
const KEY = '123456abcdEFGH0123A9FR';
const keyField = field('ライセンスキー');

let page: PageFacts;
let known: Known;
let orders: FillOrder[];
let opened: string[];
let read: TestRead;

beforeEach(() => {
  page = facts({
    origin: ORIGIN,
    words: [{ word: 'ネクストエンジン', where: 'title' }],
    fields: [keyField],
    shops: [{ label: '店舗名', text: 'aの店' }],
  });
  known = {
    shops: [shop('a')],
    apps: [app('ne')],
    licenses: [],
    bindings: [],
    placements: [],
    customTools: [],
  };
  orders = [];
  opened = [];
  read = { result: 'ok', last4: 'A9FR', filledHere: true, fresh: true };
});

const port: PagePort = {
  look: async () => ({ facts: page, documentId: 'doc' }),
  fill: async (_, order) => {
    orders.push(order);
    return order.steps.map((step) => ({ field: step.field, outcome: 'filled' }));
  },
  readTest: async () => read,
};
function desk(area = memorySession()) {
  let ids = 0;
  return toolDesk({
    page: port,
    session: toolSession(area, () => 5),
    carry: {
      list: async () => [carried()],
      open: async (id) => {
        opened.push(id);
        return { licenseKey: makeSecret(KEY), serviceSecret: null };
      },
    },
    now: () => 5,
    newId: () => `id-${(ids += 1)}`,
  });
}
const wish = (lookId: string, changes = {}) => ({
  tabId: 7,
  lookId,
  carryId: 'carry',
  shopConfirmed: false,
  originConfirmed: true,
  warningsConfirmed: false,
  choices: null,
  ...changes,
});
const codeOf = async (act: Promise<unknown>) => errorCodeOf(await act.catch((error) => error));

describe('the desk', () => {
  test('tells the popup what it sees', async () => {
    expect((await desk().look(7, known)).tool).toEqual({
      lookId: 'id-1',
      connectorId: 'next-engine',
      origin: ORIGIN,
      domain: 'next-engine.com',
      bound: false,
      fields: [{ field: 'licenseKey', label: 'ライセンスキー', found: 'one' }],
      shopOnPage: 'aの店',
      hasTest: false,
      filled: null,
    });
    page = facts({ origin: ORIGIN });
    expect(await desk().look(7, known)).toEqual({ tool: null, pointed: null });
  });

  test('fills with the key, and says what to write down', async () => {
    const at = desk();
    const { tool: seen } = await at.look(7, known);
    const { answer, change } = await at.fillIn(wish(seen?.lookId ?? ''), known);
    expect(answer).toEqual({
      kind: 'done',
      results: [{ field: 'licenseKey', outcome: 'filled' }],
    });
    expect(orders[0]?.steps).toEqual([
      { field: 'licenseKey', ref: keyField.ref, anchors: keyField.anchors, value: KEY },
    ]);
    expect(change).toMatchObject({
      bindings: [{ connectorId: 'next-engine', origin: ORIGIN, shopId: 'a', appId: 'ne' }],
      placements: [{ field: 'licenseKey', holds: { licenseId: 'license', how: 'filled' } }],
    });
    expect(JSON.stringify(change)).not.toContain(KEY);
  });

  test('tells the last fill when the popup is opened again, on that tool only', async () => {
    const at = desk();
    const { tool: seen } = await at.look(7, known);
    const { change } = await at.fillIn(wish(seen?.lookId ?? ''), known);
    const after = { ...known, bindings: change?.bindings ?? [] };
    expect((await at.look(7, after)).tool?.filled).toEqual({
      bindingId: change?.bindings?.[0]?.id,
      last4: carried().last4,
      at: 5,
    });
    expect((await at.look(8, after)).tool?.filled).toBeNull();
  });

  test('opens no key to ask or to refuse', async () => {
    const at = desk();
    const { tool: seen } = await at.look(7, known);
    const asked = await at.fillIn(wish(seen?.lookId ?? '', { originConfirmed: false }), known);
    expect(asked).toEqual({
      answer: { kind: 'ask', originConfirm: true, shopConfirm: false, fields: [], warnings: [] },
      change: null,
    });
    const elsewhere = { ...known, bindings: [binding({ origin: 'https://other.example' })] };
    const refused = await at.fillIn(wish(seen?.lookId ?? ''), elsewhere);
    expect(refused.answer).toEqual({
      kind: 'done',
      results: [{ field: 'licenseKey', outcome: 'wrongOrigin' }],
    });
    expect([opened, orders]).toEqual([[], []]);
  });

  test('does nothing for a look it does not know, or a key that died', async () => {
    const at = desk();
    const { tool: seen } = await at.look(7, known);
    expect(await codeOf(at.fillIn(wish('stale'), known))).toBe('pageGone');
    expect(await codeOf(at.fillIn(wish(seen?.lookId ?? '', { tabId: 8 }), known))).toBe('pageGone');
    expect(await codeOf(at.fillIn(wish(seen?.lookId ?? '', { carryId: 'x' }), known))).toBe(
      'carryGone',
    );
    expect(orders).toEqual([]);
  });

  test('keeps no key in the session area', async () => {
    const area = memorySession();
    const at = desk(area);
    const { tool: seen } = await at.look(7, known);
    await at.fillIn(wish(seen?.lookId ?? ''), known);
    expect(area.dump()).not.toContain(KEY);
  });
});

describe('the tool’s own test', () => {
  test('is read only where the tool has one and a fill came before', async () => {
    const at = desk();
    const { tool: seen } = await at.look(7, known);
    const answer = await at.readTest(7, seen?.lookId ?? '', known);
    expect(answer).toEqual({ answer: { result: 'notRun' }, change: null });
  });

  test('an unreachable page is an error, not a result', async () => {
    const at = desk();
    await at.look(7, known);
    expect(await codeOf(at.readTest(7, 'stale', known))).toBe(new AppError('pageGone').code);
  });
});
