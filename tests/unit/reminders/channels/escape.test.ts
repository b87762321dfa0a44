import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeChatwork } from '../../../../utils/reminders/channels/chatwork.ts';
import { cut, inert, safeRef } from '../../../../utils/reminders/channels/escape.ts';
import { escapeGoogleChat } from '../../../../utils/reminders/channels/google-chat.ts';
import { escapeIcal } from '../../../../utils/reminders/channels/ical.ts';
import { escapeLineWorks } from '../../../../utils/reminders/channels/line-works.ts';
import { escapeMailHtml, escapeMailText } from '../../../../utils/reminders/channels/mail.ts';
import { escapeSlack } from '../../../../utils/reminders/channels/slack.ts';
import { escapeTeams } from '../../../../utils/reminders/channels/teams.ts';
import { escapeZendesk } from '../../../../utils/reminders/channels/zendesk.ts';
import { hostileText, LINK, runs, UNSEEN } from './hostile.ts';

/** Each channel's one function, and what must be left of no text in it. */
const CHANNELS: [string, (text: string) => string, RegExp][] = [
  ['chatwork', escapeChatwork, /[[\]]|\([a-z*^_]{1,20}\d?\)/i],
  ['zendesk', escapeZendesk, /[*_~`[\]<>#|\\{}]|^[=+-]/],
  ['slack', escapeSlack, /[<>&*_~`]/],
  ['googleChat', escapeGoogleChat, /[<>*_~`]/],
  ['teams', escapeTeams, /[<>[\]*_~`#|\\]/],
  ['lineWorks', escapeLineWorks, /[<>]/],
  ['mail as text', escapeMailText, /^[=+@-]/],
  ['mail as HTML', escapeMailHtml, /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/],
  ['ical', escapeIcal, /(?<!\\)(?:\\\\)*[;,]|[\r\n]/],
];
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;

describe.each(CHANNELS)('%s', (_name, escape, forbidden) => {
  test('text of a page is never mark-up, mention, link, second line or hidden', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escape(text);
        expect(escaped).not.toMatch(forbidden);
        expect(escaped).not.toMatch(UNSEEN);
        const seen = escaped.replaceAll(ENTITY, ' ');
        expect(seen).not.toMatch(LINK);
        expect(seen).not.toMatch(/@/);
      }),
      runs,
    );
  });

  test.each([
    'GoQSystem のキー あと2日',
    'Shop: 2 keys need you. Open RMS.',
    '2026/12/06(日) 23:59 に切れます。version 2.0',
  ])('leaves our own words alone: %s', (words) => {
    expect(escape(words)).toBe(words);
  });
});

test('names stay readable', () => {
  expect(escapeChatwork('受注[本番] v2 (beer) Node.js <A&B> foo@bar.jp')).toBe(
    '受注［本番］ v2 （beer） Node．js <A&B> foo＠bar．jp',
  );
  expect(escapeSlack('<A&B>')).toBe('＜A＆B＞');
});

test('inert text stays as it is', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(inert(inert(text))).toBe(inert(text));
    }),
    runs,
  );
});

test('cutting leaves whole letters and never more than was asked for', () => {
  expect([cut('あいう', 3), cut('あいうえ', 3), cut('👍👍👍', 4)]).toEqual([
    'あいう',
    'あい…',
    '👍…',
  ]);
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 90 }), (text, most) => {
      expect(cut(text, most).length).toBeLessThanOrEqual(most);
      if (text.isWellFormed()) expect(cut(text, most).isWellFormed()).toBe(true);
    }),
    runs,
  );
});

test('a reference that is none is left out', () => {
  const refs = ['KGB-12ab', 'x\r\ny', '[To:1]', ''];
  expect(refs.map(safeRef)).toEqual(['KGB-12ab', '', '', '']);
});
