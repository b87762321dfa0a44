// A tool that one browser removes is gone for its colleagues, and does not come back from what they knew of it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '../../../utils/model/time.ts';
import { removeTool, restoreTool, type RemovedTool } from '../../../utils/renewals/remove-tool.ts';
import { sharedHistory } from '../../../utils/sharing/history.ts';
import { recordHeld, recordTool } from '../../../utils/tools/statements.ts';
import { aRow, T0 } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser } from './support/browser.ts';

let companion: TestCompanion;
let a: Browser;
let b: Browser;
type Browser = Awaited<ReturnType<typeof aBrowser>>;

const later = (): void => {
  companion.time.now += MINUTE;
};
const tools = ({ state }: Browser) => state.ledger.bindings.map(({ connectorId }) => connectorId);
const both = async (...order: Browser[]): Promise<void> => {
  for (const one of order) await one.share();
};

function use({ change, newId, state }: Browser, connectorId = 'next-engine'): void {
  const [license] = state.ledger.licenses;
  if (!license) throw new Error('no key was read');
  const tool = { appId: license.appId, connectorId, licenseId: license.id };
  change((ledger, now) => recordTool(ledger, tool, newId, now));
}

function remove({ change, state }: Browser): RemovedTool {
  const id = state.ledger.bindings[0]?.id ?? '';
  const { removed } = removeTool(state.ledger, id, companion.time.now);
  change((ledger, now) => removeTool(ledger, id, now).change);
  return removed;
}

beforeEach(async () => {
  companion = await makeCompanion(T0);
  [a, b] = [await aBrowser(companion, 'a'), await aBrowser(companion, 'b')];
  a.read([aRow()]);
  b.read([aRow()]);
  use(a);
  later();
  await both(a, b);
  expect(tools(b)).toEqual(['next-engine']);
  later();
});
afterEach(() => companion.close());

test('it is gone for the colleague too, and what that one knew brings it back to nobody', async () => {
  remove(a);
  later();
  // The colleague meets first, with all that it knows.
  await both(b, a, b, a);
  expect([tools(a), tools(b)]).toEqual([[], []]);
  expect([a.state.ledger.placements, b.state.ledger.placements]).toEqual([[], []]);
  const { entries } = await sharedHistory(b.port, null);
  expect(entries[0]).toMatchObject({ kind: 'toolRemoved', from: { person: 'a' } });
  const before = [a.state.ledger, b.state.ledger];
  await both(a, b);
  expect([a.state.ledger.toolRemovals, b.state.ledger.toolRemovals]).toEqual(
    before.map(({ toolRemovals }) => toolRemovals),
  );
});

test('one that a colleague used since stays, for both', async () => {
  remove(a);
  later();
  const [binding] = b.state.ledger.bindings;
  const [license] = b.state.ledger.licenses;
  const key = { bindingId: binding?.id ?? '', licenseId: license?.id ?? '' };
  b.change((ledger, now) =>
    recordHeld(ledger, { ...key, field: 'licenseKey' }, 'seen', b.newId, now),
  );
  later();
  await both(a, b, a, b);
  expect([tools(a), tools(b)]).toEqual([['next-engine'], ['next-engine']]);
  expect(a.state.ledger.placements).toMatchObject([{ holds: { how: 'seen' } }]);
});

test('put back, it is back for both; removed once more, it is gone again', async () => {
  const removed = remove(a);
  later();
  await both(a, b);
  expect(tools(b)).toEqual([]);
  a.change((ledger, now) => restoreTool(ledger, removed, now));
  later();
  await both(a, b, a, b);
  expect([tools(a), tools(b)]).toEqual([['next-engine'], ['next-engine']]);
  expect(b.state.ledger.placements).toMatchObject([{ holds: { how: 'stated' } }]);
  later();
  remove(b);
  later();
  await both(a, b, a);
  expect([tools(a), tools(b)]).toEqual([[], []]);
});

test('added anew by the other, it is a tool again; another tool was never touched', async () => {
  use(b, 'crossma');
  later();
  remove(a);
  later();
  await both(a, b);
  use(b);
  later();
  await both(b, a, b);
  expect(tools(a).toSorted()).toEqual(['crossma', 'next-engine']);
  expect(tools(b).toSorted()).toEqual(['crossma', 'next-engine']);
});

test('a clock that is ahead removes nothing that is used later', async () => {
  const id = a.state.ledger.bindings[0]?.id ?? '';
  a.change((ledger, now) => removeTool(ledger, id, now + 600 * MINUTE).change);
  await both(a, b);
  expect(tools(b)).toEqual([]);
  later();
  use(b);
  later();
  await both(b);
  expect(tools(b)).toEqual(['next-engine']);
  expect((await b.ask('placements', { query: await shop() })).body.bindings).toHaveLength(1);
});

const shop = async (): Promise<{ shop: string }> => ({
  shop: (await b.ask('shops')).body.shops[0].id as string,
});
