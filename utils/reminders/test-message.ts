import type { Say } from '../model/say.ts';
import type { Message } from './channels/port.ts';
import { APP_LIST, refOf } from './message.ts';

/** What a test-send says: that it is one, and what will come here. It holds nothing of any shop. */
export function testMessage(deliveryId: string, t: Say): Message {
  const ref = refOf(deliveryId);
  return {
    deliveryId,
    ref,
    kind: 'expiry',
    subject: t('channels.test.subject'),
    lines: [
      { kind: 'notice', text: t('channels.test.line') },
      { kind: 'note', text: t('notice.ref', [ref]) },
    ],
    links: [{ text: t('notice.openList'), url: APP_LIST }],
    thread: null,
    dueOn: null,
    again: false,
    lang: t('common.lang') === 'ja' ? 'ja' : 'en',
  };
}
