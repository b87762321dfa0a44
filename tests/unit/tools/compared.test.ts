import { describe, expect, test } from 'vitest';
import { recordCompared } from '../../../utils/tools/compared.ts';
import type { Comparison } from '../../../utils/vault/compare.ts';
import { aShop } from '../renewals/world.ts';

/** A shop with two keys; `NEW1` is compared with what was copied out of the tool. */
function compared(comparison: Comparison, held: string | null, part = 'licenseKey' as const) {
  const shop = aShop('shop');
  shop.read([
    { last4: 'OLD1', expiresOn: '2026-12-20' },
    { last4: 'NEW1', expiresOn: '2027-03-04' },
  ]);
  if (held) {
    shop.tool('robot-in');
    shop.holds('robot-in', held, 'stated');
  }
  const { id: licenseId, appId, shopId } = shop.license('NEW1');
  const info = { shopId, appId, licenseId };
  const said = { connectorId: 'robot-in', info, part, comparison };
  shop.change(recordCompared(shop.ledger(), said, shop.newId, shop.now()));
  return { shop, licenseId };
}

describe('照合 in a tool', () => {
  test('the same key: the tool holds it, seen by a person', () => {
    for (const held of [null, 'OLD1']) {
      const { shop, licenseId } = compared('same', held);
      expect(shop.ledger().placements).toMatchObject([
        { field: 'licenseKey', holds: { licenseId, how: 'seen', by: 'person' } },
      ]);
      expect(shop.ledger().bindings).toHaveLength(1);
    }
  });

  test('another key where this one was said to be: nothing is known any more', () => {
    for (const word of ['other', 'cut', 'spaced'] as const) {
      expect(compared(word, 'NEW1').shop.ledger().placements).toMatchObject([{ holds: null }]);
    }
  });

  test('another key where another was said to be, or no key at all: nothing changes', () => {
    for (const [word, held] of [
      ['other', 'OLD1'],
      ['notKey', 'NEW1'],
      ['otherHalf', 'NEW1'],
    ] as const) {
      const { shop } = compared(word, held);
      const { id: licenseId } = shop.license(held);
      expect(shop.ledger().placements).toMatchObject([{ holds: { licenseId, how: 'stated' } }]);
    }
    expect(compared('other', null).shop.ledger().bindings).toEqual([]);
  });

  test('a key that the ledger does not know says nothing', () => {
    const shop = aShop('shop');
    shop.read([{ last4: 'NEW1', expiresOn: '2027-03-04' }]);
    const info = { shopId: null, appId: null, licenseId: null };
    const said = { connectorId: 'robot-in', info, part: 'licenseKey', comparison: 'same' } as const;
    expect(recordCompared(shop.ledger(), said, shop.newId, shop.now())).toEqual({});
  });
});
