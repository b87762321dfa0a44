import { describe, expect, test } from 'vitest';
import { connectorOf } from '../../../utils/tools/connectors/index.ts';
import type { HeldRead } from '../../../utils/tools/page/types.ts';
import { seeKeys } from '../../../utils/tools/see-key.ts';
import type { Look } from '../../../utils/tools/session.ts';
import { recordSeenWorking, recordTool } from '../../../utils/tools/statements.ts';
import { aShop } from '../renewals/world.ts';

const KEYS = [
  { last4: 'OLD1', expiresOn: '2026-12-20' },
  { last4: 'NEW1', expiresOn: '2027-03-04' },
] as const;

const connector = connectorOf('ec-station') ?? { id: '' };

function look(over: Partial<Look> = {}): Look {
  return {
    version: 1,
    id: 'look',
    tabId: 1,
    documentId: null,
    token: 't',
    connectorId: 'ec-station',
    origin: 'https://ec-station.example',
    path: '/settings',
    fields: [],
    shopNames: [],
    shops: [],
    at: 0,
    ...over,
  };
}

/** A shop app with two keys, and what a page's licenseKey field came with. */
function seeing(read: HeldRead, over: Partial<Look> = {}, withTool = true) {
  const shop = aShop('shop');
  shop.read([...KEYS]);
  if (withTool) {
    shop.tool('ec-station');
    shop.holds('ec-station', 'OLD1', 'saved');
  }
  const fields = [{ name: { field: 'licenseKey' as const }, read }];
  const page = { look: look(over), connector: connector as never, fields };
  const { answer, change } = seeKeys(shop.ledger(), { page, newId: shop.newId, now: shop.now() });
  shop.change(change);
  return { shop, answer, change };
}
const key = (last4: string): HeldRead => ({ is: 'key', last4 });

describe('いま入っているキーを確かめる', () => {
  test('a key that we know is laid to its license', () => {
    const { shop, answer } = seeing(key('NEW1'));
    expect(answer).toEqual([{ field: 'licenseKey', sight: 'seen', last4: 'NEW1' }]);
    expect(shop.ledger().placements).toMatchObject([
      { holds: { licenseId: shop.license('NEW1').id, how: 'seen', by: 'page' } },
    ]);
  });

  test('a key that we do not know takes away what was known', () => {
    const { shop, answer } = seeing(key('ZZZZ'));
    expect(answer).toMatchObject([{ sight: 'unknownKey' }]);
    expect(shop.ledger().placements).toMatchObject([{ holds: null }]);
  });

  test.each(['empty', 'masked', 'unsaved', 'gone'] as const)('%s says nothing', (is) => {
    const { answer, change } = seeing({ is, last4: null });
    expect(answer).toMatchObject([{ sight: is, last4: null }]);
    expect(change).toEqual({});
  });

  test('the first time, the tool is named without binding it to the page’s address', () => {
    const { shop } = seeing(key('OLD1'), { origin: 'https://look-alike.example' }, false);
    expect(shop.ledger().bindings).toMatchObject([{ connectorId: 'ec-station', origin: '' }]);
    expect(shop.ledger().placements).toMatchObject([{ holds: { how: 'seen' } }]);
  });

  test('a page of another shop is not taken for ours', () => {
    const shop = aShop('shop');
    shop.read([...KEYS]);
    const other = {
      ...shop.ledger().shops[0],
      id: 's2',
      name: '別の店',
      slug: 'betsu',
      digits: null,
    };
    shop.change({ shops: [other as never] });
    const fields = [{ name: { field: 'licenseKey' as const }, read: key('OLD1') }];
    const page = { look: look({ shopNames: ['別の店'] }), connector: connector as never, fields };
    const { answer, change } = seeKeys(shop.ledger(), { page, newId: shop.newId, now: 0 });
    expect(answer).toMatchObject([{ sight: 'otherShop' }]);
    expect(change.placements).toBeUndefined();
  });
});

describe('what a person says of a tool', () => {
  test('a tool named twice is one; a key of another app is refused', () => {
    const { shop } = seeing(key('OLD1'));
    const tool = { appId: shop.app().id, connectorId: 'ec-station', licenseId: null };
    expect(recordTool(shop.ledger(), tool, shop.newId, 0)).toEqual({});
    expect(() => recordTool(shop.ledger(), { ...tool, appId: 'x' }, shop.newId, 0)).toThrowError(
      'notFound',
    );
  });

  test('that it works is laid to the key that it holds', () => {
    const { shop } = seeing(key('NEW1'));
    const bindingId = shop.binding('ec-station').id;
    shop.change(recordSeenWorking(shop.ledger(), { bindingId, ok: true }, shop.now()));
    expect(shop.ledger().placements).toMatchObject([
      { works: { licenseId: shop.license('NEW1').id, by: 'person', ok: true } },
    ]);
  });
});
