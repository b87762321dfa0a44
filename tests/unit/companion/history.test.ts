// What a colleague's browser did, as the history of another one shows it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '../../../utils/model/time.ts';
import { sharedHistory, type SharedHistory } from '../../../utils/sharing/history.ts';
import { takePlacement } from '../../../utils/tools/take-placement.ts';
import { aRow, T0 } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { aBrowser } from './support/browser.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await makeCompanion(T0);
});
afterEach(() => companion.close());

const lines = ({ entries }: SharedHistory) =>
  entries.map(({ kind, from }) => `${from?.person ?? '-'} ${kind}`);

test('what others did is told with their names and in our ids; our own doing is left out', async () => {
  const a = await aBrowser(companion, 'tanaka');
  const b = await aBrowser(companion, 'shimada');
  b.read([aRow()]);
  await b.share();
  companion.time.now += MINUTE;
  a.read([aRow({ state: 'updateAvailable', stateText: '利用中 更新あり' })]);
  const [license] = a.state.ledger.licenses;
  if (!license) throw new Error('no key was read');
  const holds = { licenseId: license.id, how: 'saved', by: 'person', at: T0 + MINUTE } as const;
  const said = {
    connectorId: 'next-engine',
    origin: 'https://main.next-engine.com',
    appId: license.appId,
    shopOnTool: null,
    field: 'licenseKey' as const,
    holds,
    works: null,
  };
  a.change((ledger, now) => takePlacement(ledger, said, { now, newId: a.newId }) ?? {});
  await a.share();
  const seen = await sharedHistory(b.port, null);
  expect(lines(seen)).toEqual(['tanaka saved', 'tanaka stateChanged']);
  expect(seen.further).toEqual([]);
  const [ours] = b.state.ledger.licenses;
  expect(seen.entries[0]).toMatchObject({
    subjectId: ours?.id,
    shopId: b.state.ledger.shops[0]?.id,
    about: 'ネクストエンジン A9FR',
    from: { person: 'tanaka', browser: 'PC' },
    detail: { tool: 'next-engine', field: 'licenseKey', by: 'person' },
  });
  // Told again, the same evidence is no news.
  await a.share();
  await b.share();
  expect(lines(await sharedHistory(b.port, null))).toEqual(lines(seen));
  expect(lines(await sharedHistory(a.port, null))).toEqual(['shimada licenseNew']);
});

test('a long history is read page by page, each line once', async () => {
  const a = await aBrowser(companion, 'tanaka');
  const b = await aBrowser(companion, 'shimada');
  a.read(Array.from({ length: 70 }, (_, i) => aRow({ app: `アプリ${i}`, last4: `K${100 + i}` })));
  await a.share();
  const first = await sharedHistory(b.port, null);
  expect(first.entries).toHaveLength(50);
  const second = await sharedHistory(b.port, first.further);
  expect(second.further).toEqual([]);
  const ids = [...first.entries, ...second.entries].map(({ id }) => id);
  expect(new Set(ids).size).toBe(70);
});
