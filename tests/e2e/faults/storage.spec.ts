// A ledger that cannot be written or read: it is said in plain words wherever somebody looks, nothing that
// was known is lost, and nothing runs in circles.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { STORE_NAME } from '../../../utils/ledger/store.ts';
import { STORE_VERSION } from '../../../utils/ledger/migrations.ts';
import { behindScenes, type ChromeApi } from '../support/behind.ts';
import { expect, test } from '../support/fixtures.ts';
import { launchKagiban, type Kagiban } from '../support/launch.ts';
import { startSites } from '../../sites/start.ts';
import { storedLedger } from './support/ledger.ts';
import { smallDisk } from './support/small-disk.ts';

const notice = (page: Page) => page.locator('[data-kagiban="notice"]');
const marks = (page: Page) => page.locator('[data-kagiban="mark"]');

test('a ledger of a newer version is left as it is, and everybody is told', async ({
  kagiban,
  sites,
}) => {
  const newer = { id: 'from tomorrow', shape: ['unknown', 'to', 'us'] };
  await kagiban.killWorker();
  await behindScenes(kagiban.context, kagiban.extensionId, (page) =>
    page.evaluate(
      async ({ name, version, row }) => {
        const done = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
          new Promise((resolve, reject) => {
            request.addEventListener('success', () => resolve(request.result));
            request.addEventListener('error', () => reject(request.error ?? new Error(name)));
          });
        await done(indexedDB.deleteDatabase(name));
        const opening = indexedDB.open(name, version);
        opening.addEventListener('upgradeneeded', () =>
          opening.result.createObjectStore('tomorrow', { keyPath: 'id' }).put(row),
        );
        (await done(opening)).close();
      },
      { name: STORE_NAME, version: STORE_VERSION + 1, row: newer },
    ),
  );
  await kagiban.killWorker();
  const startsBefore = kagiban.workerLogs.length;

  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(notice(page)).toContainText('新しい版の鍵番');
  // The page itself was read: what it shows is right, only kept it is not.
  await expect(marks(page)).toHaveCount(3);
  await expect.poll(kagiban.badge).toBe('!');

  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-error="storeNewer"]');
  expect(await popup.text('body')).toContain('台帳が、この鍵番より新しい版で作られています');
  expect(await popup.text('body')).not.toContain('すべて問題ありません');
  await popup.close();
  const board = await kagiban.openPage('board.html');
  await expect(board.locator('[data-error="storeNewer"]')).toBeVisible();
  await board.close();

  expect(await storedLedger(kagiban)).toEqual({ tomorrow: [newer] });
  await expectCalm(kagiban, startsBefore);
});

/** No error that nobody caught, and the next try minutes away: no crash loop. */
async function expectCalm(kagiban: Kagiban, logsBefore: number): Promise<void> {
  expect(
    kagiban.workerLogs.slice(logsBefore).filter((line) => /exceptionThrown/.test(line)),
  ).toEqual([]);
  const alarms = await behindScenes(kagiban.context, kagiban.extensionId, (page) =>
    page.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: ChromeApi };
      return chrome.alarms.getAll();
    }),
  );
  expect(alarms).toHaveLength(1);
  expect((alarms[0]?.scheduledTime ?? 0) - Date.now()).toBeGreaterThan(60_000);
}

test('a full disk: said at once, the old ledger whole, and the next reading kept', async () => {
  const disk = smallDisk(400);
  test.skip(disk === null, 'this machine lets nobody mount a small disk');
  if (!disk) return;
  const sites = await startSites();
  const kagiban = await launchKagiban({
    resolverRules: sites.resolverRules,
    profile: path.join(disk.folder, 'profile'),
  });
  try {
    const page = await kagiban.context.newPage();
    await page.goto(sites.urls.appList);
    await expect(marks(page)).toHaveCount(3);
    await expect
      .poll(async () => (await storedLedger(kagiban)).deliveries.map(({ state }) => state))
      .toEqual(['sent']);
    const known = async () => {
      const { licenses, reminders } = await storedLedger(kagiban);
      return [...licenses, ...reminders].map(({ id }) => id);
    };
    const before = await known();
    expect(before.length).toBeGreaterThan(3);

    await test.step('full', async () => {
      disk.fill();
      sites.rms.addLicense({ app: '新しいアプリ', last4: 'nEw1' });
      await page.reload();
      await expect(notice(page)).toContainText('空き容量');
      await expect(marks(page)).toHaveCount(4);
      await expect.poll(kagiban.badge).toBe('!');
      const popup = await kagiban.clickToolbar(page);
      await popup.waitFor('[data-error="storeFull"]');
      expect(await popup.text('body')).not.toContain('すべて問題ありません');
      await popup.close();
      // What went wrong once is still so at the next look, while nothing has been written since.
      await kagiban.killWorker();
      await page.reload();
      await expect(notice(page)).toContainText('空き容量');
      expect(await kagiban.badge()).toBe('!');
    });

    await test.step('space again', async () => {
      disk.empty();
      expect(await known()).toEqual(expect.arrayContaining(before));
      await page.reload();
      await expect(marks(page)).toHaveCount(4);
      const popup = await kagiban.clickToolbar(page);
      await popup.waitFor('[data-kagiban="license"][data-last4="nEw1"]');
      expect(await popup.data('[data-error]')).toEqual([]);
      await popup.close();
      await expect(notice(page)).toHaveCount(0);
      await expect.poll(kagiban.badge).toBe('2');
    });
  } finally {
    await kagiban.close();
    await sites.close();
    disk.remove();
  }
});
