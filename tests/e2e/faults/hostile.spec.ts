// Pages on RMS's own hosts that mean harm: nothing hangs, nothing of theirs runs or misleads in our pages,
// and a row is either read as it stands or said to be unread.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { Kagiban } from '../support/launch.ts';
import { plantPages, type PlantedPage, type PlantedRow } from './support/list-page.ts';
import { storedLedger } from './support/ledger.ts';

const MB = 1_000_000;
/** Ten times what a reading may hold; the browser itself takes a while to draw them. */
const ROWS = process.env['KAGIBAN_LONG'] === '1' ? 50_000 : 8_000;
const row = (last4: string, app = `アプリ${last4}`): PlantedRow => ({
  app,
  last4,
  expiry: '2031/03/01',
});
const script = (code: string): string => `<script>${code}</script>`;

const CRUEL: Record<string, PlantedPage> = {
  'ten thousand columns': {
    shop: '600001',
    rows: [row('Aa01'), row('Aa02')],
    moreHeads: '<th>x</th>'.repeat(10_000),
    moreCells: '<td>y</td>'.repeat(10_000),
  },
  'a span of ten thousand columns': {
    shop: '600002',
    rows: [row('Bb01')],
    moreHeads: '<th colspan="1000">x</th>'.repeat(10),
    moreCells: '<td rowspan="65534" colspan="1000">y</td>',
  },
  'cells of a megabyte': {
    shop: '600003',
    rows: [row('Cc01'), { ...row('Cc02'), state: '利'.repeat(50_000) }],
    // Hidden, or the browser itself is busy for half a minute laying it out.
    after: script(`
      const cell = document.querySelector('tr:last-child td:nth-child(2)');
      const big = document.createElement('span');
      big.style.display = 'none';
      big.textContent = 'あ'.repeat(${MB});
      cell.append(big);
      cell.setAttribute('title', 'x'.repeat(${MB}));
    `),
  },
  'a list far below': {
    shop: '600004',
    rows: [row('Dd01')],
    after: script(`
      const table = document.querySelector('table');
      let deep = document.body.appendChild(document.createElement('section'));
      for (let i = 0; i < 800; i += 1) deep = deep.appendChild(document.createElement('div'));
      deep.append(table);
      for (let i = 0; i < 1000; i += 1) deep = deep.appendChild(document.createElement('b'));
    `),
  },
  'rows without end': {
    shop: '600005',
    rows: [row('Ee01')],
    after: script(`
      const body = document.querySelector('tbody');
      const first = body.rows[0].outerHTML;
      body.innerHTML = Array.from({ length: ${ROWS} }, (_, i) =>
        first.replace('アプリEe01', 'アプリ' + i)).join('');
    `),
  },
  'a page that changes for ever': {
    shop: '600006',
    rows: [row('Ff01'), row('Ff02')],
    after: `<p id="clock"></p>${script(`
      setInterval(() => { document.querySelector('#clock').textContent = String(Math.random()); }, 5);
    `)}`,
  },
};

test('cruel pages: read or said to be unread, and the page stays alive', async ({
  kagiban,
  sites,
}) => {
  test.setTimeout(150_000);
  const url = plantPages(sites, new Map(Object.entries(CRUEL)));
  const page = await kagiban.context.newPage();
  const crashes: string[] = [];
  page.on('crash', () => crashes.push(page.url()));
  for (const [name, planted] of Object.entries(CRUEL)) {
    await test.step(name, async () => {
      await page.goto(url(name), { timeout: 60_000 });
      const gap = watchGaps(page);
      const said = await saidOf(kagiban, planted);
      // Wrong rows are worse than none (promise 3): what is there is what was planted.
      const names = new Set(planted.rows.map((one) => one.last4));
      for (const license of said.licenses) {
        expect(names).toContain(license.last4);
        expect(license.expiry?.on ?? null).toBe('2031-03-01');
      }
      const missing = [...names].filter(
        (last4) => !said.licenses.some((license) => license.last4 === last4),
      );
      if (missing.length > 0) expect(said.problems).not.toEqual([]);
      expect(await gap()).toBeLessThan(10_000);
    });
  }
  expect(crashes).toEqual([]);
  expect(kagiban.workerLogs.filter((line) => /exceptionThrown/.test(line))).toEqual([]);
});

