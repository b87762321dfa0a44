// Targets added by hand in the settings, tested, used and removed, against services that keep to their documented
// limits; what is typed there is never seen again.
import type { Page } from '@playwright/test';
import { addDays, atJst, jstDateOf, weekdayOf } from '../../utils/calendar/jst.ts';
import { MINUTE } from '../../utils/model/time.ts';
import { axeFindings } from './support/axe.ts';
import { setCanary } from './support/canary.ts';
import { expect, test } from './support/fixtures.ts';
import { extensionFiles, sightings } from './support/sightings.ts';
import { storedLedger } from './faults/support/ledger.ts';
import {
  addChatwork,
  addNetshonin,
  addWebhook,
  addZendesk,
  loadRooms,
  openSettings,
} from './support/targets.ts';

const TARGET = '[data-kagiban="target"]';
const card = (board: Page, channel: string) =>
  board.locator(`${TARGET}[data-channel="${channel}"]`);
const press = (board: Page, channel: string, nth: number) =>
  card(board, channel).locator('button').nth(nth).click();

test('every kind of target: added, tested, its own error, removed; its token is nowhere', async ({
  kagiban,
  sites,
}) => {
  test.slow();
  const canary = setCanary(kagiban);
  const { channels } = sites;
  const board = await openSettings(kagiban);
  /** What came of the last test stands there until the next one has ended. */
  const expectTest = async (channel: string, outcome: string): Promise<void> => {
    await press(board, channel, 0);
    const notice = card(board, channel).locator('[data-outcome]');
    await expect(notice, channel).toHaveAttribute('data-outcome', outcome);
  };

  await test.step('Chatwork: a wrong token, then the right one; group rooms only', async () => {
    await loadRooms(board, 'wrong-token-000000');
    await expect(board.locator('form.fields [data-why="wrongSecret"]')).toBeVisible();
    await addChatwork(board, channels.chatwork.token, '店舗連絡');
    await expect(card(board, 'chatwork')).toBeVisible();
    await expectTest('chatwork', 'delivered');
    const [room] = channels.chatwork.rooms;
    expect(room?.messages.map(({ body }) => body)).toEqual([expect.stringContaining('【テスト】')]);
  });

  await test.step('the others', async () => {
    await addZendesk(board, sites, '受付');
    await expect(card(board, 'zendesk')).toBeVisible();
    await expectTest('zendesk', 'delivered');
    expect(channels.zendesk.tickets.map(({ status }) => status)).toEqual(['solved']);
    for (const name of ['slack', 'googleChat', 'teams', 'lineWorks'] as const) {
      await addWebhook(board, name, channels[name].url, `宛先 ${name}`);
      await expect(card(board, name)).toBeVisible();
      await expectTest(name, 'delivered');
      expect(channels[name].received).toHaveLength(1);
    }
    await addNetshonin(board, channels.netshonin.url, '自分のメール');
    await expect(card(board, 'netshonin')).toBeVisible();
    await expectTest('netshonin', 'delivered');
    expect(channels.netshonin.registered).toHaveLength(1);
  });
  await kagiban.killWorker();

  await test.step('told in the channel’s own words; nothing of a wrong address is kept', async () => {
    channels.slack.state = 'archived';
    await expectTest('slack', 'refused');
    await expect(card(board, 'slack').locator('[data-why="notFound"]')).toContainText('Webhook');
    // Not once only: Chromium itself sends again what a used connection lost.
    channels.chatwork.fault({ kind: 'loseReply' });
    await expectTest('chatwork', 'doubtful');
    channels.chatwork.heal();
    await addWebhook(board, 'slack', channels.teams.url, '間違い');
    await expect(board.locator('form.fields [data-why="badConfig"]')).toBeVisible();
    await expect(board.locator(TARGET)).toHaveCount(7);
  });

  expect.soft(await axeFindings(board)).toEqual([]);
  const html = await board.content();
  const { chatwork, zendesk, slack, googleChat, teams, lineWorks } = channels;
  const hooks = [slack, googleChat, teams, lineWorks].map(({ url }) => url);
  const secrets = [chatwork.token, zendesk.token, ...hooks];
  expect(sightings([['board', html]], secrets)).toEqual([]);

  await test.step('removed with its secret and its permission', async () => {
    for (const channel of ['slack', 'chatwork']) {
      await press(board, channel, 1);
      await expect(card(board, channel)).toHaveCount(0);
    }
    const { origins } = await board.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { permissions: { getAll: () => Promise<{ origins: string[] }> } };
      };
      return chrome.permissions.getAll();
    });
    expect(origins).not.toContain('https://api.chatwork.com/*');
    expect(origins).toContain('https://akanedo.zendesk.com/*');
  });
  await kagiban.killWorker();

  const addressed = (where: string): boolean =>
    [
      'https://chat.googleapis.com',
      'https://hooks.slack.com',
      'https://prod-00',
      'https://webhook.',
    ]
      .map((origin) => `address asked for at ${origin}`)
      .some((start) => where.startsWith(start));
  expect(await canary.search(secrets, addressed)).toEqual([]);
  expect(sightings(extensionFiles(kagiban.profile), secrets)).toEqual([]);
});

test('a due reminder arrives in the room once, though the worker dies before the answer', async ({
  kagiban,
  sites,
  travel,
}) => {
  test.slow();
  const { chatwork } = sites.channels;
  const [room] = chatwork.rooms;
  sites.rms.addLicense({ app: '在庫くん', developer: '株式会社在庫', daysLeft: 4 });
  // A working day in the week to come, at ten in the morning: the digest of half past nine is due.
  let day = addDays(jstDateOf(Date.now()), 1);
  while ([0, 6].includes(weekdayOf(day))) day = addDays(day, 1);
  await travel(atJst(day, 10) - Date.now());
  const board = await openSettings(kagiban);
  await addChatwork(board, chatwork.token, '店舗連絡');
  await expect(card(board, 'chatwork')).toBeVisible();
  expect(room?.messages).toEqual([]);

  chatwork.fault({ kind: 'late', ms: 60_000 });
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect.poll(() => room?.messages.length).toBe(1);
  await kagiban.killWorker();
  chatwork.heal();

  // A claim of a dead worker is taken up again after two minutes; then the room is asked, not written to.
  await travel(atJst(day, 10) - Date.now() + 5 * MINUTE);
  await kagiban.inWorker(() => true, null);
  const deliveries = async () =>
    (await storedLedger(kagiban)).deliveries.filter(({ channel }) => channel === 'chatwork');
  await expect
    .poll(async () => [...new Set((await deliveries()).map(({ state }) => state))])
    .toEqual(['sent']);
  // One message for each act of speaking, by its reference; the one that was doubtful is not said again.
  const refs = room?.messages.map(({ body }) => /KGB-[0-9a-f]+/.exec(body)?.[0]);
  expect(new Set(refs).size).toBe(refs?.length);
  expect(refs).toHaveLength((await deliveries()).length);
  expect(room?.messages.filter(({ body }) => body.includes('在庫くん'))).toHaveLength(1);
});
