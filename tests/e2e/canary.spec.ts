// One key of each kind is planted and taken through everything that can be done with a key and everything
// that can go wrong with it; then it is looked for wherever it has no business to be.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Sites } from '../sites/start.ts';
import { setCanary } from './support/canary.ts';
import { startCompanion } from './support/companion.ts';
import { expect, test } from './support/fixtures.ts';
import type { Kagiban } from './support/launch.ts';
import { issueKey, revealKey } from './support/person.ts';
import type { Popup } from './support/popup.ts';
import { extensionFiles, filesBelow, sightings } from './support/sightings.ts';
import { openVaultSettings, setUpVault, typeNew, unlockVault, vaultIs } from './support/vault.ts';
import { addChatwork, addWebhook, openSettings } from './support/targets.ts';

// Made up at each run: what is looked for can stand in no file of the browser or of the build.
const signs = (length: number): string =>
  Array.from({ length }, () =>
    'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNP23456789'.charAt(Math.random() * 44),
  ).join('');
const SHOP_KEY = `SL217640_${signs(12)}4cAn`;
const VAULT_PASSPHRASE = `${signs(8)} ${signs(8)}`;

// RMS itself wants the key in this one address (rms.md §6); it goes to RMS alone.
const EXPIRY_QUESTION =
  'address asked for at https://api.rms.rakuten.co.jp/es/1.0/license-management/license-key/expiry-date';
const RESULT = '[data-kagiban="fill-result"]';
const VERDICT = '[data-kagiban="verdict"]';

