// What a page of RMS's hosts, or a broken-in process of one, can make the extension do: report readings, and
// nothing else.
import type { Page } from '@playwright/test';
import { html, raw } from '../../sites/lib/html.ts';
import { page as reply } from '../../sites/lib/reply.ts';
import type { CommandName } from '../../../utils/messages/protocol.ts';
import { PRIVILEGED } from '../../unit/messages/payloads.ts';
import { behindScenes, type ChromeApi } from '../support/behind.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Kagiban } from '../support/launch.ts';
import { sendFromContentWorld } from './support/isolated.ts';
import { storedFacts, storedLedger } from './support/ledger.ts';

const READING = {
  at: Date.now(),
  page: 'appList',
  pageClass: 'keys',
  shop: { digits: '217640', slug: null, name: null },
  licenses: [],
  licenseCoverage: 'partial',
  events: [],
  eventCoverage: 'partial',
  problems: [],
  issuedNow: false,
};
const ROW = {
  developer: 'd',
  app: 'a',
  owner: 'vendor',
  last4: 'AAAA',
  expiresOn: '2027-01-31',
  state: 'active',
  stateText: '利用中',
  extra: [],
};
const report = (changes: object): unknown => ({
  command: 'page.report',
  payload: { reading: { ...READING, ...changes } },
});
const rows = (changes: object): unknown => report({ licenses: [{ ...ROW, ...changes }] });

const MALFORMED: Record<string, unknown> = {
  'no object': 'page.hint',
  null: null,
  'a list': [],
  'no payload': { command: 'page.report' },
  'an unknown command': { command: 'carry.everything', payload: {} },
  'a command of the prototype': { command: 'toString', payload: {} },
  '__proto__ as a command': { command: '__proto__', payload: {} },
  'a number as a command': { command: 1, payload: {} },
  'an extra field beside the payload': { command: 'page.hint', payload: {}, sender: 'popup' },
  'an extra field in the payload': { command: 'page.hint', payload: { x: 1 } },
  'a reading with an extra field': report({ licenseKey: 'x' }),
  'a row with an extra field': rows({ licenseKey: 'x' }),
  'an unknown state': rows({ state: 'fine' }),
  'a day that does not exist': rows({ expiresOn: '2027-02-30' }),
  'a date that is none': rows({ expiresOn: 'tomorrow' }),
  'five last characters': rows({ last4: 'AAAAA' }),
  'a name of a megabyte': rows({ app: 'あ'.repeat(1_000_000) }),
  'too many rows': report({ licenses: Array.from({ length: 5001 }, () => ROW) }),
  'a time before us': report({ at: 0 }),
  'a time that is no number': report({ at: 'now' }),
  'digits that are none': report({ shop: { digits: '<b>', slug: null, name: null } }),
};

const refusal = (error: string) => ({ ok: false, error });

test('from the world of a content script: no privileged command, no malformed message', async ({
  kagiban,
  sites,
}) => {
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(3);
  const before = await settled(kagiban);

  await test.step('every privileged command is refused', async () => {
    const names = Object.keys(PRIVILEGED) as CommandName[];
    const messages = Object.entries(PRIVILEGED).map(([command, payload]) => ({ command, payload }));
    const answers = await sendFromContentWorld(kagiban, page, messages);
    expect(Object.fromEntries(names.map((name, i) => [name, answers[i]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, refusal('notAllowed')])),
    );
  });
  await test.step('every malformed message is refused', async () => {
    const answers = await sendFromContentWorld(kagiban, page, Object.values(MALFORMED));
    const names = Object.keys(MALFORMED);
    expect(Object.fromEntries(names.map((name, i) => [name, answers[i]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, refusal('badMessage')])),
    );
  });
  await test.step('the page commands are answered there, so that all this could fail', async () => {
    const hint = { command: 'page.hint', payload: {} };
    expect(await sendFromContentWorld(kagiban, page, [hint])).toEqual([
      { ok: true, value: { show: false } },
    ]);
  });
  await test.step('another host of RMS may not even report', async () => {
    await page.goto(sites.urls.login);
    const messages = [report({}), { command: 'page.hint', payload: {} }];
    expect(await sendFromContentWorld(kagiban, page, messages)).toEqual([
      refusal('notAllowed'),
      refusal('notAllowed'),
    ]);
  });
  await test.step("the page commands belong to RMS's pages, not to ours", async () => {
    const sent = [report({}), { command: 'page.dismissHint', payload: {} }];
    const answers = await behindScenes(kagiban.context, kagiban.extensionId, (behind) =>
      behind.evaluate(async (all) => {
        const { chrome } = globalThis as unknown as { chrome: ChromeApi };
        return Promise.all(all.map((message) => chrome.runtime.sendMessage(message)));
      }, sent),
    );
    expect(answers).toEqual([refusal('notAllowed'), refusal('notAllowed')]);
  });
  expect(await storedFacts(kagiban)).toEqual(before);
  // Counted as they were shown: Chromium takes them away by itself after a while.
  expect(kagiban.notifications).toHaveLength(1);
});

