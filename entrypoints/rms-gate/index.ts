import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { send } from '../../utils/messages/send.ts';
import type { MessageKey, Say } from '../../utils/model/say.ts';
import { keepGate } from './gate.ts';
import { beginLife } from './life.ts';
import type { Page } from './page.ts';
import { readerHere } from './reader-here.ts';

type Name = Parameters<typeof browser.i18n.getMessage>[0];
const nameOf = (key: MessageKey): Name => key.replaceAll('.', '_') as Name;

/**
 * In every RMS page (the manifest says so): no polyfill, no zod (stack.md), and not the builder's own context for
 * content scripts, which costs a page more than all the rest of this.
 */
export default defineUnlistedScript(() => {
  const life = beginLife(() => browser.runtime?.id !== undefined);
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
  keepGate(life, page, async () => {
    await page.send('page.bringReader', {});
    if (!life.isInvalid) readerHere().keepWatch(life, page);
  });
});
