import { describe, expect, test } from 'vitest';
import { closeWithReason, noteRenewal } from '../../../utils/renewals/end.ts';
import { openRenewal } from '../../../utils/renewals/begin.ts';
import { DAY, MINUTE } from '../../../utils/model/time.ts';
import { aShop } from './world.ts';

const OLD = { last4: 'OLD1', expiresOn: '2026-12-06' } as const;
const NEW = { last4: 'NEW1', expiresOn: '2027-03-04' } as const;

/** A shop whose tools are on the old key, and a run begun for it. */
function begun(tools = ['ec-station'], owner: 'shop' | 'vendor' = 'shop') {
  const shop = aShop(owner);
  shop.read([OLD]);
  for (const tool of tools) {
    shop.tool(tool);
    shop.holds(tool, 'OLD1', 'saved');
  }
  const licenseId = shop.license('OLD1').id;
  const wish = { appId: shop.app().id, kind: 'issue', licenseId, openedBy: 'reminder' } as const;
  shop.change(openRenewal(shop.ledger(), wish, shop.newId, shop.now()));
  return shop;
}

describe('a run, step by step', () => {
  test('from issuing to the end of the old key', () => {
    const shop = begun();
    expect(shop.next()).toMatchObject({ do: 'issue', license: null });
    shop.read([OLD, NEW]);
    expect(shop.next()).toMatchObject({ do: 'carry', license: { last4: 'NEW1' } });
    expect(shop.next(['NEW1'])).toMatchObject({
      do: 'fill',
      binding: { connectorId: 'ec-station' },
    });
    shop.holds('ec-station', 'NEW1', 'filled');
    expect(shop.next()).toMatchObject({ do: 'save', notes: ['testBeforeSave'] });
    shop.toolTest('ec-station', 'NEW1', true);
    shop.holds('ec-station', 'NEW1', 'saved');
    expect(shop.next()).toMatchObject({
      do: 'watchOld',
      license: { last4: 'OLD1' },
      on: '2026-12-06',
    });
    expect(shop.open()).toHaveLength(1);
    shop.later(4 * DAY);
    expect(shop.runs()).toMatchObject([{ closed: { how: 'done', by: 'kagiban' } }]);
    expect(shop.next()).toBeNull();
  });

  test('the old key that left two complete lists ends it too', () => {
    const shop = begun();
    shop.read([OLD, NEW]);
    shop.holds('ec-station', 'NEW1', 'saved');
    shop.toolTest('ec-station', 'NEW1', true);
    shop.read([NEW]);
    expect(shop.open()).toHaveLength(1);
    shop.read([NEW], false);
    expect(shop.open()).toHaveLength(1);
    shop.read([NEW]);
    expect(shop.open()).toHaveLength(0);
  });

  test('one forgotten tool keeps it open though the old key has ended', () => {
    const shop = begun(['ec-station', 'next-engine']);
    shop.read([OLD, NEW]);
    shop.holds('ec-station', 'NEW1', 'saved');
    shop.toolTest('ec-station', 'NEW1', true);
    shop.later(30 * DAY);
    expect(shop.next(['NEW1'])).toMatchObject({
      do: 'fill',
      binding: { connectorId: 'next-engine' },
    });
  });

  test('a tool of which nothing is known keeps it open', () => {
    const shop = begun();
    shop.tool('next-engine');
    shop.read([OLD, NEW]);
    shop.holds('ec-station', 'NEW1', 'saved');
    shop.toolTest('ec-station', 'NEW1', true);
    shop.later(30 * DAY);
    expect(shop.open()).toHaveLength(1);
  });

  test('without a tool nothing is proved, and a person says how it ends', () => {
    const shop = begun([]);
    shop.read([OLD, NEW]);
    shop.later(30 * DAY);
    expect(shop.next()).toMatchObject({ do: 'addTool' });
    const [run] = shop.open();
    const renewalId = run?.id ?? '';
    expect(() =>
      closeWithReason(shop.ledger(), { renewalId, reason: '  ' }, shop.now()),
    ).toThrowError('badMessage');
    const reason = 'SL123456_abcdEFGH0123A9FR は使っていない';
    shop.change(closeWithReason(shop.ledger(), { renewalId, reason }, shop.now()));
    expect(shop.runs()).toMatchObject([
      { closed: { how: 'reason', reason: '［伏せ字］ は使っていない', by: 'person' } },
    ]);
    expect(shop.history().at(-1)).toMatchObject({ kind: 'renewalClosed' });
  });

  test('a re-issued key becomes the run’s, and the one before it an old one', () => {
    const shop = begun();
    shop.read([OLD, NEW]);
    shop.holds('ec-station', 'NEW1', 'saved');
    shop.toolTest('ec-station', 'NEW1', true);
    shop.later(DAY);
    shop.read([OLD, NEW, { last4: 'NEW2', expiresOn: '2027-03-05' }]);
    expect(shop.open()).toMatchObject([{ newLicenseId: shop.license('NEW2').id }]);
    expect(shop.next(['NEW2'])).toMatchObject({ do: 'fill' });
  });

  test('of two keys issued on one day, the later one', () => {
    const shop = begun();
    shop.read([OLD, NEW]);
    shop.read([OLD, NEW, { last4: 'NEW2', expiresOn: NEW.expiresOn }]);
    expect(shop.next()).toMatchObject({ do: 'carry', license: { last4: 'NEW2' } });
  });
});

