import { describe, expect, test } from 'vitest';
import type { App, License, Shop } from '../../../utils/model/ledger.ts';
import { matchKey, NO_HINT } from '../../../utils/vault/match.ts';

const shop = (id: string, digits: string | null): Shop => ({
  id,
  digits,
  slug: id,
  name: id,
  identified: true,
  namedByPerson: false,
  firstSeenAt: 0,
  lastSeenAt: 0,
});
const app = (id: string, shopId: string, developer: string, name: string): App => ({
  id,
  shopId,
  developer,
  name,
  owner: developer === '店舗様' ? 'shop' : 'vendor',
});
const license = (id: string, shopId: string, appId: string, last4: string): License => ({
  id,
  shopId,
  appId,
  last4,
  expiry: null,
  conflict: null,
  state: 'active',
  stateText: '利用中',
  updateSeenSince: null,
  issuedSeenAt: null,
  firstSeenAt: 0,
  lastSeenAt: 0,
  missedReadings: 0,
  goneAt: null,
});

const known = {
  shops: [shop('one', '111111'), shop('two', '222222')],
  apps: [
    app('own-1', 'one', '店舗様', '自店舗利用'),
    app('own-2', 'two', '店舗様', '自店舗利用'),
    app('goq-1', 'one', '株式会社GoQSystem', 'GoQ System'),
  ],
  licenses: [
    license('k1', 'one', 'own-1', 'A9FR'),
    license('k2', 'two', 'own-2', 'A9FR'),
    license('k3', 'one', 'goq-1', 'IANT'),
  ],
};

describe('whose key it is', () => {
  test('a pasted key with a last four that one key has', () => {
    expect(matchKey(known, NO_HINT, ' abcdefghIANT ')).toEqual({
      keyFacts: {
        last4: 'IANT',
        state: 'active',
        shopDigits: '111111',
        otherShopDigits: ['222222'],
        isOtherApps: false,
      },
      carryFacts: {
        shopId: 'one',
        appId: 'goq-1',
        licenseId: 'k3',
        developer: '株式会社GoQSystem',
        app: 'GoQ System',
      },
    });
  });

  test('a last four that two shops have is nobody’s, until the page says whose', () => {
    expect(matchKey(known, NO_HINT, 'abcdefghA9FR').carryFacts.licenseId).toBeNull();
    const hint = { shopId: 'two', developer: '店舗様', app: '自店舗利用', last4: 'A9FR' };
    expect(matchKey(known, hint, 'abcdefghA9FR').carryFacts.licenseId).toBe('k2');
  });

  test('a new key of a known app: the app is known, the License not yet', () => {
    const hint = { shopId: 'one', developer: '店舗様', app: '自店舗利用', last4: null };
    const { keyFacts, carryFacts } = matchKey(known, hint, 'abcdefghNEW1');
    expect(carryFacts).toMatchObject({ shopId: 'one', appId: 'own-1', licenseId: null });
    expect(keyFacts).toMatchObject({ last4: 'A9FR', state: null });
  });

  test('a gone key is not matched', () => {
    const gone = { ...known, licenses: [{ ...license('k3', 'one', 'goq-1', 'IANT'), goneAt: 5 }] };
    expect(matchKey(gone, NO_HINT, 'abcdefghIANT').carryFacts.licenseId).toBeNull();
  });
});
