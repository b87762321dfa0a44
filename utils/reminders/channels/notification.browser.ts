import browser from 'webextension-polyfill';
import type { Ledger } from '../../model/ledger.ts';
import type { Message, MuteChannel, Outcome } from './port.ts';

const PREFIX = 'kagiban:';

/** Is it one of ours? Tells a click on a notice from others of the extension. */
export const isNotice = (id: string): boolean => id.startsWith(PREFIX);

/**
 * This browser's own notifications. One that is shown again under the same name is replaced, not doubled,
 * so that a repeat after doubt harms nobody. That the system hides notifications cannot be seen from here,
 * for which reason badge and popup say the same. No buttons: Firefox has none.
 */
export const notification: MuteChannel = {
  id: 'notification',
  class: 2,
  grouping: 'digest',
  limits: { length: 500, perTarget: null, perSecret: null, attempts: Infinity },
  origins: () => [],
  send: show,
  testSend: show,
};

async function show({ deliveryId, subject, lines }: Message): Promise<Outcome> {
  try {
    const ref = await browser.notifications.create(`${PREFIX}${deliveryId}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: subject,
      message: lines.map(({ text }) => text).join('\n'),
    });
    return { kind: 'delivered', ref };
  } catch {
    // What the browser says is free text of no known shape.
    return { kind: 'retry', after: null, why: 'blocked' };
  }
}

/** Takes away the notifications of which every reason has ended. */
export async function clearSolved({ reminders, deliveries }: Ledger): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll()).filter(isNotice);
  if (shown.length === 0) return;
  const standing = new Set(reminders.filter((one) => one.endedAt === null).map(({ id }) => id));
  const solved = deliveries.filter((one) => !one.reminderIds.some((id) => standing.has(id)));
  const ids = new Set(solved.map(({ id }) => `${PREFIX}${id}`));
  await Promise.all(shown.filter((id) => ids.has(id)).map((id) => browser.notifications.clear(id)));
}
