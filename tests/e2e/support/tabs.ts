import type { Page } from '@playwright/test';
import { attach, targets, type Cdp } from './cdp.ts';

export async function pageTargetId(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

/** The ids of the pages inside a tab. */
async function pagesIn(cdp: Cdp, tabTargetId: string): Promise<string[]> {
  const session = await attach(cdp, tabTargetId);
  const found: string[] = [];
  const off = cdp.on(({ method, params, sessionId }) => {
    if (sessionId !== session || method !== 'Target.attachedToTarget') return;
    found.push((params['targetInfo'] as { targetId: string }).targetId);
  });
  const auto = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
  // It answers only after it has told of what is there already.
  await cdp.send('Target.setAutoAttach', auto, session);
  off();
  await cdp.send('Target.detachFromTarget', { sessionId: session });
  return found;
}

/** The tab that holds the page: the toolbar click wants the tab's own target. */
export async function tabTargetId(cdp: Cdp, page: Page): Promise<string> {
  const wanted = await pageTargetId(page);
  for (const tab of await targets(cdp, true)) {
    if (tab.url !== page.url()) continue;
    if ((await pagesIn(cdp, tab.targetId)).includes(wanted)) return tab.targetId;
  }
  throw new Error(`no tab shows ${page.url()}`);
}
