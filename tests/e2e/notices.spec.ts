// What people see of notices and say to them: an answer in the popup, taken back; on the board what was said to
// whom, and what comes next.
import { addDays, jstDateOf } from '../../utils/calendar/jst.ts';
import { axeFindings } from './support/axe.ts';
import { storedLedger } from './faults/support/ledger.ts';
import { expect, test } from './support/fixtures.ts';
import { addChatwork, openSettings } from './support/targets.ts';

const NOTICE = '[data-kagiban="notice"]';

test('an answer in the popup holds and is taken back; the board says what was sent', async ({
  kagiban,
  sites,
}) => {
  const { chatwork } = sites.channels;
  sites.rms.addLicense({ app: '在庫くん', developer: '株式会社在庫', daysLeft: 12 });
  const settings = await openSettings(kagiban);
  await addChatwork(settings, chatwork.token, '店舗連絡');
  await expect(settings.locator('[data-kagiban="target"]')).toBeVisible();
  await test.step('closed days and who is told, in the settings', async () => {
    const rules = settings.locator('[data-kagiban="rules"]');
    const closed = rules.locator('fieldset').nth(2);
    await closed.locator('input[type="date"]').first().fill('2026-12-29');
    await closed.locator('button.button').click();
    await expect(closed.locator('[data-kagiban="span"]')).toHaveCount(1);
    await rules.locator('[data-kagiban="save-rules"]').click();
    await settings.locator('[data-kind="trouble"] select').first().selectOption('not');
    const policy = async () => (await storedLedger(kagiban)).policies[0];
    await expect
      .poll(async () => (await policy())?.routes)
      .toMatchObject([{ kind: 'trouble', targetIds: [] }]);
    expect((await policy())?.closed).toEqual([{ from: '2026-12-29', to: '2026-12-29', name: '' }]);
    expect.soft(await axeFindings(settings)).toEqual([]);
  });
  await settings.close();
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(4);

  await test.step('planned in the popup', async () => {
    const popup = await kagiban.clickToolbar(page);
    await popup.waitFor('[data-kagiban="license"]');
    const planned = '[data-app="在庫くん"] [data-kagiban="answer"]';
    await popup.click(`${planned} summary`);
    const on = addDays(jstDateOf(Date.now()), 3);
    await popup.evaluate(
      ({ field, value }) => {
        const input = document.querySelector<HTMLInputElement>(field);
        if (!input) throw new Error('no field for a date');
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      { field: `${planned} input[type="date"]`, value: on },
    );
    await popup.click(`${planned} [data-kagiban="plan"]`);
    const given = '[data-app="在庫くん"] [data-kagiban="answered"]';
    await popup.waitFor(given);
    const file = process.env['KAGIBAN_SHOTS'];
    if (file) await popup.screenshot(`${file}/popup-answered.png`, given);
    await popup.close();
    expect((await storedLedger(kagiban)).answers).toMatchObject([{ plannedOn: on, by: '' }]);
    const again = await kagiban.clickToolbar(page);
    await again.click(`${given} [data-kagiban="take-back"]`);
    await again.waitFor(`${planned} summary`);
    await again.close();
    expect((await storedLedger(kagiban)).answers).toEqual([]);
  });

  await test.step('対応します on the board', async () => {
    const board = await kagiban.openPage('board.html#todo');
    const item = board.locator('[data-kagiban="todo"]').filter({ hasText: '在庫くん' });
    await item.locator('[data-kagiban="answer"] summary').click();
    expect.soft(await axeFindings(board)).toEqual([]);
    await item.locator('[data-kagiban="acknowledge"]').click();
    await expect(item.locator('[data-kagiban="answered"]')).toBeVisible();
    await board.close();
  });

  await test.step('what was said to whom, and what comes next', async () => {
    const board = await kagiban.openPage('board.html#notices');
    await expect(
      board.locator(`${NOTICE}[data-channel="notification"][data-state="sent"]`).first(),
    ).toContainText('在庫くん');
    await expect(board.locator(`${NOTICE}[data-channel="chatwork"]`).first()).toContainText(
      '店舗連絡',
    );
    await expect(
      board.locator('[data-kagiban="upcoming"]').filter({ hasText: '在庫くん' }),
    ).toHaveCount(1);
    expect.soft(await axeFindings(board)).toEqual([]);
    const shots = process.env['KAGIBAN_SHOTS'];
    if (shots) {
      for (const [width, colorScheme] of [
        [1280, 'light'],
        [1280, 'dark'],
        [420, 'light'],
      ] as const) {
        await board.setViewportSize({ width, height: 900 });
        await board.emulateMedia({ colorScheme });
        await board.screenshot({
          path: `${shots}/notices-${width}-${colorScheme}.png`,
          fullPage: true,
        });
      }
      await board.goto(kagiban.url('board.html#todo'));
      await board.locator('[data-kagiban="answer"] summary').first().click();
      await board.screenshot({ path: `${shots}/todo-420.png`, fullPage: true });
    }
  });
});
