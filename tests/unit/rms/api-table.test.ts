import { expect, test } from 'vitest';
import { byGroup, describeApi } from '../../../utils/rms/apis/describe.ts';
import { API_TABLE } from '../../../utils/rms/apis/table.ts';
import { CONNECTORS } from '../../../utils/tools/connectors/index.ts';
import { ALL_FUNCTIONS } from '../../sites/rms/functions.ts';

test('every name stands once, with words in both languages', () => {
  const names = API_TABLE.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const [name, , access, ja, en] of API_TABLE) {
    expect(ja, name).toMatch(/[ぁ-ん一-龠]/);
    expect(en, name).toMatch(/^[a-zA-Z][\x20-\x7e’]*$/);
    // What a name's verb says and what we say of it must not contradict each other.
    const told = describeApi(`x.${name}`).access ?? access;
    expect([name, describeApi(name).access]).toEqual([name, told]);
  }
});

test.each(['a tool', 'RMS'])('every function that %s names is in the table', (who) => {
  const wanted =
    who === 'RMS' ? ALL_FUNCTIONS : CONNECTORS.flatMap(({ requiredApis }) => requiredApis);
  expect(wanted.filter((name) => describeApi(name).words === null)).toEqual([]);
});

test.each([
  ['rpay.order.newThing.update', 'orders', 'write'],
  ['couponapi_3.0.coupons.search', 'coupons', 'read'],
  ['inventoryapi_9.0.inventories.bulk-upsert', 'stock', 'write'],
  ['受注データの連携', 'other', null],
  ['zebra.stripes', 'other', null],
])('%s is not known: kept, and told as far as its name tells', (name, group, access) => {
  expect(describeApi(name)).toEqual({ name, group, access, words: null });
});

test('groups hold every name, what changes data first', () => {
  const names = [...ALL_FUNCTIONS, 'zebra.stripes'];
  const grouped = byGroup(names);
  expect(grouped.flatMap(({ apis }) => apis.map(({ name }) => name)).toSorted()).toEqual(
    names.toSorted(),
  );
  for (const { apis } of grouped) {
    const reads = apis.map(({ access }) => access === 'read');
    expect(reads).toEqual(reads.toSorted());
  }
});