test('a planted key is nowhere but where the person sent it', async ({ kagiban, sites }) => {
  test.slow();
  const canary = setCanary(kagiban);
  const sent = listenToBodies(kagiban);
  const page = await kagiban.context.newPage();
  const act = acts(kagiban, page, sites);
  sites.rms.planKeys(SHOP_KEY);
  await page.goto(sites.urls.appList);
  await expect(page.locator('[data-kagiban="mark"]').first()).toBeVisible();
  await revealKey(page, sites.urls.detail(sites.rms.license('A9FR').license));
  await issueKey(page);
  const last4 = SHOP_KEY.slice(-4);

  await test.step('carried, copied, tested: valid, outage, refused', async () => {
    await act.carry(last4);
    await kagiban.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const popup = await act.popup();
    await popup.click(`[data-kagiban="copy"][data-last4="${last4}"]`);
    await popup.waitFor('.panel [role="status"]');
    await popup.close();
    expect(await act.verdict()).toBe('valid');
    sites.api.outage(true);
    expect(await act.verdict()).toBe('serviceDown');
    sites.api.reset();
    sites.api.activationLag(30);
    expect(await act.verdict()).toBe('notYetActive');
    sites.api.reset();
  });
  await kagiban.killWorker();

  await test.step('filled, refused by a tool of another app, refused by a closed page', async () => {
    await page.goto(sites.urls.ecStation());
    expect(await act.fill('ec-station')).toContainEqual(['licenseKey', 'filled']);
    await page.goto(sites.urls.nextEngine());
    expect(await act.fill('next-engine')).toEqual([['licenseKey', 'otherApp']]);
    await page.goto(sites.urls.ecStation());
    const popup = await act.popup();
    await popup.waitFor('[data-kagiban="fill"]');
    // The page that was looked at goes away under the popup.
    await page.evaluate(() => globalThis.location.reload());
    await page.waitForLoadState();
    await popup.click('[data-kagiban="fill"]');
    await popup.waitFor(`${RESULT}, [role="alert"], [data-error]`);
    await popup.close();
  });

  await test.step('asked for when it is dropped already, and pasted wrong', async () => {
    const gone = await kagiban.openPage('popup.html');
    const answers = await gone.evaluate(async (key) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
      };
      const send = (command: string, payload: object) =>
        chrome.runtime.sendMessage({ command, payload });
      return JSON.stringify([
        await send('carry.copy', { carryId: 'nothing', part: 'licenseKey' }),
        await send('keytest.run', { carryId: 'nothing' }),
        await send('carry.paste', { licenseKey: `${key} と ${key}`, serviceSecret: null }),
        await send('carry.paste', { licenseKey: key, serviceSecret: null, more: key }),
        await send(key, { licenseKey: key }),
      ]);
    }, SHOP_KEY);
    expect(answers).not.toContain(SHOP_KEY);
    expect(answers).toContain('carryGone');
    await gone.close();
  });

  const heldToken = signs(32);
  await test.step('kept in the vault: opened wrongly and rightly, carried out of it, exported', async () => {
    const board = await openVaultSettings(kagiban);
    await setUpVault(board, VAULT_PASSPHRASE);
    const popup = await act.popup();
    await popup.click('[data-kagiban="hold"]');
    await expect.poll(() => popup.data('[data-kagiban="hold"]')).toEqual([]);
    await popup.close();
    await board.bringToFront();
    await board.locator('[data-kagiban="vault-token"] summary').click();
    const form = board.locator('[data-kagiban="vault-token"]');
    await form.locator('input').first().fill('店長');
    await form.locator('input[type="password"]').fill(heldToken);
    await form.locator('button').click();
    await expect(board.locator('[data-kagiban="held"]')).toHaveCount(2);
    await board.locator('[data-kagiban="vault-lock"]').click();
    await kagiban.killWorker();
    await unlockVault(board, `${VAULT_PASSPHRASE}x`);
    await expect(board.locator('[data-error="vaultWrongKey"]')).toBeVisible();
    await unlockVault(board, VAULT_PASSPHRASE);
    await vaultIs(board, 'open');
    const copying = board.locator('[data-kagiban="copy-token"]');
    await copying.and(board.locator('[aria-disabled="false"]')).click();
    await expect(board.locator('[data-kagiban="held"] [role="status"]')).toBeVisible();
    await board.locator('[data-kagiban="vault-export"] summary').click();
    const download = board.waitForEvent('download');
    await typeNew(board, 'vault-export-form', `${VAULT_PASSPHRASE} file`);
    const file = readFileSync(await (await download).path());
    expect(sightings([['exported', file]], [SHOP_KEY, heldToken, VAULT_PASSPHRASE])).toEqual([]);
    const out = await act.popup();
    await out.click('[data-kagiban="drop"]');
    await out.click('[data-kagiban="vault"] summary');
    await out.click('[data-kagiban="vault-take"]');
    await out.waitFor(`[data-kagiban="copy"][data-last4="${last4}"]`);
    await out.close();
    expect(sightings([['board', await board.content()]], [SHOP_KEY, heldToken])).toEqual([]);
    await board.close();
  });
  await kagiban.killWorker();

  await test.step("vendors' keys: carried, pasted, filled into the two other tools", async () => {
    await act.dropAll();
    for (const [which, url, tool] of [
      ['IANT', sites.urls.goqSystem(), 'goqsystem'],
      ['7kQz', sites.urls.nextEngine(), 'next-engine'],
    ] as const) {
      await revealKey(page, sites.urls.detail(sites.rms.license(which).license));
      await act.carry(which);
      await page.goto(url);
      expect(await act.fill(tool)).toEqual([['licenseKey', 'filled']]);
      await act.dropAll();
    }
    await page.goto(sites.urls.nextEngine());
    const popup = await act.popup();
    await popup.click('details.paste summary');
    await popup.type('details.paste input', sites.rms.license('7kQz').license.key);
    await popup.click('details.paste button[type="submit"]');
    await popup.waitFor('[data-kagiban="carried"]');
    expect(await popup.evaluate(() => document.documentElement.outerHTML, null)).not.toContain(
      sites.rms.license('7kQz').license.key,
    );
    await popup.close();
  });

  const { chatwork, slack } = sites.channels;
  await test.step('channels: their tokens are typed, used by a test, and refused', async () => {
    const board = await openSettings(kagiban);
    await addChatwork(board, chatwork.token, '店舗連絡');
    const targets = board.locator('[data-kagiban="target"]');
    await expect(targets).toHaveCount(1);
    await addWebhook(board, 'slack', slack.url, 'Slack');
    await expect(targets).toHaveCount(2);
    for (const answer of ['delivered', 'doubtful']) {
      for (const target of await targets.all()) {
        await target.locator('button').first().click();
        await expect(target.locator(`[data-outcome="${answer}"]`)).toBeVisible();
      }
      for (const service of [chatwork, slack]) service.fault({ kind: 'loseReply' });
    }
    for (const service of [chatwork, slack]) service.heal();
    expect(sightings([['board', await board.content()]], [chatwork.token, slack.url])).toEqual([]);
    await board.close();
  });
  await kagiban.killWorker();

  await test.step('a hostile page writes the key wherever it can', async () => {
    const said = { last4: `末尾4桁: ${SHOP_KEY}`, expiry: SHOP_KEY, state: SHOP_KEY };
    sites.rms.addLicense({
      app: `受注 ${SHOP_KEY}`,
      developer: SHOP_KEY,
      daysLeft: 2,
      shows: said,
    });
    sites.rms.addLicense({ app: `在庫 ${SHOP_KEY}`, daysLeft: 1 });
    sites.rms.addEvent({
      company: SHOP_KEY,
      service: SHOP_KEY,
      startedAt: Date.now(),
      state: SHOP_KEY,
    });
    const before = kagiban.notifications.length;
    await page.goto(sites.urls.appList);
    await expect.poll(() => kagiban.notifications.length).toBeGreaterThan(before);
    const popup = await act.popup();
    await popup.waitFor('[data-kagiban="license"]');
    expect(await popup.evaluate(() => document.documentElement.outerHTML, null)).not.toContain(
      SHOP_KEY,
    );
    await popup.close();
    for (const section of ['todo', 'tools', 'history', 'settings']) {
      const board = await kagiban.openPage(`board.html#${section}`);
      await expect(board.locator('h2').first()).toBeVisible();
      expect(await board.content(), section).not.toContain(SHOP_KEY);
      await board.close();
    }
  });
  await kagiban.killWorker();

  const secrets = [...sites.rms.allSecrets(), SHOP_KEY, VAULT_PASSPHRASE, heldToken];
  expect(secrets.filter((each) => each === SHOP_KEY).length).toBeGreaterThan(1);
  expect(await canary.search(secrets, (where) => where === EXPIRY_QUESTION)).toEqual([]);
  expect(sightings(extensionFiles(kagiban.profile), secrets)).toEqual([]);
  // What was sent off: by the worker to RMS's API, by the person to the tools (they pressed its button).
  expect([...sent(secrets)].toSorted()).toEqual(['worker to https://api.rms.rakuten.co.jp']);
  // The tokens of channels went to their own service, and a webhook's address is where it was asked for.
  const tokens = [chatwork.token, slack.url, slack.url.split('/').at(-1) ?? ''];
  const asked = 'address asked for at https://hooks.slack.com';
  expect(await canary.search(tokens, (where) => where.startsWith(asked))).toEqual([]);
  expect(sightings(extensionFiles(kagiban.profile), tokens)).toEqual([]);
  expect([...sent(tokens)].toSorted()).toEqual([
    'worker to https://api.chatwork.com',
    'worker to https://hooks.slack.com',
  ]);
});