describe('what proves that a key works', () => {
  const placed = (owner: 'shop' | 'vendor' = 'shop', tool = 'ec-station') => {
    const shop = begun([tool], owner);
    shop.read([OLD, NEW]);
    shop.holds(tool, 'NEW1', 'saved');
    return shop;
  };

  test('a refusal soon after issue is waited out, and nobody is told to issue again', () => {
    const shop = placed();
    shop.later(5 * MINUTE);
    shop.toolTest('ec-station', 'NEW1', false);
    const until = (shop.license('NEW1').issuedSeenAt ?? 0) + 15 * MINUTE;
    expect(shop.next()).toMatchObject({ do: 'wait', until, notes: ['doNotReissue'] });
    shop.later(10 * MINUTE);
    expect(shop.next()).toMatchObject({ do: 'testTool' });
    shop.later(100 * MINUTE);
    shop.toolTest('ec-station', 'NEW1', false);
    expect(shop.next()).toMatchObject({ do: 'fix', notes: ['doNotReissue'] });
  });

  test('the key’s own test counts, a failed one of the tool outweighs it', () => {
    const shop = placed();
    shop.keyTest('NEW1', 'valid');
    expect(shop.next()).toMatchObject({ do: 'watchOld' });
    shop.later(120 * MINUTE);
    shop.toolTest('ec-station', 'NEW1', false);
    expect(shop.next()).toMatchObject({ do: 'fix' });
  });

  test('an outage says nothing, a later refusal of the key does', () => {
    const shop = placed();
    shop.toolTest('ec-station', 'NEW1', true);
    shop.later(120 * MINUTE);
    shop.keyTest('NEW1', 'serviceDown');
    expect(shop.next()).toMatchObject({ do: 'watchOld' });
    shop.keyTest('NEW1', 'refused');
    expect(shop.next()).toMatchObject({ do: 'fix' });
  });

  test('notYetActive waits for its own retest', () => {
    const shop = placed();
    const retestAt = shop.now() + 12 * MINUTE;
    shop.keyTest('NEW1', 'notYetActive', { retestAt });
    expect(shop.next()).toMatchObject({ do: 'wait', until: retestAt });
  });

  test('who can tell: the tool’s test, a test of a shop app’s key, else the person', () => {
    expect(placed('shop').next()).toMatchObject({ do: 'testTool' });
    expect(placed('shop', 'next-engine').next()).toMatchObject({ do: 'testKey' });
    expect(placed('vendor', 'next-engine').next()).toMatchObject({ do: 'confirm' });
  });
});

describe('what to mind', () => {
  test('before a third key, that only two are valid at once', () => {
    const shop = aShop();
    shop.read([OLD, NEW]);
    const licenseId = shop.license('NEW1').id;
    const wish = { appId: shop.app().id, kind: 'issue', licenseId, openedBy: 'hand' } as const;
    shop.change(openRenewal(shop.ledger(), wish, shop.newId, shop.now()));
    expect(shop.next()).toMatchObject({ do: 'issue', notes: ['twoKeys'] });
  });
});

