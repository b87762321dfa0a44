import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../utils/model/time.ts';
import { aRow, T0 } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser as browserOf } from './support/browser.ts';

// What a browser read, and when its companion was heard, by clocks that are not right.

let companion: TestCompanion;
beforeEach(async () => {
  companion = await makeCompanion(T0);
});
afterEach(() => companion.close());

const aBrowser = (name: string) => browserOf(companion, name);

const updated = aRow({ state: 'updateAvailable', stateText: '利用中 更新あり' });
const other = aRow({ app: '別', last4: 'BBBB' });
const statesAtCompanion = async () => {
  const [record] = await companion.store.shops({ every: true });
  return record?.ledger.licenses.map(({ state }) => state);
};

test('a clock that is set in the middle of a meeting does not turn the order of what was read', async () => {
  const a = await aBrowser('a');
  for (const state of ['active', 'updateAvailable'] as const) {
    companion.time.now += MINUTE;
    a.read([aRow({ state, stateText: state })]);
  }
  let ahead = 0;
  const { ask } = a.port;
  a.port.ask = (request, schema) => {
    const answer = ask(request, schema);
    ahead += 5 * HOUR;
    return answer;
  };
  a.port.now = () => companion.time.now + ahead;
  await a.share();
  const [record] = await companion.store.shops({ every: true });
  expect(record?.ledger.licenses.map(({ state }) => state)).toEqual(['updateAvailable']);
});

test('what was read by a clock that was ahead is no news once that time has come', async () => {
  const [a, b] = [await aBrowser('a'), await aBrowser('b')];
  a.state.online = false;
  a.read([aRow()], { at: T0 + 2 * DAY });
  companion.time.now += HOUR;
  await expect(a.share()).rejects.toThrow('companionUnreachable');
  companion.time.now += HOUR;
  b.read([updated]);
  await b.share();
  companion.time.now = T0 + 3 * DAY;
  companion.deps.pulse.beat();
  a.state.online = true;
  await a.share();
  expect(await statesAtCompanion()).toEqual(['updateAvailable']);
});

test('nor is it newer than what was read after it by a clock that was right', async () => {
  const a = await aBrowser('a');
  a.read([aRow()], { at: T0 + 5 * HOUR });
  companion.time.now += MINUTE;
  a.read([updated]);
  companion.time.now += MINUTE;
  await a.share();
  expect(await statesAtCompanion()).toEqual(['updateAvailable']);
});

test('a clock that is far behind dates nothing anew', async () => {
  const a = await aBrowser('a');
  await a.share();
  companion.time.now += HOUR;
  a.read([updated]);
  a.state.online = false;
  const right = companion.time.now;
  companion.time.now = Date.UTC(2020, 0, 1);
  await expect(a.share()).rejects.toThrow('companionUnreachable');
  companion.time.now = right + HOUR;
  companion.deps.pulse.beat();
  a.state.online = true;
  await a.share();
  expect(await statesAtCompanion()).toEqual(['updateAvailable']);
  expect(a.state.ledger.unsent).toEqual([]);
});

test('two lists without a key are two witnesses, also where a clock was ahead for the first', async () => {
  const a = await aBrowser('a');
  a.read([updated, other]);
  await a.share();
  a.read([other], { at: companion.time.now + 5 * HOUR });
  companion.time.now += MINUTE;
  a.read([other]);
  await a.share();
  const [record] = await companion.store.shops({ every: true });
  const gone = record?.ledger.licenses.filter(({ goneAt }) => goneAt !== null);
  expect(gone?.map(({ last4 }) => last4)).toEqual([updated.last4]);
});

test('a disk that is full keeps nothing from the companion', async () => {
  const a = await aBrowser('a');
  a.read([updated]);
  a.port.change = () => Promise.reject(new Error('storeFull'));
  await expect(a.share()).rejects.toThrow('storeFull');
  expect(await statesAtCompanion()).toEqual(['updateAvailable']);
});

test('it counts as heard by its own clock, where that of the browser is ahead', async () => {
  const a = await aBrowser('a');
  a.read([aRow()]);
  a.change(() => ({ meta: { ...a.state.ledger.meta, companionHeardAt: 1 } }));
  const { change } = a.port;
  a.port.change = (decide) => change((ledger) => decide(ledger, companion.time.now + 2 * DAY));
  await a.share();
  expect(a.state.ledger.meta.companionHeardAt).toBe(companion.time.now);
});
