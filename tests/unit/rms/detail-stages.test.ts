import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reading } from '../../../utils/model/reading.ts';
import { readPage } from '../../../utils/rms/inspect.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { makeClient, type Client } from '../sites/client.ts';
import { press, reveal } from '../sites/steps.ts';

const NOW = Date.parse('2026-11-22T10:00:00+09:00');
let sites: Sites;
let client: Client;

const readAt = ({ document, url }: { document: Document; url: string }): Reading =>
  readPage(document, { at: NOW, url });
const visit = async (url: string): Promise<Reading> => readAt(await client.visit(url));
const shownOf = async (last4: string): Promise<Reading> =>
  readAt(await reveal(client, sites.rms.license(last4).license));
const states = ({ licenses }: Reading): string[] =>
  licenses.map((row) => `${row.last4} ${row.state}`);

// The browser reads markup `a` in tests/e2e/reading-functions.spec.ts.
const MARKUPS = process.env['KAGIBAN_LONG'] ? (['a', 'b', 'c'] as const) : (['b'] as const);

/** Every stage of the detail page (rms.md §3), as each of the three markups writes it. */
describe.each(MARKUPS)('the detail page, markup %s', (markup) => {
  beforeAll(async () => {
    sites = await startSites({ clock: () => NOW });
    client = makeClient(sites.port);
    sites.rms.setMarkup(markup);
  });
  afterAll(() => sites.close());
  beforeEach(() => sites.rms.options({ marksNewApis: false }));

  test('masked, before the robot check: no row and no alarm', async () => {
    const reading = await visit(sites.urls.detail(sites.rms.license('IANT').license));
    expect(reading).toMatchObject({ pageClass: 'robotCheck', licenses: [], problems: [] });
    expect(reading.apis).toBeUndefined();
  });

  test('shown, with an update offered: the state, and the list with the question', async () => {
    const reading = await shownOf('IANT');
    expect(states(reading)).toEqual(['IANT updateAvailable']);
    expect(reading.problems).toEqual([]);
    const { functions, offered } = sites.rms.app('GoQSystem');
    expect(reading.apis).toMatchObject({ developer: '株式会社GoQSystem', asks: 'update' });
    expect(reading.apis?.rows.map(({ name }) => name)).toEqual(
      [...functions, ...offered].toSorted(),
    );
    expect(reading.apis?.rows.filter(({ isNew }) => isNew)).toEqual([]);
  });

  test('RMS marking what is added', async () => {
    sites.rms.options({ marksNewApis: true });
    const { apis } = await shownOf('IANT');
    const { offered } = sites.rms.app('GoQSystem');
    expect(apis?.rows.filter(({ isNew }) => isNew).map(({ name }) => name)).toEqual(
      offered.toSorted(),
    );
  });

  test('after the update: the same key, and nothing asked', async () => {
    const { license } = sites.rms.license('IANT');
    await reveal(client, license);
    const reading = readAt(await press(client, license, 'update'));
    expect(states(reading)).toEqual(['IANT active']);
    expect(reading).toMatchObject({ issuedNow: false, apis: { asks: null } });
  });

  test('newly issued: the new key, and that it was issued just now', async () => {
    const { license } = sites.rms.license('7kQz');
    await reveal(client, license);
    const reading = readAt(await press(client, license, 'issue'));
    const [row] = reading.licenses;
    expect(reading).toMatchObject({ issuedNow: true, problems: [] });
    expect(reading.licenses).toHaveLength(1);
    expect(row).toMatchObject({ app: 'ネクストエンジン', state: 'active' });
    expect(row?.last4).not.toBe('7kQz');
  });

  test('several keys of one app: the page of each reads that one', async () => {
    const [older, newer] = sites.rms.app('NE').licenses;
    for (const license of [older, newer]) {
      if (!license) throw new Error('two keys are wanted');
      const reading = readAt(await reveal(client, license));
      expect(reading.licenses.map(({ last4 }) => last4)).toEqual([license.key.slice(-4)]);
    }
  });

  test('stopped', async () => {
    const { license } = sites.rms.license('7kQz');
    await reveal(client, license);
    expect(states(readAt(await press(client, license, 'stop')))).toEqual(['7kQz stopped']);
  });

  test("the shop's own app: its functions, and the two pages of their save", async () => {
    const { license, app } = sites.rms.license('A9FR');
    const { functions } = await shownOf('A9FR');
    expect(functions).toMatchObject({ developer: '店舗様', stage: 'registered' });
    const used = (reading: Reading) =>
      reading.functions?.rows.filter((row) => row.used).map(({ name }) => name);
    expect(functions?.rows.filter((row) => row.used === null)).toEqual([]);
    expect(functions?.rows.filter((row) => row.used).map(({ name }) => name)).toEqual(
      expect.arrayContaining(app.functions),
    );
    const address = `${sites.urls.detail(license)}/functions`;
    const editing = await visit(address);
    expect(editing).toMatchObject({ pageClass: 'none', functions: { stage: 'editing' } });
    const form = new URLSearchParams([['function', 'coupon.get']]);
    const confirming = readAt(await client.visit(address, { form }));
    expect(confirming).toMatchObject({ pageClass: 'none', functions: { stage: 'confirming' } });
    expect(used(confirming)).toEqual(['coupon.get']);
    const done = readAt(await client.visit(`${address}/register`, { form: {} }));
    expect(done.functions?.stage).toBe('registered');
    expect(used(done)).toEqual(['coupon.get']);
  });

  test('楽天からのお知らせ and 障害情報 are no lists of keys, and no alarm', async () => {
    const quiet = { pageClass: 'none', licenses: [], events: [], problems: [] };
    expect(await visit(sites.urls.news)).toMatchObject(quiet);
    expect((await visit(sites.urls.outages)).outages).toBeUndefined();
    sites.rms.options({ apiOutage: { from: NOW - 3_600_000, to: null } });
    const reading = await visit(sites.urls.outages);
    expect(reading).toMatchObject(quiet);
    expect(reading.outages).toMatchObject([{ from: NOW - 3_600_000, to: null }]);
    sites.rms.options({ apiOutage: null });
  });
});
