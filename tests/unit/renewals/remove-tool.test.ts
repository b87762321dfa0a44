import { expect, test } from 'vitest';
import { removeTool, restoreTool } from '../../../utils/renewals/remove-tool.ts';
import { aShop } from './world.ts';

function used() {
  const shop = aShop('shop');
  shop.read([{ last4: 'OLD1', expiresOn: '2026-12-20' }]);
  shop.tool('ec-station');
  shop.holds('ec-station', 'OLD1', 'saved');
  const [binding] = shop.ledger().bindings;
  return { shop, bindingId: binding?.id ?? '' };
}

test('a tool that was taken off is put back as it was, evidence and all', () => {
  const { shop, bindingId } = used();
  const { bindings, placements } = shop.ledger();
  const { change, removed } = removeTool(shop.ledger(), bindingId, shop.now());
  shop.change(change);
  expect([shop.ledger().bindings, shop.ledger().placements]).toEqual([[], []]);
  const stored: unknown = JSON.parse(JSON.stringify(removed));
  const createdAt = shop.now();
  shop.change(restoreTool(shop.ledger(), stored, createdAt));
  // Used from now on: that it was removed before is over for every browser.
  const [binding] = bindings;
  const anew = { ...binding, createdAt };
  expect(shop.ledger()).toMatchObject({ bindings: [anew], placements });
});

test('nothing is put back that was not removed', () => {
  const { shop } = used();
  for (const stored of [undefined, null, {}, { bindings: [], placements: [], renewals: [] }]) {
    expect(() => restoreTool(shop.ledger(), stored, shop.now())).toThrow('notFound');
  }
  expect(() => removeTool(shop.ledger(), 'none', shop.now())).toThrow('notFound');
});

test('nor a tool whose app is gone since', () => {
  const { shop, bindingId } = used();
  const { removed } = removeTool(shop.ledger(), bindingId, shop.now());
  expect(() => restoreTool({ ...shop.ledger(), apps: [] }, removed, shop.now())).toThrow(
    'notFound',
  );
});
