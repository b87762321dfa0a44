import { describe, expect, test } from 'vitest';
import { makeSecret } from '../../../utils/model/secret.ts';
import { ecStation } from '../../../utils/tools/connectors/ec-station.ts';
import { nextEngine } from '../../../utils/tools/connectors/next-engine.ts';
import { type FillQuestion, planFill } from '../../../utils/tools/plan.ts';
import { inOrder, prepareFill } from '../../../utils/tools/prepare.ts';
import { app, binding, carried, look, shop } from './examples.ts';

const base: FillQuestion = {
  look: look(),
  connector: nextEngine,
  carried: carried(),
  app: app('ne'),
  shops: [shop('a'), shop('b')],
  bindings: [],
  shopConfirmed: false,
  originConfirmed: false,
  warningsConfirmed: false,
  choices: null,
};
const plan = (changes: Partial<FillQuestion>) => planFill({ ...base, ...changes }, () => 'new', 50);
const bound = { bindings: [binding()] };
const refused = (outcome: string) => ({
  kind: 'refuse',
  results: [{ field: 'licenseKey', outcome }],
});

describe('asks', () => {
  test('at the first fill on an origin, whose domain the person has to see', () => {
    expect(plan({})).toEqual({
      kind: 'ask',
      originConfirm: true,
      shopConfirm: false,
      fields: [],
      warnings: [],
    });
  });

  test('for the shop, where the page names none or an unknown one, once for every fill', () => {
    const ask = { kind: 'ask', originConfirm: false, shopConfirm: true, fields: [], warnings: [] };
    expect(plan({ ...bound, look: look({ shopNames: [] }) })).toEqual(ask);
    expect(plan({ ...bound, look: look({ shopNames: ['楽天1号店'] }) })).toEqual(ask);
  });

  test('for both at once', () => {
    expect(plan({ look: look({ shopNames: [] }) })).toEqual({
      kind: 'ask',
      originConfirm: true,
      shopConfirm: true,
      fields: [],
      warnings: [],
    });
  });

  test('to read what the guard says of the key, unless it does no harm', () => {
    const key = carried({ warnings: ['firstMissing', 'invisibleRemoved', 'awaitingApproval'] });
    const at = { ...bound, carried: key };
    expect(plan(at)).toMatchObject({
      kind: 'ask',
      warnings: ['firstMissing', 'awaitingApproval'],
    });
    expect(plan({ ...at, warningsConfirmed: true })).toMatchObject({ kind: 'go' });
    const harmless = carried({ warnings: ['invisibleRemoved', 'notInLedger'] });
    expect(plan({ ...bound, carried: harmless })).toMatchObject({ kind: 'go' });
  });

  test('not for the origin, where another shop of ours uses the tool there', () => {
    const other = binding({ id: 'x', shopId: 'b' });
    expect(plan({ bindings: [other] })).toMatchObject({ kind: 'go', isNewBinding: true });
  });
});

describe('refuses', () => {
  test.each([
    [
      'an origin without https',
      { look: look({ origin: 'http://main.next-engine.com' }) },
      'notHttps',
    ],
    ['a key that RMS calls expired', { carried: carried({ warnings: ['expired'] }) }, 'deadKey'],
    ['a key that is stopped', { carried: carried({ warnings: ['stopped'] }) }, 'deadKey'],
    ['another shop', { look: look({ shopNames: ['b-slug'] }) }, 'otherShop'],
    [
      'another origin than the bound',
      { bindings: [binding({ origin: 'https://ne.evil.example' })] },
      'wrongOrigin',
    ],
    ['another app than the bound', { bindings: [binding({ appId: 'other' })] }, 'otherApp'],
    [
      'the shop app’s key in a vendor’s tool',
      { app: app('own', { owner: 'shop', developer: '店舗様', name: '自店舗利用' }) },
      'otherApp',
    ],
    [
      'another vendor’s key',
      {
        app: app('goq', { developer: '株式会社GoQSystem', name: 'GoQ System' }),
        carried: carried({ developer: '株式会社GoQSystem', app: 'GoQ System' }),
      },
      'otherApp',
    ],
  ] as [string, Partial<FillQuestion>, string][])('%s', (_, changes, outcome) => {
    const confirmed = { shopConfirmed: true, originConfirmed: true };
    expect(plan({ ...confirmed, ...changes })).toEqual(refused(outcome));
  });

  test('a vendor’s key in a tool of the shop’s own app', () => {
    const changes = { connector: ecStation, look: look({ connectorId: 'ec-station' }) };
    expect(plan(changes)).toMatchObject({
      kind: 'refuse',
      results: [{ outcome: 'otherApp' }, { outcome: 'otherApp' }, { outcome: 'otherApp' }],
    });
  });

  test('a forged look-alike that is not ours to bind: the shop is bound elsewhere', () => {
    const evil = look({ origin: 'https://main.next-engine.com.evil.example' });
    expect(plan({ ...bound, look: evil, originConfirmed: true })).toEqual(refused('wrongOrigin'));
  });
});

