// The clock and the worker's life: a notice comes once, late if need be, and the days are Japan's.
import { DAY, HOUR } from '../../../utils/model/time.ts';
import type { Kagiban } from '../support/launch.ts';
import { expect, test } from '../support/fixtures.ts';
import type { ChromeApi } from '../support/behind.ts';
import { plantPages, type PlantedPage } from './support/list-page.ts';
import { storedLedger } from './support/ledger.ts';
import type { SeenNotification } from '../support/notifications.ts';

const JST = 9 * HOUR;
const jstDay = (at: number): number => Math.floor((at + JST) / DAY);
/** How far to move the clock to stand `days` days on, at that hour in Japan. */
const aheadTo = (days: number, hour: number): number =>
  (jstDay(Date.now()) + days) * DAY - JST + hour * HOUR - Date.now();
const dateIn = (days: number): string =>
  new Date((jstDay(Date.now()) + days) * DAY).toISOString().slice(0, 10).replaceAll('-', '/');

/** The alarm as the browser would send it, with the clock as it is. */
async function alarm(kagiban: Kagiban): Promise<void> {
  await kagiban.inWorker(() => {
    const { chrome } = globalThis as unknown as { chrome: ChromeApi };
    chrome.alarms.onAlarm.dispatch({ name: 'kagiban-wake' });
  }, null);
}

const listOf = (rows: PlantedPage['rows']): PlantedPage => ({ shop: '900001', rows });

async function sentCount(kagiban: Kagiban): Promise<number> {
  const { deliveries } = await storedLedger(kagiban);
  return deliveries.filter(({ state }) => state === 'sent').length;
}

const SLEEPS: [how: string, days: number, word: RegExp, left: string][] = [
  // 30, 14 and 7 days before have passed.
  ['over three thresholds', 34, /6日/, '6'],
  ['over the last day', 41, /切れ/, '-1'],
  ['over a month and every threshold', 71, /切れ/, '-31'],
];
const saidIn = ({ title, message }: SeenNotification): string => `${title} ${message}`;

for (const [how, days, word, left] of SLEEPS) {
  test(`asleep ${how}: one notice, the nearest`, async ({ kagiban, sites, travel }) => {
    const row = { app: '受注くん', last4: 'Tm01', expiry: dateIn(40) };
    const url = plantPages(sites, new Map([['list', listOf([row])]]))('list');
    const page = await kagiban.context.newPage();
    await page.goto(url);
    await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(1);
    await alarm(kagiban);
    expect(await sentCount(kagiban)).toBe(0);

    await kagiban.killWorker();
    await travel(aheadTo(days, 12));
    await alarm(kagiban);
    await expect.poll(() => sentCount(kagiban)).toBe(1);
    // After a month RMS has not been looked at for too long either: both stand in the one notice.
    await expect.poll(() => kagiban.notifications.map(saidIn).join('\n')).toMatch(word);
    const popup = await kagiban.clickToolbar(page);
    await popup.waitFor(`[data-kagiban="license"][data-days-left="${left}"]`);
    expect((await popup.text('[data-kagiban="license"]')) ?? '').toMatch(word);
    await popup.close();
    await alarm(kagiban);
    expect(await sentCount(kagiban)).toBe(1);
    expect(kagiban.notifications).toHaveLength(1);
  });
}

test('killed between the claim and the record: the same notice again, under the same name', async ({
  kagiban,
  sites,
  travel,
}) => {
  // The browser shows the notice, but the worker never hears of it.
  await kagiban.inWorker(() => {
    interface Api {
      create: (...args: unknown[]) => unknown;
    }
    const scope = globalThis as unknown as Record<'chrome' | 'browser', { notifications: Api }>;
    for (const api of new Set([scope.chrome?.notifications, scope.browser?.notifications])) {
      if (!api) continue;
      const real = api.create.bind(api);
      api.create = (...args) => {
        void real(...args);
        return new Promise(() => undefined);
      };
    }
  }, null);
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect.poll(() => kagiban.notifications.length).toBe(1);
  await kagiban.killWorker();
  expect((await storedLedger(kagiban)).deliveries.map(({ state }) => state)).toEqual(['claimed']);

  await travel(2 * 60_000);
  await alarm(kagiban);
  await expect.poll(() => sentCount(kagiban)).toBe(1);
  expect(new Set(kagiban.notifications.map(({ id }) => id)).size).toBe(1);
  expect(await kagiban.standingNotifications()).toHaveLength(1);
  const shown = kagiban.notifications.length;
  await kagiban.killWorker();
  await alarm(kagiban);
  expect(kagiban.notifications).toHaveLength(shown);
});

test('the day turns at midnight in Japan, in a popup that is open', async ({
  kagiban,
  sites,
  travel,
}) => {
  await travel(aheadTo(0, 24) - 120_000);
  const url = plantPages(
    sites,
    new Map([['list', listOf([{ app: '受注くん', last4: 'Md01', expiry: dateIn(1) }])]]),
  )('list');
  const page = await kagiban.context.newPage();
  await page.goto(url);
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(1);
  // In a tab of its own: the real popup closes when a test looks elsewhere.
  const popup = await kagiban.openPopupPage();
  const left = (days: number) =>
    popup.locator(`[data-kagiban="license"][data-days-left="${days}"]`);
  await expect(left(1)).toBeVisible();
  await popup.evaluate((by) => {
    const { movedBy } = Date as unknown as { movedBy: { offset: number } };
    movedBy.offset += by;
  }, 240_000);
  await travel(aheadTo(0, 24) + 120_000);
  // The alarm of midnight: the worker counts anew, and tells the popup.
  await alarm(kagiban);
  await expect(left(0)).toBeVisible();
});
