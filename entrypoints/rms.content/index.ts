import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { send } from '../../utils/messages/send.ts';
import type { Say } from '../../utils/model/say.ts';
import { keepWatch } from './watch.ts';

// No polyfill and no zod here (stack.md): this runs in every RMS page.
export default defineContentScript({
  matches: [
    'https://ichiba-bs.rms.rakuten.co.jp/*',
    'https://webservice.rms.rakuten.co.jp/*',
    'https://mainmenu.rms.rakuten.co.jp/*',
  ],
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const t: Say = (key, substitutions) =>
      browser.i18n.getMessage(
        key.replaceAll('.', '_') as Parameters<typeof browser.i18n.getMessage>[0],
        substitutions,
      );
    keepWatch(ctx, {
      document,
      t,
      now: () => Date.now(),
      send: (command, payload) =>
        send((message) => browser.runtime.sendMessage(message), command, payload),
    });
  },
});
