import { type Browser, chromium, test as base } from '@playwright/test';
import { isRoot, machine } from '../../scripts/lib/machine.ts';
import { startSites, type Sites } from '../sites/start.ts';
import { KEY, SECRET } from './support/tool-ledger.ts';
import { expect, type Tool, toolOn } from './support/tool-page.ts';

// The stand-ins of the three tools: plain HTML, fields that a framework controls, one that checks length.

interface Fixtures {
  sites: Sites;
  browser: Browser;
  tool: Tool;
}
const test = base.extend<Fixtures>({
  // Playwright reads a fixture's needs from this pattern, an empty one too.
  // oxlint-disable-next-line no-empty-pattern
  sites: async ({}, use) => {
    const sites = await startSites();
    await use(sites);
    await sites.close();
  },
  tool: async ({ sites }, use) => {
    const browser = await chromium.launch({
      executablePath: machine().chromium,
      chromiumSandbox: !isRoot(),
      args: [`--host-resolver-rules=${sites.resolverRules}`],
    });
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const tool = await toolOn(await context.newPage());
    // The key's shop is the stand-ins' first, the other their second.
    tool.known.shops = tool.known.shops.map(({ id, digits, ...rest }, at) => {
      const { slug, name } = sites.tools.nextEngine.shops[at] ?? {};
      return Object.assign(rest, { id, digits, slug: slug ?? null, name: name ?? null });
    });
    await use(tool);
    await browser.close();
  },
});

test('ネクストエンジン: filled, saved by the person, and the tool has it', async ({
  sites,
  tool,
}) => {
  await tool.page.goto(sites.urls.nextEngine());
  expect(await tool.look()).toMatchObject({
    connectorId: 'next-engine',
    domain: 'next-engine.com',
    fields: [{ field: 'licenseKey', found: 'one' }],
  });
  expect(await tool.put({ shopConfirmed: false })).toEqual({ licenseKey: 'filled' });
  expect(sites.tools.nextEngine.saves()).toBe(0);
  await tool.page.getByRole('button', { name: '設定を保存' }).click();
  await tool.page.getByText('設定を保存しました').waitFor();
  expect(sites.tools.nextEngine.saved().licenseKey).toBe(KEY);
});

test('GoQSystem: the controlled field keeps the key, the old two stay as they were', async ({
  sites,
  tool,
}) => {
  await tool.page.goto(sites.urls.goqSystem());
  await tool.page.getByRole('button', { name: '設定を保存して次へ進む' }).waitFor();
  const before = sites.tools.goqSystem.saved();
  const outcomes = await tool.put({ carryId: 'goq', shopConfirmed: false });
  expect(outcomes).toEqual({ licenseKey: 'filled' });
  await tool.page.getByRole('button', { name: '設定を保存して次へ進む' }).click();
  await tool.page.getByText('設定を保存しました').waitFor();
  expect(sites.tools.goqSystem.saved()).toEqual({ ...before, squareKey: KEY });
});

test('ECステーション: three fields, and its form takes them as typed', async ({ sites, tool }) => {
  await tool.page.goto(sites.urls.ecStation());
  expect(await tool.put({ carryId: 'own', shopConfirmed: false })).toEqual({
    serviceSecret: 'filled',
    licenseKey: 'filled',
    expiresOn: 'filled',
  });
  await tool.page.getByRole('button', { name: '保存', exact: true }).click();
  await tool.page.getByText('保存しました').waitFor();
  expect(sites.tools.ecStation.saved()).toEqual({
    serviceSecret: SECRET,
    licenseKey: KEY,
    expiresOn: '2027/02/18',
  });
});

test('ECステーション with その他設定 closed: the fields are not seen, and not filled', async ({
  sites,
  tool,
}) => {
  await tool.page.goto(sites.urls.ecStation().replace('#other', ''));
  expect(await tool.put({ carryId: 'own' })).toMatchObject({ licenseKey: 'hidden' });
  expect(await tool.holding()).toEqual([]);
});

for (const name of ['nextEngine', 'goqSystem', 'ecStation'] as const) {
  test(`${name}: the same screen of the other shop is refused`, async ({ sites, tool }) => {
    await tool.page.goto(sites.urls[name]('2'));
    await tool.page.getByRole('button', { name: '保存' }).last().waitFor();
    const carryId = { nextEngine: 'vendor', goqSystem: 'goq', ecStation: 'own' }[name];
    const outcomes = await tool.put({ carryId });
    expect(outcomes).toMatchObject({ licenseKey: 'otherShop' });
    expect(await tool.holding()).toEqual([]);
  });
}

test('another app’s key is refused, whoever’s screen it is', async ({ sites, tool }) => {
  await tool.page.goto(sites.urls.nextEngine());
  expect(await tool.put({ carryId: 'own' })).toEqual({ licenseKey: 'otherApp' });
  expect(await tool.put({ carryId: 'goq' })).toEqual({ licenseKey: 'otherApp' });
  await tool.page.goto(sites.urls.ecStation());
  expect(await tool.put({ carryId: 'vendor' })).toMatchObject({ licenseKey: 'otherApp' });
  expect(await tool.holding()).toEqual([]);
});
