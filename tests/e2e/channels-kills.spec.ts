// The worker killed at each step of sending, in real Chromium: every notice stands in the room once.
import { addDays, atJst, jstDateOf, weekdayOf } from '../../utils/calendar/jst.ts';
import { MINUTE } from '../../utils/model/time.ts';
import { storedLedger } from './faults/support/ledger.ts';
import { expect, test } from './support/fixtures.ts';
import { addChatwork, openSettings } from './support/targets.ts';

const LONG = process.env['KAGIBAN_LONG'] === '1';
/** What the room does while the worker dies, and how many milliseconds after the request the worker is killed. */
const DEATHS = [
  { name: 'before the room has done anything', fault: { kind: 'slow', ms: 3_000 }, after: 500 },
  { name: 'when the request was lost', fault: { kind: 'down' }, after: 0 },
  {
    name: 'when the room has it and has not answered',
    fault: { kind: 'late', ms: 60_000 },
    after: 0,
  },
  { name: 'when the reply was lost', fault: { kind: 'loseReply' }, after: 0 },
  { name: 'when the answer is just there', fault: { kind: 'late', ms: 50 }, after: 50 },
  { name: 'while it writes that it arrived', fault: { kind: 'late', ms: 1 }, after: 20 },
] as const;

// A sample of it is in channels.spec.ts. Each in a browser of its own: one whose worker was killed often may
// never start it again.
for (const { name, fault, after } of LONG ? DEATHS : []) {
  test(`killed ${name}`, async ({ kagiban, sites, travel }) => {
    test.setTimeout(300_000);
    const { chatwork } = sites.channels;
    const room = chatwork.rooms[0];
    let day = addDays(jstDateOf(Date.now()), 1);
    while ([0, 6].includes(weekdayOf(day))) day = addDays(day, 1);
    let minutes = 0;
    let ahead = 0;
    /** Moves the clocks on; a worker that starts does what is due. */
    const later = async (by: number): Promise<void> => {
      minutes += by;
      ahead = atJst(day, 10) + minutes * MINUTE - Date.now();
      await travel(ahead);
      await kagiban.inWorker(() => true, null);
    };
    await later(0);
    const board = await openSettings(kagiban);
    await addChatwork(board, chatwork.token, '店舗連絡');
    await expect(board.locator('[data-kagiban="target"]')).toBeVisible();
    await board.close();
    const page = await kagiban.context.newPage();
    const requests = (): number =>
      sites.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
        .length;

    const app = '在庫くん';
    // It ends so soon that it is told at once, outside the digest.
    sites.rms.addLicense({ app, developer: '株式会社在庫', daysLeft: 1 });
    chatwork.fault(fault);
    await page.goto(sites.urls.appList);
    await expect.poll(requests, { timeout: 60_000 }).toBeGreaterThan(0);
    if (after > 0) await page.waitForTimeout(after);
    await kagiban.killWorker();
    chatwork.heal();
    const open = async () => {
      const { deliveries } = await storedLedger(kagiban);
      return deliveries.filter(
        (one) => one.channel === 'chatwork' && !['sent', 'cancelled'].includes(one.state),
      );
    };
    const isDue = async (): Promise<boolean> =>
      (await open()).some(
        (one) => one.state === 'claimed' || one.nextAttemptAt <= Date.now() + ahead,
      );
    // A dead sender's claim is taken up after two minutes; after two looks it is sent again.
    for (let n = 0; n < 6 && (await open()).length > 0; n += 1) {
      await kagiban.killWorker();
      await later(3);
      await expect.poll(isDue, { timeout: 30_000 }).toBe(false);
    }
    expect(await open()).toEqual([]);
    expect(
      room?.messages.filter(({ body }) => body.includes(app)),
      app,
    ).toHaveLength(1);
  });
}