/** What is known once the first list is read and its notice is shown. */
async function settled(kagiban: Kagiban): Promise<unknown> {
  await expect
    .poll(async () => (await storedLedger(kagiban)).deliveries.map(({ state }) => state))
    .toEqual(['sent']);
  return storedFacts(kagiban);
}

test("the page's own world cannot reach the extension, nor imitate it", async ({
  kagiban,
  sites,
}) => {
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(3);
  const before = await settled(kagiban);

  const reached = await page.evaluate(
    async ({ id, message }) => {
      interface Runtime {
        sendMessage?: (...args: unknown[]) => Promise<unknown>;
        connect?: (...args: unknown[]) => unknown;
      }
      const { chrome } = globalThis as unknown as { chrome?: { runtime?: Runtime } };
      const runtime = chrome?.runtime;
      const tried = await Promise.all([
        Promise.resolve()
          .then(() => runtime?.sendMessage?.(id, message))
          .then(
            (value) => value ?? null,
            () => null,
          ),
        ...['popup.html', 'board.html', 'icon/16.png', 'rms-gate.js', 'manifest.json'].map((file) =>
          fetch(`chrome-extension://${id}/${file}`).then(
            () => file,
            () => null,
          ),
        ),
      ]);
      return tried.filter((one) => one !== null);
    },
    { id: kagiban.extensionId, message: { command: 'status', payload: {} } },
  );
  expect(reached).toEqual([]);

  await imitate(page, kagiban.extensionId);
  await page.locator('#done').waitFor();
  expect(await storedFacts(kagiban)).toEqual(before);
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(3);
});

/** Everything a page could say in its own world to a script that listens badly. */
async function imitate(page: Page, extensionId: string): Promise<void> {
  const messages = [
    ...Object.entries(PRIVILEGED).map(([command, payload]) => ({ command, payload })),
    report({ licenses: [ROW] }),
    { type: 'wxt:content-script-started', contentScriptName: 'rms', messageId: 'x' },
  ];
  await page.evaluate(
    ({ all, id }) => {
      for (const message of all) {
        globalThis.postMessage(message, '*');
        for (const name of ['message', 'kagiban', 'kagiban-changed', `${id}:rms`]) {
          document.dispatchEvent(new CustomEvent(name, { detail: message }));
          globalThis.dispatchEvent(new CustomEvent(name, { detail: message }));
        }
      }
      // A channel of that name belongs to the page's own origin.
      const channel = new BroadcastChannel('kagiban-changed');
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has none
      channel.postMessage('changed');
      channel.close();
      setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<i id="done">.</i>'), 0);
    },
    { all: messages, id: extensionId },
  );
}

test('a page elsewhere is not RMS, whatever it looks like', async ({ kagiban, sites }) => {
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  const copy = await page.content();
  const hosts = ['ichiba-bs.rms.rakuten.co.jp.evil.test', 'evil.test'];
  for (const host of hosts) sites.serve(host, () => reply(html`${raw(copy)}`));
  const before = await settled(kagiban);
  for (const host of hosts) {
    await page.goto(`https://${host}/apisson/`);
    await page.getByText('末尾4桁: A9FR').waitFor();
    // The copy brings the marks that stood in the original; none is added, and nothing is read.
    const popup = await kagiban.clickToolbar(page);
    await popup.waitFor('[data-kagiban="license"]');
    expect(await popup.data('[data-kagiban="carry"]')).toEqual([]);
    await popup.close();
  }
  expect(await storedFacts(kagiban)).toEqual(before);
});
