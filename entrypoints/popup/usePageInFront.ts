import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { askAgain } from '../../components/background.ts';
import type { PageInFront } from '../../utils/messages/protocol.ts';
import { errorCodeOf, type ErrorCode } from '../../utils/model/errors.ts';
import { targetTab } from './targetTab.ts';

export interface Front {
  page: PageInFront | null;
  error: ErrorCode | null;
  /** Looks again: something of the page is known now that was not before. */
  again: () => void;
}

type Seen = Omit<Front, 'again'>;

async function look(): Promise<Seen> {
  try {
    const tabId = await targetTab();
    return { page: tabId === null ? null : await askAgain('page.look', { tabId }), error: null };
  } catch (error) {
    const code = errorCodeOf(error);
    // A page that we may not touch is simply not ours: nothing to say (new tab, settings, other sites).
    return { page: null, error: code === 'pageNotAllowed' || code === 'noPage' ? null : code };
  }
}

/** What the page in front is to us; looked at again when it changes (popup.html may live in a tab). */
export function usePageInFront(): Front {
  const [front, setFront] = useState<Seen>({ page: null, error: null });
  const [asked, setAsked] = useState(0);
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
  }, [asked]);
  return { ...front, again: () => setAsked((times) => times + 1) };
}