/** What the ledger holds of the planted page, once something of it was told. */
async function saidOf(kagiban: Kagiban, { shop }: PlantedPage) {
  const found = async () => {
    const { shops, pages, licenses } = await storedLedger(kagiban);
    const id = shops.find(({ digits }) => digits === shop)?.id;
    const status = pages.find(({ shopId }) => shopId === id);
    // The second report tells the whole page, problems and all. How far apart the two are taken in is no sign:
    // a worker that was starting, or busy, takes the first one late.
    if (!status) return null;
    if (status.at === status.since && status.problems.length === 0) return null;
    return {
      licenses: licenses.filter(({ shopId }) => shopId === id),
      problems: [...status.problems, ...(status.pageClass === 'unreadable' ? ['page'] : [])],
    };
  };
  await expect.poll(async () => (await found()) !== null, { timeout: 40_000 }).toBe(true);
  const said = await found();
  if (!said) throw new Error('it was there a moment ago');
  return said;
}

/** The longest time for which the page did nothing else, in ms, between the call and the asking. */
function watchGaps(page: Page): () => Promise<number> {
  const started = page.evaluate(() => {
    const state = { last: performance.now(), worst: 0 };
    Object.assign(globalThis, { gaps: state });
    setInterval(() => {
      const now = performance.now();
      state.worst = Math.max(state.worst, now - state.last);
      state.last = now;
    }, 20);
  });
  return async () => {
    await started;
    return page.evaluate(() => (globalThis as unknown as { gaps: { worst: number } }).gaps.worst);
  };
}

const SOON = 2 * 86_400_000;
const soon = (): string =>
  new Date(Date.now() + SOON).toISOString().slice(0, 10).replaceAll('-', '/');

test('text that would be code, or turn the words around it, stays text', async ({
  kagiban,
  sites,
}) => {
  const apps = [
    '<img src=x onerror="window.harmed=1">',
    '</title></script><script>window.harmed=1</script>',
    '\u202e期限切れではありません\u2066\u0000',
    '{{constructor.constructor("harmed=1")()}} ${harmed=1} %s $1 $&',
    'javascript:harmed=1//"onmouseover="harmed=1',
  ];
  const rows = apps.map((app, i) => ({ ...row(`Xs0${i}`, app), expiry: soon() }));
  rows.push({ ...row('Xs99', 'x'), developer: '<b onclick=harmed=1>社</b>\u202e', expiry: '?' });
  const planted = { shop: '700001', rows };
  const url = plantPages(sites, new Map([['text', planted]]));
  const page = await kagiban.context.newPage();
  await page.goto(url('text'));
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(apps.length);
  await expect(page.locator('[data-kagiban="unreadable"]')).toHaveCount(1);
  await expect.poll(() => kagiban.notifications.length).toBeGreaterThan(0);
  for (const { title, message } of kagiban.notifications) {
    expect(title + message).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="license"]');
  await popup.waitFor('[data-kagiban="unreadable"]');
  const shown = await popup.data('[data-kagiban="license"]');
  expect(shown.map((one) => one['last4']).sort()).toEqual(['Xs00', 'Xs01', 'Xs02', 'Xs03', 'Xs04']);
  expect(shown.find((one) => one['last4'] === 'Xs00')?.['app']).toBe(apps[0]);
  const inside = () => ({
    harmed: Reflect.get(globalThis, 'harmed') ?? null,
    planted: document.querySelectorAll(
      '#app script, #app [onerror], #app [onclick], #app img[src="x"]',
    ).length,
    turned: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent ?? ''),
  });
  expect(await popup.evaluate(inside, null)).toEqual({ harmed: null, planted: 0, turned: false });
  await popup.close();
  const board = await kagiban.openPage('board.html');
  await board.locator('[data-kagiban="license"]').first().waitFor();
  expect(await board.evaluate(() => Reflect.get(globalThis, 'harmed') ?? null)).toBeNull();
  expect(await board.locator('img[src="x"], [onerror]').count()).toBe(0);
  expect(await board.evaluate(() => /[\u202a-\u202e]/.test(document.body.textContent ?? ''))).toBe(
    false,
  );
});

