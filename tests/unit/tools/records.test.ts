import { describe, expect, test } from 'vitest';
import type { FieldResult } from '../../../utils/model/tool.ts';
import {
  recordFill,
  recordSaved,
  recordToolTest,
  recordUnbound,
} from '../../../utils/tools/records.ts';
import { binding, placement } from './examples.ts';

const results: FieldResult[] = [
  { field: 'serviceSecret', outcome: 'noKey' },
  { field: 'licenseKey', outcome: 'filled' },
  { field: 'expiresOn', outcome: 'filled' },
];
const fill = {
  binding: binding(),
  connectorId: 'next-engine',
  origin: 'https://main.next-engine.com',
  shopId: 'a',
  licenseId: 'new',
  results,
  placements: [placement()].slice(1),
};
const held = (licenseId: string, how: 'filled' | 'saved') =>
  ({ licenseId, how, by: 'page', at: 1 }) as const;
const worked = (licenseId: string) =>
  ({ licenseId, how: 'toolTest', by: 'page', ok: true, at: 1 }) as const;

describe('after a fill', () => {
  test('the filled key fields hold the key, and history has every outcome', () => {
    expect(recordFill(fill, () => 'id', 9)).toEqual({
      bindings: [binding()],
      placements: [
        placement({ id: 'id', holds: { licenseId: 'new', how: 'filled', by: 'page', at: 9 } }),
      ],
      history: [
        {
          at: 9,
          kind: 'filled',
          shopId: 'a',
          subjectId: 'new',
          detail: {
            tool: 'next-engine',
            origin: 'https://main.next-engine.com',
            serviceSecret: 'noKey',
            licenseKey: 'filled',
            expiresOn: 'filled',
          },
        },
      ],
    });
  });

  test('another key takes the place of the old, with nothing of its evidence', () => {
    const before = placement({ holds: held('old', 'saved'), works: worked('old') });
    const { placements } = recordFill({ ...fill, placements: [before] }, () => 'id', 9);
    expect(placements).toEqual([placement({ holds: { ...held('new', 'filled'), at: 9 } })]);
  });

  test('the same key again keeps what is known of it', () => {
    const before = placement({ holds: held('new', 'saved'), works: worked('new') });
    const { placements } = recordFill({ ...fill, placements: [before] }, () => 'id', 9);
    expect(placements).toEqual([before]);
  });

  test('where nothing was filled there is no binding, only history', () => {
    const none = results.map(({ field }): FieldResult => ({ field, outcome: 'hidden' }));
    const change = recordFill({ ...fill, results: none }, () => 'id', 9);
    expect(Object.keys(change)).toEqual(['history']);
  });

  test('a key that the ledger does not know leaves history only', () => {
    const change = recordFill({ ...fill, binding: null, licenseId: null }, () => 'id', 9);
    expect(Object.keys(change)).toEqual(['history']);
    const known = recordFill({ ...fill, licenseId: null }, () => 'id', 9);
    expect(known).toMatchObject({ bindings: [binding()], placements: [] });
  });
});

describe('after the tool’s own test', () => {
  test('the fields that hold the key work with it, or do not', () => {
    const placements = [
      placement({ holds: held('new', 'filled') }),
      placement({ id: 'other', holds: held('old', 'saved') }),
      placement({ id: 'foreign', bindingId: 'elsewhere', holds: held('new', 'filled') }),
    ];
    const change = recordToolTest({ binding: binding(), placements }, 'new', false, 9);
    expect(change.placements).toEqual([
      placement({
        holds: held('new', 'filled'),
        works: { licenseId: 'new', how: 'toolTest', by: 'page', ok: false, at: 9 },
      }),
    ]);
    expect(change.history).toMatchObject([
      { kind: 'toolTest', subjectId: 'new', detail: { ok: 0 } },
    ]);
  });
});

describe('after saving', () => {
  test('what was filled is saved, by whom', () => {
    const placements = [placement({ holds: held('new', 'filled'), works: worked('new') })];
    expect(recordSaved({ binding: binding(), placements }, 'person', 9)).toMatchObject({
      placements: [
        { holds: { licenseId: 'new', how: 'saved', by: 'person', at: 9 }, works: worked('new') },
      ],
      history: [{ kind: 'saved', subjectId: 'new', detail: { by: 'person' } }],
    });
  });

  test('nothing filled, nothing saved', () => {
    const placements = [placement(), placement({ id: 'x', holds: held('new', 'saved') })];
    expect(recordSaved({ binding: binding(), placements }, 'person', 9)).toEqual({});
  });
});

test('an unbound tool leaves with its placements', () => {
  const placements = [placement(), placement({ id: 'x', bindingId: 'other' })];
  expect(recordUnbound({ binding: binding(), placements })).toEqual({
    remove: { bindings: ['binding'], placements: ['placement'] },
  });
});
