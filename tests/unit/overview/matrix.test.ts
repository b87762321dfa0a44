import { describe, expect, test } from 'vitest';
import { DAY } from '../../../utils/model/time.ts';
import { matricesOf } from '../../../utils/overview/matrix.ts';
import { aShop } from '../renewals/world.ts';

const OLD = { last4: 'OLD1', expiresOn: '2026-12-20' } as const;
const NEW = { last4: 'NEW1', expiresOn: '2027-03-04' } as const;

const matrixOf = (shop: ReturnType<typeof aShop>) =>
  matricesOf(shop.ledger(), [shop.app().shopId], shop.now())[0];

function withTools(...tools: string[]) {
  const shop = aShop();
  shop.read([OLD]);
  for (const tool of tools) shop.tool(tool);
  return shop;
}

describe('tools × keys', () => {
  test('a shop without a tool has no matrix', () => {
    expect(matrixOf(withTools())).toBeUndefined();
  });

  test('a tool of which nothing is known is unknown, in every field that it has', () => {
    const matrix = matrixOf(withTools('tempostar'));
    expect(matrix?.rows.map(({ cells }) => cells)).toEqual([
      [{ kind: 'unknown' }],
      [{ kind: 'unknown' }],
      [{ kind: 'unknown' }],
    ]);
    expect(matrix?.unsure).toHaveLength(3);
  });

  test('a tool on an old key is a time bomb with the last day of that key', () => {
    const shop = withTools('next-engine');
    shop.holds('next-engine', 'OLD1', 'saved');
    expect(matrixOf(shop)?.rows[0]?.bomb).toBeNull();
    shop.read([OLD, NEW]);
    const matrix = matrixOf(shop);
    expect(matrix?.keys.map(({ license, old }) => [license.last4, old])).toEqual([
      ['NEW1', false],
      ['OLD1', true],
    ]);
    expect(matrix?.rows).toMatchObject([
      {
        cells: [{ kind: 'absent' }, { kind: 'holds', level: 'urgent' }],
        bomb: { by: '2026-12-20', ended: false },
      },
    ]);
    shop.later(20 * DAY);
    expect(matrixOf(shop)?.rows).toMatchObject([
      { cells: [{}, { level: 'broken' }], bomb: { ended: true } },
    ]);
  });

  test('a key that RMS no longer lists stays while a tool holds it', () => {
    const shop = withTools('next-engine');
    shop.holds('next-engine', 'OLD1', 'saved');
    shop.read([NEW]);
    shop.read([NEW]);
    expect(matrixOf(shop)?.keys).toHaveLength(2);
    shop.holds('next-engine', 'NEW1', 'saved');
    expect(matrixOf(shop)?.keys).toHaveLength(1);
  });

  test('levels: filled waits, held is unknown until it works, old evidence is to be looked at again', () => {
    const shop = withTools('next-engine');
    const level = () => matrixOf(shop)?.rows[0]?.cells[0];
    shop.holds('next-engine', 'OLD1', 'filled');
    expect(level()).toMatchObject({ level: 'waiting' });
    shop.holds('next-engine', 'OLD1', 'saved');
    expect(level()).toMatchObject({ level: 'unknown' });
    shop.toolTest('next-engine', 'OLD1', true);
    expect(level()).toMatchObject({ level: 'fine', ageDays: 0, stale: false });
    shop.later(14 * DAY);
    expect(level()).toMatchObject({ ageDays: 14 });
    shop.toolTest('next-engine', 'OLD1', false);
    expect(level()).toMatchObject({ level: 'urgent' });
  });

  test('the keys of several apps: a tool takes none of another app', () => {
    const shop = withTools('next-engine');
    const app = { ...shop.app(), id: 'other', name: 'B' };
    const license = { ...shop.license('OLD1'), id: 'l-other', appId: 'other', last4: 'OTHR' };
    const binding = { ...shop.binding('next-engine'), id: 'b-other', appId: 'other' };
    shop.change({ apps: [app], licenses: [license], bindings: [binding] });
    const cells = matrixOf(shop)?.rows.map((row) => row.cells.map(({ kind }) => kind));
    expect(cells).toEqual([
      ['unknown', 'notTaken'],
      ['notTaken', 'unknown'],
    ]);
  });
});