test('a companion is given the key, and writes it nowhere', async ({ sites }) => {
  const companion = await startCompanion(sites);
  try {
    const { license, app } = sites.rms.license('A9FR');
    const ask = (route: string, body: object, token?: string) =>
      fetch(`${companion.address}${route}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(body),
      });
    const paired = await ask('/v1/pairings', {
      code: companion.code,
      person: license.key,
      device: license.key,
    });
    const { token } = (await paired.json()) as { token: string };
    const credentials = { licenseKey: license.key, serviceSecret: app.serviceSecret };
    const facts = {
      owner: 'shop',
      app: null,
      shopDigits: '217640',
      state: 'active',
      expiresOn: null,
    };
    const rest = { issuedAt: null, firstTestAt: null, requiredFunctions: [] };
    const tested = await ask('/v1/key-tests', { ...facts, ...rest, credentials }, token);
    expect(tested.status).toBe(200);
    const bad = await ask('/v1/key-tests', { credentials, [license.key]: 1 }, token);
    const wrong = await ask('/v1/pairings', { code: license.key, person: 'x', device: 'x' });
    const answers = (await Promise.all([tested, bad, wrong].map((each) => each.text()))).join();
    const secrets = [license.key, app.serviceSecret, token, companion.code];
    expect(
      sightings(
        [
          ['log', companion.output()],
          ['answers', answers],
        ],
        secrets.slice(0, 3),
      ),
    ).toEqual([]);
    expect(sightings(filesBelow(companion.data), secrets)).toEqual([]);
  } finally {
    await companion.clear();
  }
});

/** The bodies of what is sent: which of ours sent a secret where. */
function listenToBodies(kagiban: Kagiban): (secrets: string[]) => Set<string> {
  const bodies: [string, string][] = [];
  kagiban.context.on('request', (request) => {
    const worker = request.serviceWorker() !== null;
    // A navigation is a person's: it has no frame yet, and its address is looked at elsewhere.
    if (!worker && request.isNavigationRequest()) return;
    const ours = worker || request.frame().url().startsWith('chrome-extension:');
    if (!ours) return;
    const headers = JSON.stringify(request.headers());
    const to = `${worker ? 'worker' : 'page'} to ${new URL(request.url()).origin}`;
    bodies.push([to, `${request.url()} ${headers} ${request.postData() ?? ''}`]);
  });
  return (secrets) => new Set(sightings(bodies, secrets).map(({ where }) => where));
}

/** What the person does again and again. */
const acts = (kagiban: Kagiban, page: Page, sites: Sites) => {
  const popup = async (): Promise<Popup> => {
    const opened = await kagiban.clickToolbar(page);
    // What the page in front is to us comes last, above the rest, and moves it down.
    await opened.waitFor('.panel.front');
    return opened;
  };
  return {
    popup,
    carry: async (last4: string) => {
      const opened = await popup();
      await opened.click('[data-kagiban="carry"]');
      await opened.waitFor(`[data-kagiban="copy"][data-last4="${last4}"]`);
      await opened.close();
    },
    verdict: async () => {
      // RMS answers one request of a key a second; what was asked before is told to it as past.
      await expect.poll(() => Date.now() - (sites.requests.at(-1)?.at ?? 0)).toBeGreaterThan(1_100);
      const opened = await popup();
      await opened.click('[data-kagiban="test"]');
      await opened.waitFor(`${VERDICT}, [data-error]`, 40_000);
      const [shown] = await opened.data(`${VERDICT}, [data-error]`);
      await opened.close();
      return shown?.['verdict'] ?? shown?.['error'];
    },
    fill: async (tool: string) => {
      const opened = await popup();
      const button = `[data-kagiban="fill"][data-tool="${tool}"]`;
      await opened.click(button);
      await opened.waitFor(`${RESULT}, [role="alert"]`);
      if ((await opened.data(RESULT)).length === 0) await opened.click(button);
      await opened.waitFor(RESULT);
      const results = await opened.data(RESULT);
      await opened.close();
      return results.map((one) => [one['field'], one['outcome']]);
    },
    dropAll: async () => {
      const opened = await popup();
      await opened.click('[data-kagiban="drop"]');
      await expect.poll(() => opened.data('[data-kagiban="carried"]')).toEqual([]);
      await opened.close();
    },
  };
};