describe('goes', () => {
  test('with a new binding, made of what the person saw', () => {
    expect(plan({ originConfirmed: true })).toEqual({
      kind: 'go',
      isNewBinding: true,
      binding: binding({ id: 'new', createdAt: 50 }),
    });
  });

  test('with the known binding', () => {
    expect(plan(bound)).toEqual({ kind: 'go', isNewBinding: false, binding: binding() });
  });

  test('and remembers the shop’s name on the tool only when the person confirmed it', () => {
    const seen = look({ shopNames: ['楽天1号店'] });
    expect(plan({ ...bound, look: seen, shopConfirmed: true })).toMatchObject({
      binding: { shopOnTool: '楽天1号店' },
    });
    const unnamed = plan({ ...bound, look: look({ shopNames: [] }), shopConfirmed: true });
    expect(unnamed).toMatchObject({ binding: { shopOnTool: null } });
  });

  test('with a key that the ledger does not know: asked every time, bound never', () => {
    const unknown = carried({
      shopId: null,
      appId: null,
      licenseId: null,
      developer: null,
      app: null,
    });
    const changes = { carried: unknown, app: null };
    expect(plan(changes)).toEqual({
      kind: 'ask',
      originConfirm: true,
      shopConfirm: true,
      fields: [],
      warnings: [],
    });
    expect(plan({ ...changes, shopConfirmed: true, originConfirmed: true })).toEqual({
      kind: 'go',
      binding: null,
      isNewBinding: false,
    });
  });
});

describe('the order for the page', () => {
  const target = { ref: 4, anchors: { labels: ['x'], name: '', type: 'text' } };
  const candidates = [
    { ...target, ref: 5, near: 'aの店' },
    { ...target, ref: 6, near: 'bの店' },
    { ...target, ref: 7, near: '' },
  ];
  const seen = look({
    connectorId: 'ec-station',
    origin: 'https://a.ecsystem.jp',
    fields: [
      { field: 'serviceSecret', label: 'serviceSecret', found: 'one', target, candidates: [] },
      { field: 'licenseKey', label: 'licenseKey', found: 'many', target: null, candidates },
      { field: 'expiresOn', label: '有効期限', found: 'none', target: null, candidates: [] },
    ],
  });
  const credentials = { licenseKey: makeSecret('KEY'), serviceSecret: makeSecret('SECRET') };

  test('has a step for each field that is certain and has a value, and a word for the others', () => {
    const { order, refused: out } = prepareFill(seen, ecStation, credentials, '2027-02-18', []);
    expect(order).toMatchObject({
      token: 'token',
      origin: 'https://a.ecsystem.jp',
      domain: 'ecsystem.jp',
      steps: [{ field: 'serviceSecret', ref: 4, value: 'SECRET' }],
      test: { buttons: ['認証テスト'] },
    });
    expect(out).toEqual([
      { field: 'licenseKey', outcome: 'ambiguous' },
      { field: 'expiresOn', outcome: 'fieldMissing' },
    ]);
  });

  test('asks which of several, but never offers one that stands with another shop', () => {
    const asked = plan({
      look: { ...seen, shopNames: ['a-slug'] },
      connector: ecStation,
      app: null,
      carried: carried({ developer: null, app: null, hasSecret: true }),
      originConfirmed: true,
    });
    expect(asked).toEqual({
      kind: 'ask',
      originConfirm: false,
      shopConfirm: false,
      fields: [
        {
          field: 'licenseKey',
          label: 'licenseKey',
          candidates: [
            { candidate: 0, near: 'aの店' },
            { candidate: 2, near: '' },
          ],
        },
      ],
      warnings: [],
    });
  });

  test('fills the one that was chosen, if it is still in the same surroundings', () => {
    const choices = [{ field: 'licenseKey' as const, candidate: 1 }];
    const { order } = prepareFill(seen, ecStation, credentials, null, choices);
    expect(order.steps[1]).toMatchObject({ field: 'licenseKey', ref: 6, chosenNear: 'bの店' });
    const none = [{ field: 'licenseKey' as const, candidate: 9 }];
    expect(prepareFill(seen, ecStation, credentials, null, none).order.steps).toHaveLength(1);
  });

  test('says noKey where there is nothing to fill', () => {
    const without = { ...credentials, serviceSecret: null };
    expect(prepareFill(seen, ecStation, without, null, []).refused).toEqual([
      { field: 'serviceSecret', outcome: 'noKey' },
      { field: 'licenseKey', outcome: 'ambiguous' },
      { field: 'expiresOn', outcome: 'noKey' },
    ]);
  });

  test('results come in the order of the tool’s fields', () => {
    expect(
      inOrder(ecStation, [
        { field: 'expiresOn', outcome: 'noKey' },
        { field: 'serviceSecret', outcome: 'filled' },
      ]).map(({ field }) => field),
    ).toEqual(['serviceSecret', 'expiresOn']);
  });
});
