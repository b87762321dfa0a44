import type { Say } from '../model/say.ts';
import type { Message } from './channels/port.ts';
import { hashOf } from './id.ts';

/** Where the next step of every notice begins. */
const APP_LIST = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';

/** What a test-send says: that it is one, and what will come here. It holds nothing of any shop. */
export function testMessage(deliveryId: string, t: Say): Message {
  const ref = `KGB-${hashOf(deliveryId)}`;
  return {
    deliveryId,
    ref,
    kind: 'expiry',
    subject: t('channels.test.subject'),
    lines: [
      { kind: 'notice', text: t('channels.test.line') },
      { kind: 'note', text: t('channels.test.ref', [ref]) },
    ],
    links: [{ text: t('common.openAppList'), url: APP_LIST }],
    thread: null,
    dueOn: null,
    again: false,
    lang: t('common.lang') === 'ja' ? 'ja' : 'en',
  };
}