test('a page that takes our marks away again and again is not fought for ever', async ({
  kagiban,
  sites,
}) => {
  const planted: PlantedPage = {
    shop: '700002',
    rows: [row('Rm01'), row('Rm02')],
    after: script(`
      globalThis.removed = 0;
      globalThis.changed = 0;
      new MutationObserver(() => {
        for (const el of document.querySelectorAll('[data-kagiban]')) { el.remove(); globalThis.removed += 1; }
      }).observe(document, { childList: true, subtree: true });
      const note = document.body.appendChild(document.createElement('p'));
      setInterval(() => { note.textContent = String(globalThis.changed += 1); }, 50);
    `),
  };
  const url = plantPages(sites, new Map([['removes', planted]]));
  const page = await kagiban.context.newPage();
  await page.goto(url('removes'));
  const counts = () =>
    page.evaluate(() => {
      const { removed, changed } = globalThis as unknown as Record<'removed' | 'changed', number>;
      return { removed, changed };
    });
  await expect.poll(async () => (await counts()).removed).toBeGreaterThan(0);
  // It gives up while the page goes on changing: 60 more changes, and none of ours is put back.
  await expect
    .poll(
      async () => {
        const before = await counts();
        await page.waitForFunction(
          (n) => (globalThis as unknown as { changed: number }).changed > n,
          before.changed + 60,
        );
        return (await counts()).removed - before.removed;
      },
      { timeout: 40_000 },
    )
    .toBe(0);
  expect((await counts()).removed).toBeLessThan(30);
  const { licenses } = await storedLedger(kagiban);
  expect(licenses.map(({ last4 }) => last4).sort()).toEqual(['Rm01', 'Rm02']);
});

test('forged elements of ours are neither read nor shown, and do not stay', async ({
  kagiban,
  sites,
}) => {
  const planted: PlantedPage = {
    shop: '700003',
    rows: [row('Fg01')],
    before: `<span data-kagiban="mark" data-last4="Fg01" data-state="active" data-days-left="900">安全</span>
      <div data-kagiban="license" data-last4="FAKE">末尾4桁: FAKE</div>
      <button data-kagiban="carry" data-last4="FAKE">運ぶ</button>`,
  };
  const url = plantPages(sites, new Map([['forged', planted]]));
  const page = await kagiban.context.newPage();
  await page.goto(url('forged'));
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(1);
  await expect(page.locator('td [data-kagiban="mark"]')).toHaveAttribute('data-last4', 'Fg01');
  await expect(page.locator('[data-last4="FAKE"]')).toHaveCount(0);
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="license"]');
  expect((await popup.data('[data-kagiban="license"]')).map((one) => one['last4'])).toEqual([
    'Fg01',
  ]);
  await popup.close();
});

test('a page that says two shops is nobody’s', async ({ kagiban, sites }) => {
  const two: PlantedPage = {
    shop: '700004',
    rows: [row('Tw01')],
    after: `<script>var ral = { shopid: '700005', shopurl: 'shop-700005' };</script>
      <a id="com_header_shop_url" href="https://www.rakuten.co.jp/shop-700005/">店</a>
      <table border="1"><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>
      <tr><td>株式会社テスト</td><td>別店舗のアプリ</td><td>末尾4桁: Tw02</td><td>2031/04/01</td><td>利用中</td></tr></table>`,
  };
  const url = plantPages(sites, new Map([['two', two]]));
  const page = await kagiban.context.newPage();
  await page.goto(url('two'));
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(2);
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="license"]');
  await popup.waitFor('[data-kagiban="unreadable"]');
  const shown = await popup.data('[data-kagiban="license"]');
  expect(shown.map((one) => one['shop'])).toEqual(['unknown', 'unknown']);
  await popup.close();
  expect(await kagiban.badge()).toBe('!');
});
