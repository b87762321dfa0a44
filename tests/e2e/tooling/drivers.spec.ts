// The tools of the other browser tests, each proved once by itself, so that a test that fails says
// something about the product.
import { axeFindings } from '../support/axe.ts';
import { behindScenes } from '../support/behind.ts';
import { setCanary } from '../support/canary.ts';
import { expect, test } from '../support/fixtures.ts';
import { extensionFiles, sightings, writings } from '../support/sightings.ts';

interface Scripter {
  chrome: {
    tabs: { query: (which: object) => Promise<{ id: number; active: boolean }[]> };
    scripting: { executeScript: (what: object) => Promise<{ result: unknown }[]> };
  };
}

const PLANTED = 'SL123456_AbCdEfGh12345678';
const DAY = 86_400_000;
test('the real popup opens by the toolbar, in Japanese, with the moved clock', async ({
  kagiban,
}) => {
  await kagiban.moveClock(30 * DAY);
  const page = await kagiban.context.newPage();
  await page.goto('about:blank');
  const popup = await kagiban.clickToolbar(page);
  await expect.poll(() => popup.text('body')).toContain('鍵番');
  const ahead = await popup.evaluate(() => Date.now(), null);
  expect(Math.abs(ahead - Date.now() - 30 * DAY)).toBeLessThan(60_000);
  await popup.close();
});

test('the real host names lead to the stand-ins, and a click on the toolbar grants the page', async ({
  kagiban,
  sites,
}) => {
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.goqSystem());
  await expect(page.locator('h1')).toHaveText('モール詳細設定');
  const inject = () =>
    kagiban.inWorker(async (url) => {
      const { chrome } = globalThis as unknown as Scripter;
      const tab = (await chrome.tabs.query({})).find((each) => each.active);
      const target = { tabId: tab?.id ?? -1 };
      return chrome.scripting.executeScript({ target, func: () => document.title }).then(
        ([frame]) => String(frame?.result).includes(url),
        () => false,
      );
    }, 'GoQSystem');
  expect(await inject()).toBe(false);
  const popup = await kagiban.clickToolbar(page);
  expect(await inject()).toBe(true);
  await popup.close();
});

test.describe('in English', () => {
  test.use({ launch: { lang: 'en' } });
  test('the pages speak English', async ({ kagiban }) => {
    const page = await kagiban.openPopupPage();
    await expect(page.locator('body')).toContainText('Kagiban');
    await expect(page.locator('body')).not.toContainText('アプリ一覧');
  });
});

test('axe finds what is wrong', async ({ kagiban }) => {
  const page = await kagiban.context.newPage();
  await page.setContent('<title>x</title><main><img src="x.png"></main>');
  expect((await axeFindings(page)).join('\n')).toContain('image-alt');
});

test('the canary finds a planted key wherever it was left', async ({ kagiban }) => {
  const canary = setCanary(kagiban);
  expect(await canary.search([PLANTED])).toEqual([]);

  await behindScenes(kagiban.context, kagiban.extensionId, async (page) => {
    await page.evaluate(async (key) => {
      interface Areas {
        chrome: { storage: Record<'local' | 'session', { set: (v: object) => Promise<void> }> };
      }
      const { chrome } = globalThis as unknown as Areas;
      await chrome.storage.local.set({ left: key });
      await chrome.storage.session.set({ left: btoa(`secret:${key}`) });
      await new Promise((resolve) => {
        const opened = indexedDB.open('left', 1);
        opened.addEventListener('upgradeneeded', () => {
          opened.result.createObjectStore('s').put(new TextEncoder().encode(key), 'k');
        });
        opened.addEventListener('success', () => {
          opened.result.close();
          resolve(null);
        });
      });
      console.info(`left ${key}`);
    }, PLANTED);
  });
  await kagiban.inWorker((key) => console.info(key), PLANTED);

  const where = (await canary.search([PLANTED])).map((each) => each.where).join('\n');
  for (const place of [
    'storage.local',
    'storage.session',
    'IndexedDB left s',
    'console of chrome',
    'console of the worker',
  ]) {
    expect(where).toContain(place);
  }
  await kagiban.context.close();
  const onDisk = sightings(extensionFiles(kagiban.profile), [PLANTED]);
  expect(onDisk.length).toBeGreaterThan(0);
});

test('every writing of a key is found inside longer texts', () => {
  const long = Buffer.from(`ab${PLANTED}cd`).toString('base64');
  const found = sightings([['here', long]], [PLANTED]);
  expect(found).toHaveLength(1);
  expect(writings(PLANTED).size).toBe(7);
});
