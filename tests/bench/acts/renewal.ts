import { revealKey, issueKey } from '../../e2e/support/person.ts';
import { until } from '../../e2e/support/until.ts';
import type { Sites } from '../../sites/start.ts';
import type { Hands } from './hands.ts';
import type { BenchTool } from './tools.ts';

/** RMS's menu, [各種申請・設定変更] and [設定変更]: steps 1 to 3 of seed 002. */
const RMS_MENU = 3;
/** Robot check, 確認する; 新しいライセンスキーを発行, its question. */
const REVEALS = 2;
const ISSUES = 2;

const newest = (sites: Sites) => {
  const app = sites.rms.app('店舗様');
  const license = app.licenses.at(-1);
  if (!license) throw new Error('the shop app has a key');
  return { ...license, secret: app.serviceSecret };
};

/** 詳細 of the key in the list, its key shown, a new one issued and shown: the same for both. */
async function issue(hands: Hands, sites: Sites): Promise<void> {
  const { page, acts } = hands;
  acts.clicks += 1;
  await hands.reserved(REVEALS + ISSUES, async () => {
    await revealKey(page, sites.urls.detail(newest(sites)));
    await issueKey(page);
  });
  acts.clicks += 1;
  await hands.reserved(REVEALS, () => revealKey(page, sites.urls.detail(newest(sites))));
}

const savedIn = async ({ page }: Hands, tool: BenchTool, key: string): Promise<void> => {
  const value = await page.locator(tool.field.licenseKey).inputValue();
  if (value !== key) throw new Error(`${tool.id} does not hold the new key`);
};

async function testAndSave(hands: Hands, tool: BenchTool, key: string): Promise<void> {
  const { page } = hands;
  await savedIn(hands, tool, key);
  const { testButton } = tool;
  if (testButton) {
    await hands.reserved(1, async () => {
      await page.locator(testButton).click();
      await page.locator('#auth-result').filter({ hasText: /./ }).waitFor();
    });
  }
  await hands.reserved(1, () => page.locator(tool.saveButton).first().click());
}

/** As the manuals have it: each value is selected, copied, and pasted into its field, tool by tool. */
export async function byHand(hands: Hands, sites: Sites, tools: BenchTool[]): Promise<void> {
  await hands.go(sites.urls.appList, RMS_MENU);
  await issue(hands, sites);
  for (const [at, tool] of tools.entries()) {
    const { key, secret, expiresAt } = newest(sites);
    if (at > 0) hands.switchTab();
    hands.copy();
    await hands.go(tool.url, 1 + tool.menu);
    await hands.paste(tool.field.serviceSecret, secret);
    hands.switchTab();
    hands.copy();
    hands.switchTab();
    await hands.paste(tool.field.licenseKey, key);
    if (tool.field.expiresOn) {
      const on = new Date(expiresAt + 9 * 3_600_000).toISOString().slice(0, 10);
      await hands.type(tool.field.expiresOn, on.replaceAll('-', '/'));
    }
    await testAndSave(hands, tool, key);
  }
}

/** With Kagiban: the run says what is next, and its links lead there. */
export async function withKagiban(hands: Hands, sites: Sites, tools: BenchTool[]): Promise<void> {
  // The toolbar, and アプリ一覧を開く in the popup.
  await hands.go(sites.urls.appList, 2);
  await issue(hands, sites);
  const { key } = newest(sites);
  await hands.inPopup(async (press, popup) => {
    await press('[data-kagiban="carry"]');
    await popup.waitFor(`[data-kagiban="copy"][data-last4="${key.slice(-4)}"]`);
    // A tool with a test of its own is proved by that; the others by the key's own.
    if (tools.every(({ testButton }) => testButton !== null)) return;
    await press('[data-kagiban="test"]');
    await popup.waitFor('[data-kagiban="verdict"]', 30_000);
  });
  for (const tool of tools) {
    // The run's link: it leads to the settings page itself, as it was filled last.
    await hands.go(tool.url, 1);
    await fillWith(hands, tool);
    await testAndSave(hands, tool, key);
    await hands.inPopup(async (press, popup) => {
      await press('[data-kagiban="run-answer"][data-answer="saved"]');
      await until('the saving to be recorded', async () => {
        const steps = await popup.data('[data-kagiban="run-step"]');
        return steps[0]?.['step'] !== 'save';
      });
    });
  }
}

/** Fills once, and says yes where the page does not name its shop as RMS does. */
export async function fillWith(hands: Hands, tool: BenchTool): Promise<void> {
  await hands.inPopup(async (press, popup) => {
    const button = `[data-kagiban="fill"][data-tool="${tool.id}"]`;
    await press(button);
    await popup.waitFor('[data-kagiban="fill-result"], [role="alert"]');
    if ((await popup.data('[data-kagiban="fill-result"]')).length === 0) await press(button);
    await popup.waitFor('[data-kagiban="fill-result"][data-outcome="filled"]');
  });
}

/** The first day, not counted: every tool is filled once with the key of that day. */
export async function firstDay(hands: Hands, sites: Sites, tools: BenchTool[]): Promise<void> {
  await hands.go(sites.urls.appList, 0);
  await hands.page.locator('[data-kagiban="mark"]').first().waitFor();
  await revealKey(hands.page, sites.urls.detail(newest(sites)));
  await hands.inPopup(async (press, popup) => {
    await press('[data-kagiban="carry"]');
    await popup.waitFor('[data-kagiban="copy"]');
  });
  for (const tool of tools) {
    await hands.go(tool.url, 0);
    await fillWith(hands, tool);
    await hands.page.locator(tool.saveButton).first().click();
  }
}
