import { assert, array, asyncProperty, constantFrom, nat, record } from 'fast-check';
import type { Page } from '@playwright/test';
import { domainOf } from '../../utils/tools/domain.ts';
import { KEY } from './support/tool-ledger.ts';
import { expect, ORIGIN, test, type Tool } from './support/tool-page.ts';

// Right pages for somebody else: other addresses that look like the tool's, other shops at its own address.

const LONG = process.env['KAGIBAN_LONG'] === '1';
const settings = (shop: string): string =>
  `<!doctype html><html lang="ja"><title>ネクストエンジン</title><body><h1>API設定</h1>
  <p>店舗名：${shop}</p><label>ライセンスキー<input id="key"></label>`;

/** As if the person had bound the tool at its own address before. */
function bind(tool: Tool): void {
  const binding = { id: 'b', shopId: 'shop-a', connectorId: 'next-engine', appId: 'ne' };
  tool.known.bindings = [{ ...binding, origin: ORIGIN, shopOnTool: null, createdAt: 0 }];
}

for (const host of [
  'tool.examp1e.jp',
  'tool.xn--exampl-cva.jp',
  'xn--tool-z73b.example.jp.evil.example',
  'tool.example.jp.evil.example',
  'tool-example.jp',
  'tool.example.co',
  'evil.example.jp',
]) {
  test(`not at ${host}, once the tool is bound to its own address`, async ({ tool }) => {
    bind(tool);
    await tool.open(settings('サンプル商店'), `https://${host}/settings`);
    expect(await tool.put()).toEqual({ licenseKey: 'wrongOrigin' });
    expect(await tool.holding()).toEqual([]);
  });
}

test('not at another port of the same host', async ({ tool }) => {
  bind(tool);
  await tool.open(settings('サンプル商店'), 'https://tool.example.jp:8443/settings');
  expect(await tool.put()).toEqual({ licenseKey: 'wrongOrigin' });
});

test('an IDN host is shown as it is written in the address, not as it looks', () => {
  expect(domainOf(new URL('https://tооl.example.jp').hostname)).toBe('example.jp');
  expect(domainOf(new URL('https://ехample.jp').hostname)).toMatch(/^xn--/);
});

test('a hostile copy has no key before a person agreed to its domain', async ({ tool }) => {
  await tool.open(settings('サンプル商店'), 'https://xn--exampl-cva.jp/settings');
  const { lookId, domain } = await tool.look();
  expect(domain).toBe('xn--exampl-cva.jp');
  const wish = { tabId: 1, lookId, carryId: 'vendor', choices: null, warningsConfirmed: true };
  const no = { ...wish, originConfirmed: false, shopConfirmed: true };
  const { answer } = await tool.desk.fillIn(no, tool.known);
  expect(answer).toMatchObject({ kind: 'ask', originConfirm: true });
  expect(await tool.holding()).toEqual([]);
});

test('another tenant’s shop at the right address', async ({ tool }) => {
  bind(tool);
  await tool.open(settings('よその商店'));
  expect(await tool.put()).toEqual({ licenseKey: 'otherShop' });
  expect(await tool.holding()).toEqual([]);
});

test('listeners everywhere: they see the key in its field, and no other field gets it', async ({
  tool,
}) => {
  await tool.open(
    `${settings('サンプル商店')}<input id="spy" type="hidden"><input id="other"><script>
    const types = ['focus','focusin','keydown','keypress','beforeinput','input','keyup','change','blur','focusout'];
    for (const target of [window, document, document.body, ...document.querySelectorAll('input')])
      for (const type of types) for (const capture of [true, false])
        target.addEventListener(type, (event) => {
          document.querySelector('#spy').value += [event.data, event.key, event.detail].filter(Boolean).join();
        }, { capture });</script>`,
  );
  expect(await tool.put({ shopConfirmed: false })).toEqual({ licenseKey: 'filled' });
  expect(await tool.holding()).toEqual(['key']);
});

test('a page that moves the focus to its own field while we fill gets nothing there', async ({
  tool,
}) => {
  await tool.open(
    `${settings('サンプル商店')}<input id="trap"><script>
    const trap = document.querySelector('#trap');
    for (const type of ['focus', 'keydown', 'input'])
      document.querySelector('#key').addEventListener(type, () => trap.focus());</script>`,
  );
  await tool.put({ shopConfirmed: false });
  expect(await tool.holding()).toEqual(['key']);
});

