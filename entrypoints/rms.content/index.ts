import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { send } from '../../utils/messages/send.ts';
import type { MessageKey, Say } from '../../utils/model/say.ts';
import { keepGate } from './gate.ts';
import type { Page } from './page.ts';
import { readerHere } from './reader-here.ts';

type Name = Parameters<typeof browser.i18n.getMessage>[0];
const nameOf = (key: MessageKey): Name => key.replaceAll('.', '_') as Name;

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
    // The browser looks a message up anew at each call; a list asks for the same few many times.
    const said = new Map<string, string>();
    const t: Say = (key, substitutions) => {
      const name = [key, ...(substitutions ?? [])].join('\n');
      const known = said.get(name) ?? browser.i18n.getMessage(nameOf(key), substitutions);
      said.set(name, known);
      return known;
    };
    const page: Page = {
      document,
      t,
      now: () => Date.now(),
      send: (command, payload) =>
        send((message) => browser.runtime.sendMessage(message), command, payload),
    };
    keepGate(ctx, page, async () => {
      await page.send('page.bringReader', {});
      readerHere().keepWatch(ctx, page);
    });
  },
});
