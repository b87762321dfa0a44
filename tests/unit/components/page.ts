import { JSDOM } from 'jsdom';
import { afterAll } from 'vitest';
import { sayIn } from './say.ts';
import type { MessageKey } from '../../../utils/model/say.ts';

/** What a page of ours finds around it: a document, the shipped Japanese words, a background that answers. */
export interface Around {
  root: HTMLElement;
  sent: { command: string; payload: unknown }[];
  answers: Map<string, unknown>;
}

/** Call it before importing a component: `wxt/browser` looks for the browser once. */
export function pageAround(): Around {
  const { window } = new JSDOM('<!doctype html><div id="app"></div>');
  const t = sayIn('ja');
  const keyOf = (name: string): MessageKey => name.replaceAll('_', '.') as MessageKey;
  const sent: Around['sent'] = [];
  const answers: Around['answers'] = new Map();
  const chrome = {
    i18n: { getMessage: (name: string, substitutions?: string[]) => t(keyOf(name), substitutions) },
    runtime: {
      id: 'test',
      sendMessage: async (message: { command: string; payload: unknown }) => {
        sent.push(message);
        return answers.get(message.command);
      },
    },
  };
  // The files of one worker share what `wxt/browser` found at its first look: the same object is filled anew.
  const { chrome: found = {} } = globalThis as { chrome?: object };
  const { document, HTMLElement, Event } = window;
  const page = { document, window, HTMLElement, Event };
  const before = Object.fromEntries(
    Object.keys(page).map((name) => [name, Reflect.get(globalThis, name)]),
  );
  Object.assign(globalThis, { chrome: Object.assign(found, chrome), ...page });
  // The next file of this worker may ask whether it is in a page, as fake-indexeddb does.
  afterAll(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(globalThis, name);
      else Reflect.set(globalThis, name, value);
    }
  });
  const root = window.document.getElementById('app');
  if (!root) throw new Error('no root');
  return { root, sent, answers };
}
