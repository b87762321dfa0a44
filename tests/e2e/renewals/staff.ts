import { expect, type Page } from '@playwright/test';
import type { Sites } from '../../sites/start.ts';
import type { Kagiban } from '../support/launch.ts';
import { revealKey } from '../support/person.ts';
import type { Popup } from '../support/popup.ts';

/** A tool of the stand-ins, as its user knows it. */
export interface ToolDesk {
  id: 'ec-station' | 'goqsystem' | 'next-engine';
  /** Words of the app whose key it takes. */
  app: string;
  url: string;
  saveButton: string;
  /** The key that the tool has saved. */
  savedKey: () => string;
}

export const toolDesks = ({ urls, tools }: Sites): ToolDesk[] => [
  {
    id: 'ec-station',
    app: '店舗様',
    url: urls.ecStation(),
    saveButton: '保存',
    savedKey: () => tools.ecStation.saved().licenseKey,
  },
  {
    id: 'goqsystem',
    app: 'GoQ',
    url: urls.goqSystem(),
    saveButton: '設定を保存して次へ進む',
    savedKey: () => tools.goqSystem.saved().squareKey,
  },
  {
    id: 'next-engine',
    app: 'NE株式会社',
    url: urls.nextEngine(),
    saveButton: '設定を保存',
    savedKey: () => tools.nextEngine.saved().licenseKey,
  },
];

/** What a member of staff does with Kagiban, one act each; every act ends with the popup closed. */
export function staffOf(kagiban: Kagiban, sites: Sites, page: Page) {
  const inPopup = async (act: (popup: Popup) => Promise<void>): Promise<void> => {
    const popup = await kagiban.clickToolbar(page);
    try {
      await act(popup);
    } finally {
      await popup.close().catch(() => undefined);
    }
  };
  return {
    readList: async (): Promise<void> => {
      await page.goto(sites.urls.appList);
      await page.locator('[data-kagiban="mark"]').first().waitFor();
    },
    open: (tool: ToolDesk) => page.goto(tool.url),
    seeKey: () =>
      inPopup(async (popup) => {
        await popup.click('[data-kagiban="see-key"]');
        await popup.waitFor('[data-kagiban="seen-key"]');
      }),
    carry: async (license: { id: string; key: string }): Promise<void> => {
      await revealKey(page, sites.urls.detail(license));
      await inPopup(async (popup) => {
        await popup.click('[data-kagiban="carry"]');
        await popup.waitFor(`[data-kagiban="copy"][data-last4="${license.key.slice(-4)}"]`);
      });
    },
    fill: (tool: ToolDesk) =>
      inPopup(async (popup) => {
        const button = `[data-kagiban="fill"][data-tool="${tool.id}"]`;
        await popup.click(button);
        await popup.waitFor('[data-kagiban="fill-result"], [role="alert"]');
        if ((await popup.data('[data-kagiban="fill-result"]')).length === 0) {
          await popup.click(button);
        }
        await popup.waitFor('[data-kagiban="fill-result"][data-field="licenseKey"]');
      }),
    pressTest: async (): Promise<void> => {
      // RMS answers once a second; whoever is told so waits and presses again.
      await expect(async () => {
        await page.getByRole('button', { name: '認証テスト' }).click();
        const result = page.locator('#auth-result').filter({ hasText: /./ });
        await expect(result).not.toContainText('アクセスが集中', { timeout: 3_000 });
      }).toPass({ intervals: [1_100] });
    },
    readTest: () =>
      inPopup((popup) => popup.waitFor('[data-kagiban="tool-test"][data-result="ok"]')),
    pressSave: (tool: ToolDesk) =>
      page.getByRole('button', { name: tool.saveButton, exact: true }).click(),
    answer: (word: 'saved' | 'works') =>
      inPopup(async (popup) => {
        const button = `[data-kagiban="run-answer"][data-answer="${word}"]`;
        await popup.click(button);
        await popup.evaluate(
          (selector) =>
            new Promise<void>((done) => {
              const look = (): void => {
                if (document.querySelector(selector)) setTimeout(look, 50);
                else done();
              };
              look();
            }),
          button,
        );
      }),
  };
}

export type Staff = ReturnType<typeof staffOf>;
