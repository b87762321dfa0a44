import type { Page } from '@playwright/test';
import { behindScenes } from '../../tests/e2e/support/behind.ts';
import { until } from '../../tests/e2e/support/until.ts';
import { DAY } from '../../utils/model/time.ts';
import { STORE_NAME } from '../../utils/ledger/store.ts';
import { expectSame } from './account.ts';
import type { Walk } from './walk.ts';

/** The key that ends in twelve days has passed its fortnight: one notification, and its plan in the ledger. */
export async function hearReminders({ kagiban, account }: Walk): Promise<void> {
  await until('a notification', () => kagiban.notifications.length > 0);
  for (const { title, message } of kagiban.notifications) {
    account.saw(`notification: ${title} / ${message.replaceAll('\n', ' ')}`);
  }
  account.counts.planned = await plannedReminders(kagiban);
  account.counts.notified = kagiban.notifications.length;
  account.saw(`${account.counts.planned} reminders stand in the ledger`);
  expectSame('reminders planned', account.counts.planned > 0, true);
}

/** The worker is dead while the clock passes 7, 3 and 1 days: one notice for all, the nearest. */
export async function jumpAhead({ kagiban, sites, account, travel }: Walk): Promise<void> {
  const before = kagiban.notifications.length;
  const soon = soonestDaysLeft(sites.rms.shop().state.apps.flatMap((app) => app.licenses));
  await kagiban.killWorker();
  await travel((soon - 1) * DAY);
  await kagiban.inWorker(() => true, null);
  await until('the notice after the jump', () => kagiban.notifications.length > before);
  const fresh = kagiban.notifications.slice(before);
  for (const { title, message } of fresh) {
    account.saw(`notification: ${title} / ${message.replaceAll('\n', ' ')}`);
  }
  expectSame('notices after the jump', fresh.length, 1);
  account.counts.planned = await plannedReminders(kagiban);
  account.counts.notified = kagiban.notifications.length;
}

const soonestDaysLeft = (licenses: { expiresAt: number; superseded: boolean }[]): number =>
  Math.min(
    ...licenses
      .filter(({ superseded }) => !superseded)
      .map(({ expiresAt }) => Math.floor((expiresAt - Date.now()) / DAY)),
  );

const plannedReminders = (kagiban: Walk['kagiban']): Promise<number> =>
  behindScenes(kagiban.context, kagiban.extensionId, countReminders);

const countReminders = (page: Page): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(new Error('the ledger cannot be opened')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const count = database.transaction('reminders').objectStore('reminders').count();
          count.addEventListener('success', () => {
            database.close();
            resolve(count.result);
          });
        });
      }),
    STORE_NAME,
  );
