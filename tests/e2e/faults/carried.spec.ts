// Carried keys: how they come to be carried, that they lie nowhere in the clear, and everything that ends them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { html } from '../../sites/lib/html.ts';
import { page as reply } from '../../sites/lib/reply.ts';
import { HOSTS } from '../../sites/hosts.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { MINUTE } from '../../../utils/model/time.ts';
import { setCanary } from '../support/canary.ts';
import { expect, test } from '../support/fixtures.ts';
import { launchKagiban, type Kagiban } from '../support/launch.ts';
import { revealKey } from '../support/person.ts';

const CARRIED = '[data-kagiban="carried"]';

async function carryFrom(kagiban: Kagiban, page: Page, answer: string): Promise<void> {
  const popup = await kagiban.clickToolbar(page);
  await popup.click('[data-kagiban="carry"]');
  await popup.waitFor(answer);
  await popup.close();
}

const openKey = (page: Page, sites: Sites, which: string) =>
  revealKey(page, sites.urls.detail(sites.rms.license(which).license));

/** Last four of what the popup says is carried, over this page. */
async function carriedOver(kagiban: Kagiban, page: Page): Promise<(string | undefined)[]> {
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="license"]');
  // The status has answered when the page in front is known.
  await popup.waitFor('[data-kagiban="carry"]');
  const found = await popup.data(CARRIED);
  await popup.close();
  return found.map((one) => one['last4']);
}

/** The worker's own list: the popup is told of it a moment after. */
async function carriedInWorker(kagiban: Kagiban): Promise<number> {
  return kagiban.inWorker(async () => {
    interface Session {
      chrome: { storage: { session: { get: (keys: null) => Promise<Record<string, unknown>> } } };
    }
    const { chrome } = globalThis as unknown as Session;
    const all = await chrome.storage.session.get(null);
    return Object.keys(all).filter((key) => key.startsWith('carry:')).length;
  }, null);
}

test('a carried key dies by the clock, at the lock, at the login page', async ({
  kagiban,
  sites,
  travel,
}) => {
  const canary = setCanary(kagiban);
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(3);
  const carry = async () => {
    await openKey(page, sites, 'A9FR');
    await carryFrom(kagiban, page, `${CARRIED}[data-last4="A9FR"]`);
    expect(await carriedInWorker(kagiban)).toBe(1);
  };

  await test.step('half an hour without use', async () => {
    await carry();
    expect(await canary.search(sites.rms.allSecrets())).toEqual([]);
    await travel(29 * MINUTE);
    expect(await carriedOver(kagiban, page)).toEqual(['A9FR']);
    await travel(31 * MINUTE);
    expect(await carriedOver(kagiban, page)).toEqual([]);
    expect(await carriedInWorker(kagiban)).toBe(0);
  });
  await test.step('the screen is locked', async () => {
    await carry();
    await kagiban.inWorker(() => {
      interface Idle {
        chrome: { idle: { onStateChanged: { dispatch: (state: string) => void } } };
      }
      (globalThis as unknown as Idle).chrome.idle.onStateChanged.dispatch('locked');
    }, null);
    await expect.poll(() => carriedInWorker(kagiban)).toBe(0);
  });
  await test.step("RMS's login page", async () => {
    await carry();
    await page.goto(sites.urls.login);
    await expect.poll(() => carriedInWorker(kagiban)).toBe(0);
  });
  await test.step('a login page in the place of another', async () => {
    await carry();
    sites.rms.options({ loginInPlace: true });
    sites.rms.logout();
    await page.goto(sites.urls.appList);
    await expect.poll(() => carriedInWorker(kagiban)).toBe(0);
  });
});

test('a carried key does not outlive the browser', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  const sites = await startSites();
  const launch = () => launchKagiban({ profile, resolverRules: sites.resolverRules });
  try {
    const first = await launch();
    const page = await first.context.newPage();
    await openKey(page, sites, 'A9FR');
    await carryFrom(first, page, `${CARRIED}[data-last4="A9FR"]`);
    await first.close();
    const second = await launch();
    try {
      expect(await carriedInWorker(second)).toBe(0);
      const again = await second.context.newPage();
      await again.goto(sites.urls.appList);
      await expect(again.locator('[data-kagiban="mark"]')).toHaveCount(3);
      expect(await carriedOver(second, again)).toEqual([]);
      expect(await setCanary(second).search(sites.rms.allSecrets())).toEqual([]);
    } finally {
      await second.close();
    }
  } finally {
    await sites.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('before the robot check, among several keys, by selection, by paste', async ({
  kagiban,
  sites,
}) => {
  const canary = setCanary(kagiban);
  const [one, two] = ['SL217640_AbCdEfGh1234Aa11', 'SL217640_IjKlMnOp5678Bb22'];
  sites.serve(HOSTS.apps, ({ request }) =>
    request.path === '/apisson/two'
      ? reply(
          html`<!doctype html>
            <html lang="ja">
              <title>ライセンス情報</title>
              <h2>ライセンス情報</h2>
              <table border="1">
                <tr>
                  <th>アプリ名</th>
                  <th>ライセンスキー</th>
                  <th>有効期限</th>
                  <th>状態</th>
                </tr>
                <tr>
                  <td>一つ目</td>
                  <td id="one">${one}</td>
                  <td>2031/03/01</td>
                  <td>利用中</td>
                </tr>
                <tr>
                  <td>二つ目</td>
                  <td id="two">${two}</td>
                  <td>2031/04/01</td>
                  <td>利用中</td>
                </tr>
              </table>
            </html>`,
        )
      : null,
  );
  const page = await kagiban.context.newPage();
  await test.step('masked', async () => {
    await page.goto(sites.urls.detail(sites.rms.license('A9FR').license));
    await carryFrom(kagiban, page, '[data-error="robotCheckFirst"]');
  });
  await test.step('several', async () => {
    await page.goto(`https://${HOSTS.apps}/apisson/two`);
    await carryFrom(kagiban, page, '[data-error="severalKeys"]');
    expect(await carriedInWorker(kagiban)).toBe(0);
  });
  await test.step('the selected one', async () => {
    await page.locator('#two').click({ clickCount: 3 });
    await carryFrom(kagiban, page, `${CARRIED}[data-last4="Bb22"]`);
    expect(await carriedInWorker(kagiban)).toBe(1);
  });
  await test.step('pasted where the page has none', async () => {
    await page.goto(sites.urls.appList);
    const popup = await kagiban.clickToolbar(page);
    await popup.click('[data-kagiban="carry"]');
    await popup.waitFor('[data-error="keyNotFound"]');
    await popup.type('.paste input[type="password"]', ` ${one}\n`);
    await popup.click('.paste button[type="submit"]');
    await popup.waitFor(`${CARRIED}[data-last4="Aa11"]`);
    await popup.close();
  });
  expect(await canary.search([one, two])).toEqual([]);
});
