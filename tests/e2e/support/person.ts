import type { Page } from '@playwright/test';

/**
 * What a member of staff does with their own hands in RMS and in the tools: with a real mouse, since the
 * stand-in's robot check, like the real one, lets nothing else pass.
 */

/** Opens a detail page, passes the robot check and presses 確認する: the key is shown. */
export async function revealKey(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const check = page.getByRole('checkbox', { name: /ロボット/ });
  await check.click();
  await check.and(page.locator('[aria-checked="true"]')).waitFor();
  await page.getByRole('button', { name: '確認する' }).click();
  await page.getByText('アプリ情報').first().waitFor();
}

/** Presses 新しいライセンスキーを発行 on the page that shows the old key, and says yes. */
export async function issueKey(page: Page): Promise<void> {
  await pressAndAgree(page, '新しいライセンスキーを発行');
  await page.getByText('新しいライセンスキーを発行しました').waitFor();
}

/** Presses アップデートする, and says yes. */
export async function updateApp(page: Page): Promise<void> {
  await pressAndAgree(page, 'アップデートする');
  await page.getByText('アップデートしました').waitFor();
}

async function pressAndAgree(page: Page, button: string): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: button }).click();
}

/** How many of such elements stand in the page and its frames. */
export async function countEverywhere(page: Page, selector: string): Promise<number> {
  const counts = await Promise.all(
    // A frame may be on its way out; it then holds nothing.
    page.frames().map((frame) =>
      frame
        .locator(selector)
        .count()
        .catch(() => 0),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
