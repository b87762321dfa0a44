import { expect, type Page } from '@playwright/test';

/** What a person does to see a key: the robot check on the detail page, then 確認する. */
export async function revealKey(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('checkbox', { name: /ロボット/ }).click();
  await page.getByRole('button', { name: '確認する' }).click();
  await expect(page.getByText('アプリ情報').first()).toBeVisible();
}
