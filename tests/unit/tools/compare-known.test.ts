import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type Fingerprint, sameFingerprint } from '../../../utils/model/fingerprint.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { compareKnown } from '../../../utils/tools/compare-known.ts';
import {
  fingerprintOf,
  fingerprintsOf,
  forgetShopKeys,
  keepShopKey,
  shopKeyId,
} from '../../../utils/vault/fingerprint.ts';
import { aShop } from '../renewals/world.ts';

const mark = (mac: string, hmacKeyId = 'own'): Fingerprint => ({ hmacKeyId, mac });

function used(marks: Record<string, Fingerprint>, held: string) {
  const shop = aShop('shop');
  shop.read([
    { last4: 'OLD1', expiresOn: '2026-12-20' },
    { last4: 'NEW1', expiresOn: '2027-03-04' },
  ]);
  shop.tool('robot-in');
  shop.holds('robot-in', held, 'stated');
  for (const [last4, fingerprint] of Object.entries(marks)) {
    shop.change({ licenses: [{ ...shop.license(last4), fingerprint }] });
  }
  const bindingId = shop.binding('robot-in').id;
  return {
    shop,
    compare: (found: Fingerprint) => {
      const made = compareKnown(
        shop.ledger(),
        { bindingId, found: [mark('own', 'nobody'), found] },
        shop.newId,
        shop.now(),
      );
      shop.change(made.change);
      return made.answer;
    },
  };
}

describe('照合 without the key at hand', () => {
  test('tells which key it is, and that stands in the matrix', () => {
    const { shop, compare } = used({ OLD1: mark('old'), NEW1: mark('new') }, 'OLD1');
    expect(compare(mark('new'))).toEqual({ sight: 'same', last4: 'NEW1' });
    expect(shop.ledger().placements).toMatchObject([
      { holds: { licenseId: shop.license('NEW1').id, how: 'seen', by: 'person' } },
    ]);
  });

  test('certainly not the key that was thought: nothing is known any more', () => {
    const { shop, compare } = used({ OLD1: mark('old') }, 'OLD1');
    expect(compare(mark('else'))).toEqual({ sight: 'unknown', last4: null });
    expect(shop.ledger().placements).toMatchObject([{ holds: null }]);
  });

  test('a mark of another browser says nothing: what was known stays', () => {
    const { shop, compare } = used({ OLD1: mark('old', 'other') }, 'OLD1');
    expect(compare(mark('old'))).toEqual({ sight: 'cannotCompare', last4: null });
    expect(shop.ledger().placements).toMatchObject([{ holds: { how: 'stated' } }]);
  });

  test('a key that was never carried is not known, and says nothing of what was stated', () => {
    const { shop, compare } = used({ NEW1: mark('new') }, 'OLD1');
    expect(compare(mark('else')).sight).toBe('unknown');
    expect(shop.ledger().placements).toMatchObject([{ holds: { how: 'stated' } }]);
  });
});

test('a fingerprint is the same for the same key only, and is not the key', async () => {
  const key = 'SL123456_abcdEFGH0123A9FR';
  const [one, two, other] = await Promise.all(
    [key, key, `${key.slice(0, -1)}S`].map((text) => fingerprintOf(makeSecret(text), null)),
  );
  if (!one || !two || !other) throw new Error('three were asked for');
  expect(sameFingerprint(one, two)).toBe('same');
  expect(sameFingerprint(one, other)).toBe('different');
  expect(sameFingerprint(one, { ...one, hmacKeyId: 'x' })).toBe('cannotCompare');
  expect(JSON.stringify(one)).not.toContain(key.slice(4, 20));
});

test('with the HMAC key of the shop two browsers make the same; without it, each its own', async () => {
  const key = makeSecret('SL123456_abcdEFGH0123A9FR');
  const before = await fingerprintOf(key, 'shop');
  const shared = { id: 'shared', key: `${'A'.repeat(43)}=` };
  await keepShopKey('shop', shared);
  expect(await shopKeyId('shop')).toBe('shared');
  const after = await fingerprintOf(key, 'shop');
  expect(after.hmacKeyId).toBe('shared');
  // The other browser has it under an id of its own.
  await keepShopKey('there', shared);
  expect(await fingerprintOf(key, 'there')).toEqual(after);
  expect(await fingerprintOf(key, 'other shop')).toEqual(before);
  // What was carried before is known as well.
  expect(await fingerprintsOf(key, 'shop')).toEqual([before, after]);
  await forgetShopKeys();
  expect(await shopKeyId('shop')).toBe(null);
  expect(await fingerprintOf(key, 'shop')).toEqual(before);
});