describe('how a run is opened', () => {
  test('by itself, when RMS shows a key newly issued that a tool is known to take', () => {
    const shop = aShop();
    shop.read([OLD]);
    shop.tool('next-engine');
    shop.holds('next-engine', 'OLD1', 'saved');
    shop.read([OLD, NEW]);
    expect(shop.open()).toMatchObject([
      { openedBy: 'newKey', oldLicenseId: shop.license('OLD1').id },
    ]);
    shop.read([OLD, NEW]);
    expect(shop.runs()).toHaveLength(1);
  });

  test('not for keys that the first reading finds, and not where no tool is known', () => {
    const shop = aShop();
    shop.read([OLD, NEW]);
    shop.tool('next-engine');
    expect(shop.runs()).toEqual([]);
    const other = aShop();
    other.read([OLD]);
    other.read([OLD, NEW]);
    expect(other.runs()).toEqual([]);
  });

  test('once for one thing; one ended with a reason is not opened again', () => {
    const shop = aShop();
    shop.read([OLD]);
    shop.tool('next-engine');
    shop.read([OLD, NEW]);
    const renewalId = shop.open()[0]?.id ?? '';
    const licenseId = shop.license('OLD1').id;
    const wish = { appId: shop.app().id, kind: 'issue', licenseId, openedBy: 'hand' } as const;
    expect(openRenewal(shop.ledger(), wish, shop.newId, shop.now())).toEqual({});
    shop.change(closeWithReason(shop.ledger(), { renewalId, reason: '不要' }, shop.now()));
    shop.read([OLD, NEW]);
    expect(shop.open()).toEqual([]);
  });

  test('notes are kept, what could be a key in them is not', () => {
    const shop = begun();
    const renewalId = shop.open()[0]?.id ?? '';
    const notes = '山田が担当 SL123456_abcdEFGH0123A9FR';
    shop.change(noteRenewal(shop.ledger(), { renewalId, notes }));
    expect(shop.open()).toMatchObject([{ notes: '山田が担当 ［伏せ字］' }]);
  });
});

describe('the other kinds', () => {
  const opened = (
    kind: 'update' | 'approve' | 'functions',
    state: 'updateAvailable' | 'active',
  ) => {
    const shop = aShop('shop');
    shop.read([{ ...NEW, state }]);
    const licenseId = shop.license('NEW1').id;
    shop.tool('ec-station');
    shop.tool('goqsystem');
    const wish = { appId: shop.app().id, kind, licenseId, openedBy: 'reminder' } as const;
    shop.change(openRenewal(shop.ledger(), wish, shop.newId, shop.now()));
    return shop;
  };

  test('update: only where a tool wants the key again is there more to do than RMS’s part', () => {
    const shop = opened('update', 'updateAvailable');
    shop.holds('goqsystem', 'NEW1', 'saved');
    shop.toolTest('goqsystem', 'NEW1', true);
    expect(shop.next()).toMatchObject({ do: 'update' });
    shop.read([NEW]);
    expect(shop.next(['NEW1'])).toMatchObject({
      do: 'fill',
      binding: { connectorId: 'goqsystem' },
    });
    shop.holds('goqsystem', 'NEW1', 'saved');
    expect(shop.open()).toEqual([]);
  });

  test('functions: only a test that every function passed tells', () => {
    const shop = opened('functions', 'active');
    expect(shop.next()).toMatchObject({ do: 'functions' });
    shop.later(MINUTE);
    shop.keyTest('NEW1', 'functionNotSelected');
    expect(shop.next()).toMatchObject({ do: 'functions' });
    shop.keyTest('NEW1', 'valid');
    expect(shop.open()).toEqual([]);
  });

  test('a key that left the list is for a person to explain', () => {
    const shop = opened('update', 'updateAvailable');
    shop.read([]);
    shop.read([]);
    expect(shop.next()).toMatchObject({ do: 'close' });
  });
});