test('a field that puts itself in the place of the first at the first event', async ({ tool }) => {
  await tool.open(
    `${settings('サンプル商店')}<script>
    const key = document.querySelector('#key');
    key.addEventListener('focus', () => { const trap = document.createElement('input');
      trap.id = 'trap'; key.replaceWith(trap); }, { once: true });</script>`,
  );
  const outcome = await tool.put({ shopConfirmed: false });
  expect(outcome).toEqual({ licenseKey: 'notTaken' });
  expect(await tool.holding()).toEqual([]);
});

// Forty shops of one agency on one address; between the click and the fill the tab shows another shop, by
// a new document, by a script that redraws, or only by the choice of shop.
const SHOPS = Array.from({ length: 40 }, (_, at) => ({
  id: at === 0 ? 'shop-a' : `shop-${at}`,
  name: `検証商店${String(at + 1).padStart(2, '0')}号店`,
  slug: `kensho-${String(at + 1).padStart(2, '0')}`,
}));

const screen = (at: number): string =>
  `<!doctype html><html lang="ja"><title>ネクストエンジン</title><body><h1>API設定</h1>
  <p>店舗を選択 <select id="shop">${SHOPS.map(
    ({ slug, name }, each) =>
      `<option value="${slug}" ${each === at ? 'selected' : ''}>${name}</option>`,
  ).join('')}</select></p>
  <div id="form"><label>ライセンスキー<input id="key" data-shop="${at}"></label></div>`;

const SWITCHES = {
  none: async () => undefined,
  load: async (page: Page, to: number) => void (await page.goto(`${ORIGIN}/shop/${to}`)),
  redraw: (page: Page, to: number) =>
    page.evaluate((at) => {
      document.querySelectorAll('option').forEach((each, index) => {
        each.selected = index === at;
      });
      const form = document.querySelector('#form');
      if (form) form.innerHTML = `<label>ライセンスキー<input id="key" data-shop="${at}"></label>`;
    }, to),
  choose: (page: Page, to: number) =>
    page
      .locator('#shop')
      .selectOption({ index: to })
      .then(() => undefined),
} satisfies Record<string, (page: Page, to: number) => Promise<void | undefined>>;

test('forty shops at one address, the screen switched between click and fill: 0 wrong fills', async ({
  tool,
}) => {
  const [template] = tool.known.shops;
  if (!template) throw new Error('the ledger of the tests has a shop');
  tool.known.shops = SHOPS.map((shop) => Object.assign(structuredClone(template), shop));
  await Promise.all(SHOPS.map((_, at) => tool.serve(`${ORIGIN}/shop/${at}`, screen(at))));
  const counted = { filled: 0, refused: 0 };
  const act = record({
    from: nat(39),
    to: nat(39),
    how: constantFrom(...(Object.keys(SWITCHES) as (keyof typeof SWITCHES)[])),
  });
  await assert(
    asyncProperty(array(act, { minLength: 1, maxLength: 3 }), async (acts) => {
      for (const { from, to, how } of acts) {
        await tool.page.goto(`${ORIGIN}/shop/${from}`);
        const seen = await tool.look();
        await SWITCHES[how](tool.page, to);
        const key = tool.carried['vendor'];
        if (key) key.shopId = 'shop-a';
        const outcome = await tool.putSeen(seen, { shopConfirmed: true }).catch(() => null);
        const [shop, value] = await tool.page
          .locator('#key')
          .evaluate((input) => [
            document.querySelector('select')?.selectedIndex,
            (input as HTMLInputElement).value,
          ]);
        const went = value === KEY;
        expect(went).toBe(outcome?.['licenseKey'] === 'filled');
        // The key is the first shop's: on any other's screen it is a wrong fill.
        if (went) expect(shop).toBe(0);
        counted[went ? 'filled' : 'refused'] += 1;
      }
    }),
    { numRuns: LONG ? 400 : 15, seed: 20261126, examples: [[[{ from: 0, to: 0, how: 'none' }]]] },
  );
  expect(counted.filled).toBeGreaterThan(0);
  expect(counted.refused).toBeGreaterThan(5);
});
