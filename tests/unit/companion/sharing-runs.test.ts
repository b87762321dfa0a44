import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planDueShops } from '../../../companion/speak/plan-shops.ts';
import type { Renewal } from '../../../utils/model/renewal.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/model/time.ts';
import { openRenewal } from '../../../utils/renewals/begin.ts';
import { closeWithReason, noteRenewal } from '../../../utils/renewals/end.ts';
import { recordHeld, recordSeenWorking, recordTool } from '../../../utils/tools/statements.ts';
import { aRow, T0 } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser } from './support/browser.ts';

const OLD = aRow({ last4: 'OLD1', expiresOn: '2026-12-20' });
const NEW = aRow({ last4: 'NEW2', expiresOn: '2027-03-01' });

type Browser = Awaited<ReturnType<typeof aBrowser>>;

describe('renewal runs of several browsers', () => {
  let companion: TestCompanion;
  let [a, b]: Browser[] = [];
  beforeEach(async () => {
    companion = await makeCompanion(T0);
    [a, b] = [await aBrowser(companion, 'a'), await aBrowser(companion, 'b')];
  });
  afterEach(() => companion.close());

  const both = (): [Browser, Browser] => [a as Browser, b as Browser];
  const later = (ms = MINUTE) => {
    companion.time.now += ms;
  };
  const openOf = ({ state }: Browser): Renewal[] =>
    state.ledger.renewals.filter(({ closed }) => closed === null);
  const keyOf = ({ state }: Browser, last4: string) => {
    const found = state.ledger.licenses.find((one) => one.last4 === last4);
    if (!found) throw new Error(`no ${last4}`);
    return found;
  };
  const begin = (one: Browser) =>
    one.change((ledger, at) => {
      const { id: licenseId, appId } = keyOf(one, 'OLD1');
      const wish = { appId, kind: 'issue', licenseId, openedBy: 'hand' } as const;
      return openRenewal(ledger, wish, one.newId, at);
    });
  const useTool = (one: Browser, connectorId: string) =>
    one.change((ledger, at) => {
      const tool = { appId: keyOf(one, 'OLD1').appId, connectorId, licenseId: null };
      return recordTool(ledger, tool, one.newId, at);
    });
  /** A person says that a tool holds the new key and was seen to work with it. */
  const prove = (one: Browser, connectorId: string) => {
    const binding = one.state.ledger.bindings.find((each) => each.connectorId === connectorId);
    const bindingId = binding?.id ?? '';
    const licenseId = keyOf(one, 'NEW2').id;
    later();
    const held = { bindingId, field: 'licenseKey', licenseId } as const;
    one.change((ledger, at) => recordHeld(ledger, held, 'stated', one.newId, at));
    one.change((ledger, at) => recordSeenWorking(ledger, { bindingId, ok: true }, at));
  };
  const meet = async (...browsers: Browser[]) => {
    for (const one of browsers) {
      later();
      await one.share();
      await planDueShops(companion.deps);
    }
  };
  const atCompanion = async (): Promise<Renewal[]> => {
    const [shop] = await companion.store.shops({ every: true });
    return shop?.ledger.renewals ?? [];
  };

  test('begun in one, a run is seen in the other, with what was done in both', async () => {
    const [one, other] = both();
    one.read([OLD]);
    useTool(one, 'next-engine');
    begin(one);
    await meet(one, other);
    expect(openOf(other)).toMatchObject([{ kind: 'issue', openedBy: 'hand', openedAt: T0 }]);
    expect(other.state.ledger.bindings).toMatchObject([{ connectorId: 'next-engine' }]);

    // RMS shows the new key to the other, who fills the tool; the first sees RMS drop the old key.
    later();
    other.read([OLD, NEW]);
    prove(other, 'next-engine');
    await meet(other, one);
    for (let i = 0; i < 2; i += 1) {
      later();
      one.read([NEW]);
    }
    expect(openOf(one)).toEqual([]);
    await meet(one, other);
    for (const { state } of [one, other]) {
      expect(state.ledger.renewals).toMatchObject([{ closed: { how: 'done' } }]);
    }
    expect(await atCompanion()).toMatchObject([{ closed: { how: 'done' } }]);
    const kinds = other.state.ledger.renewals.map(({ newLicenseId }) => newLicenseId);
    expect(kinds).toEqual([keyOf(other, 'NEW2').id]);
  });

  test('begun in both while offline, it is one run for everybody', async () => {
    const [one, other] = both();
    one.read([OLD]);
    other.read([OLD]);
    begin(one);
    later(HOUR);
    begin(other);
    one.change((ledger) =>
      noteRenewal(ledger, { renewalId: openOf(one)[0]?.id ?? '', notes: 'あ' }),
    );
    other.change((ledger) =>
      noteRenewal(ledger, { renewalId: openOf(other)[0]?.id ?? '', notes: 'い' }),
    );
    await meet(one, other, one, other);
    expect(await atCompanion()).toMatchObject([{ openedAt: T0, notes: 'い\nあ' }]);
    for (const each of [one, other]) {
      expect(each.state.ledger.renewals).toMatchObject([{ openedAt: T0, notes: 'い\nあ' }]);
    }
    // Shortened by one, it is shorter for both: a text that nobody else touched is not put together again.
    const renewalId = openOf(one)[0]?.id ?? '';
    one.change((ledger) => noteRenewal(ledger, { renewalId, notes: 'う' }));
    await meet(one, other, one);
    for (const each of [one, other]) expect(openOf(each)).toMatchObject([{ notes: 'う' }]);
    // The same again: nothing left to say.
    const [shop] = await companion.store.shops({ every: true });
    await meet(one, other);
    expect((await companion.store.shops({ every: true }))[0]?.revision).toBe(shop?.revision);
  });

  test('that a person ended it stands, and what another did in it is kept', async () => {
    const [one, other] = both();
    one.read([OLD, NEW]);
    useTool(one, 'next-engine');
    begin(one);
    await meet(one, other);
    const renewalId = openOf(one)[0]?.id ?? '';
    one.change((ledger, at) => closeWithReason(ledger, { renewalId, reason: '移転した' }, at));
    prove(other, 'next-engine');
    await meet(other, one, other);
    expect(openOf(other)).toEqual([]);
    expect(other.state.ledger.renewals[0]?.closed).toMatchObject({ reason: '移転した' });
    const held = one.state.ledger.placements.map(({ holds }) => holds?.licenseId);
    expect(held).toEqual([keyOf(one, 'NEW2').id]);
  });

  test('done for one who does not know of a tool, it stays open for all', async () => {
    const [one, other] = both();
    one.read([OLD, NEW]);
    useTool(one, 'next-engine');
    begin(one);
    await meet(one, other);
    useTool(other, 'crossmall');
    prove(one, 'next-engine');
    for (let i = 0; i < 2; i += 1) {
      later();
      one.read([NEW]);
    }
    expect(openOf(one)).toEqual([]);
    await meet(one, other, one, other);
    expect(openOf(one)).toHaveLength(1);
    expect(openOf(other)).toHaveLength(1);
    expect(await atCompanion()).toMatchObject([{ closed: null }]);
    prove(one, 'crossmall');
    await meet(one, other);
    expect([...openOf(one), ...openOf(other)]).toEqual([]);
  });

  test('a test that one browser made itself is known to the other', async () => {
    const [one, other] = both();
    one.read([OLD, NEW]);
    await meet(one, other);
    const said = { verdict: 'valid', expiresOn: null, causes: [], missingFunctions: [] } as const;
    one.change((_, at) => ({
      keyTests: [
        {
          ...said,
          id: 'own-test',
          licenseId: keyOf(one, 'NEW2').id,
          at,
          by: 'worker',
          attempt: 0,
          retestAt: null,
          causes: [],
          missingFunctions: [],
          why: null,
          probes: [],
        },
      ],
    }));
    await meet(one, other, one);
    expect(other.state.ledger.keyTests).toMatchObject([
      { id: 'own-test', licenseId: keyOf(other, 'NEW2').id, verdict: 'valid' },
    ]);
    expect(one.state.ledger.keyTests).toHaveLength(1);
  });

  test('the companion reminds of a run that nobody brings to an end', async () => {
    const [one] = both();
    one.read([OLD]);
    begin(one);
    await meet(one);
    later(5 * DAY);
    await planDueShops(companion.deps);
    const [shop] = await companion.store.shops({ every: true });
    const reasons = shop?.ledger.reminders.map(({ reason }) => reason);
    expect(reasons).toContain('runOpen');
  });
});
