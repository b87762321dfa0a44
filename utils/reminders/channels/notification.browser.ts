import browser from 'webextension-polyfill';
import type { Delivery } from '../../model/reminder.ts';
import type { NoticeText } from '../words.ts';

const PREFIX = 'kagiban:';

/** The browser's name of a notification: shown again under the same name it is replaced, not doubled. */
export const notificationId = (delivery: Delivery): string => `${PREFIX}${delivery.id}`;

/** Is it one of ours? Tells a click on a notice from others of the extension. */
export const isNotice = (id: string): boolean => id.startsWith(PREFIX);

/**
 * Shows one delivery. Rejects when the browser refuses; that the system hides notifications cannot be seen
 * from here, for which reason badge and popup say the same. No buttons: Firefox has none.
 */
export async function showNotification(
  delivery: Delivery,
  { title, message }: NoticeText,
): Promise<void> {
  await browser.notifications.create(notificationId(delivery), {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}
