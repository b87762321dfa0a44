import type { Page } from '@playwright/test';
import { behindScenes } from '../../support/behind.ts';
import type { Kagiban } from '../../support/launch.ts';

interface Api {
  tabs: { query: (which: object) => Promise<{ id: number; url?: string }[]> };
  scripting: { executeScript: (what: object) => Promise<{ result?: unknown }[]> };
}

interface Asked {
  url: string;
  /** As JSON: a `null` inside an argument of `executeScript` does not arrive. */
  messages: string;
}

/**
 * Sends messages to the background from the world of our content scripts in the RMS page at `url`: what
 * a page could do that has broken into its own process. Gives the answers, in order.
 */
export async function sendFromContentWorld(
  kagiban: Kagiban,
  page: Page,
  messages: unknown[],
): Promise<unknown[]> {
  const asked: Asked = { url: page.url(), messages: JSON.stringify(messages) };
  return behindScenes(kagiban.context, kagiban.extensionId, (behind) =>
    behind.evaluate(async ({ url, messages: sent }) => {
      const { chrome } = globalThis as unknown as { chrome: Api };
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      const target = { tabId: tab?.id ?? -1 };
      const func = async (all: string): Promise<string> => {
        const { runtime } = (
          globalThis as unknown as {
            chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
          }
        ).chrome;
        const answers: unknown[] = [];
        for (const message of JSON.parse(all) as unknown[]) {
          answers.push(await runtime.sendMessage(message).catch((error: Error) => error.message));
        }
        return JSON.stringify(answers);
      };
      const [frame] = await chrome.scripting.executeScript({ target, func, args: [sent] });
      return JSON.parse(String(frame?.result)) as unknown[];
    }, asked),
  );
}
