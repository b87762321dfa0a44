import { describe, expect, test, vi } from 'vitest';
import { makeDispatch, type Handlers } from '../../../utils/messages/dispatch.ts';
import type { CommandName } from '../../../utils/messages/protocol.ts';
import { isPageCommand, type Sender } from '../../../utils/messages/sender.ts';
import { AppError } from '../../../utils/model/errors.ts';
import { PRIVILEGED } from './payloads.ts';

const OWN = { extensionId: 'own', extensionOrigin: 'chrome-extension://own' };
const OWN_PAGE: Sender = { id: 'own', url: 'chrome-extension://own/popup.html' };
const RMS_PAGE: Sender = { id: 'own', url: 'https://ichiba-bs.rms.rakuten.co.jp/apisson/' };

/** One valid payload for each command: a new command without one fails the type check. */
const PAYLOADS: Record<CommandName, unknown> = {
  'page.report': {
    reading: {
      at: Date.UTC(2026, 11, 4),
      page: 'appList',
      pageClass: 'keys',
      shop: { digits: null, slug: null, name: null },
      licenses: [],
      licenseCoverage: 'partial',
      events: [],
      eventCoverage: 'partial',
      problems: [],
      issuedNow: false,
    },
  },
  'page.bringReader': {},
  'page.hint': {},
  'page.dismissHint': {},
  ...PRIVILEGED,
};
const COMMANDS = Object.keys(PAYLOADS) as CommandName[];

function dispatchWith(handle: () => Promise<unknown>) {
  const handlers = Object.fromEntries(COMMANDS.map((name) => [name, handle]));
  return makeDispatch(handlers as unknown as Handlers, OWN);
}

describe('who may send what', () => {
  const HOSTILE: [string, Sender][] = [
    ['a content script on RMS', RMS_PAGE],
    [
      'a content script on RMS that claims our origin in its url',
      { ...RMS_PAGE, origin: 'chrome-extension://own' },
    ],
    ['a content script elsewhere', { id: 'own', url: 'https://example.com/' }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/x.html' }],
    [
      'another extension that borrows our url',
      { id: 'other', url: 'chrome-extension://own/popup.html' },
    ],
    [
      'our id with a look-alike origin',
      { id: 'own', url: 'chrome-extension://own.evil/popup.html' },
    ],
    ['our url and a web origin', { ...OWN_PAGE, origin: 'https://example.com' }],
    ['nobody', {}],
  ];
  const privileged = COMMANDS.filter((command) => !isPageCommand(command));

  test.each(HOSTILE)('%s is refused every privileged command', async (_who, sender) => {
    const handle = vi.fn<() => Promise<unknown>>().mockResolvedValue({});
    for (const command of privileged) {
      const answer = await dispatchWith(handle)({ command, payload: PAYLOADS[command] }, sender);
      expect([command, answer]).toEqual([command, { ok: false, error: 'notAllowed' }]);
    }
    expect(handle).not.toHaveBeenCalled();
  });

  test('our own pages may send every privileged command and no page command', async () => {
    const dispatch = dispatchWith(async () => ({}));
    for (const command of COMMANDS) {
      const answer = await dispatch({ command, payload: PAYLOADS[command] }, OWN_PAGE);
      expect([command, answer.ok]).toEqual([command, !isPageCommand(command)]);
    }
  });

  test('RMS pages may send the page commands, other sites none', async () => {
    const dispatch = dispatchWith(async () => ({}));
    for (const command of COMMANDS.filter(isPageCommand)) {
      const message = { command, payload: PAYLOADS[command] };
      expect((await dispatch(message, RMS_PAGE)).ok).toBe(true);
      expect(
        (await dispatch(message, { id: 'own', url: 'https://api.rms.rakuten.co.jp/' })).ok,
      ).toBe(false);
      expect(
        (await dispatch(message, { id: 'own', url: 'https://evil-rms.rakuten.co.jp/' })).ok,
      ).toBe(false);
    }
  });
});

describe('malformed messages', () => {
  test.each([
    undefined,
    null,
    'status',
    42,
    [],
    {},
    { command: 'status' },
    { command: '__proto__', payload: {} },
    { command: 'toString', payload: {} },
    { command: 'status', payload: { extra: 1 } },
    { command: 'status', payload: {}, extra: 1 },
    { command: 'carry.copy', payload: { carryId: 'c', part: 'everything' } },
    { command: 'carry.page', payload: { tabId: -1 } },
    { command: 'carry.page', payload: { tabId: '1' } },
    { command: 'license.setExpiry', payload: { licenseId: 'l', on: 'tomorrow' } },
  ])('%j is refused', async (message) => {
    const handle = vi.fn<() => Promise<unknown>>().mockResolvedValue({});
    expect(await dispatchWith(handle)(message, OWN_PAGE)).toEqual({
      ok: false,
      error: 'badMessage',
    });
    expect(handle).not.toHaveBeenCalled();
  });
});

test('an error answers with its code and nothing else', async () => {
  const message = { command: 'status', payload: {} };
  const known = dispatchWith(() => Promise.reject(new AppError('storeFull')));
  expect(await known(message, OWN_PAGE)).toEqual({ ok: false, error: 'storeFull' });
  const unknown = dispatchWith(() => Promise.reject(new Error('SL123456_secretsecretsecr')));
  expect(await unknown(message, OWN_PAGE)).toEqual({ ok: false, error: 'unexpected' });
});
