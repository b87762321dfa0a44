import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../components/background.ts';
import type { PageInFront } from '../../utils/messages/protocol.ts';
import { errorCodeOf, type ErrorCode } from '../../utils/model/errors.ts';
import { targetTab } from './targetTab.ts';

export interface Front {
  page: PageInFront | null;
  error: ErrorCode | null;
}

async function look(): Promise<Front> {
  try {
    const tabId = await targetTab();
    return { page: tabId === null ? null : await ask('page.look', { tabId }), error: null };
  } catch (error) {
    const code = errorCodeOf(error);
    // A page that we may not touch is simply not ours: nothing to say (new tab, settings, other sites).
    return { page: null, error: code === 'pageNotAllowed' || code === 'noPage' ? null : code };
  }
}

/** What the page in front is to us; looked at again when it changes (popup.html may live in a tab). */
export function usePageInFront(): Front {
  const [front, setFront] = useState<Front>({ page: null, error: null });
  useEffect(() => {
    let latest = 0;
    const lookAgain = async (): Promise<void> => {
      const mine = ++latest;
      const next = await look();
      if (mine === latest) setFront(next);
    };
    const again = (): void => void lookAgain();
    const updated = (_id: number, change: { status?: string }): void => {
      if (change.status === 'complete') again();
    };
    again();
    browser.tabs.onActivated.addListener(again);
    browser.tabs.onUpdated.addListener(updated);
    window.addEventListener('focus', again);
    return () => {
      browser.tabs.onActivated.removeListener(again);
      browser.tabs.onUpdated.removeListener(updated);
      window.removeEventListener('focus', again);
    };
  }, []);
  return front;
}
