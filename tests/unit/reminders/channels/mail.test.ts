import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { mailAddress, mailOf } from '../../../../utils/reminders/channels/mail.ts';
import { hostileText, LINK, UNSEEN } from './hostile.ts';
import { message } from './support.ts';

test('a mail as text and as HTML says the same', () => {
  const { subject, text, html, messageId } = mailOf(message());
  expect(subject).toBe('あかね堂: GoQSystem のキー あと2日');
  expect(messageId).toBe('<KGB-0123456789abcdef@kagiban.invalid>');
  const { document } = new JSDOM(html).window;
  for (const words of ['2026/12/06(日) に切れます。', '新しいキーを発行してください。']) {
    expect(text).toContain(words);
    expect(document.body.textContent).toContain(words);
  }
  expect(document.documentElement.lang).toBe('ja');
  expect(document.querySelector('a')?.href).toBe('https://ichiba-bs.rms.rakuten.co.jp/apisson/');
  expect(text).toContain('RMSを開く\nhttps://ichiba-bs.rms.rakuten.co.jp/apisson/');
});

test('whatever a page wrote: one header line, no element, no link, no script of its own', () => {
  const usual = new JSDOM(mailOf(message()).html).window.document.querySelectorAll('*').length;
  fc.assert(
    fc.property(hostileText, hostileText, (subject, text) => {
      const lines = message().lines.map(({ kind }) => ({ kind, text }));
      const mail = mailOf(message({ subject, lines }));
      expect(mail.subject).not.toMatch(UNSEEN);
      expect(mail.subject.length).toBeLessThanOrEqual(120);
      const { document } = new JSDOM(mail.html).window;
      expect(document.querySelectorAll('*')).toHaveLength(usual);
      expect([...document.querySelectorAll('a')].map(({ href }) => href)).toEqual([
        message().links[0]?.url,
      ]);
      expect(mail.text.replace(message().links[0]?.url ?? '', '')).not.toMatch(LINK);
    }),
    { numRuns: process.env['KAGIBAN_LONG'] === '1' ? 200 : 15, seed: 5 },
  );
});

test('one mailbox and nothing beside it', () => {
  expect(mailAddress(' staff+rms@akanedo.co.jp ')).toBe('staff+rms@akanedo.co.jp');
  for (const bad of [
    '',
    'a',
    'a@b',
    'a@b.jp, c@d.jp',
    'a@b.jp\r\nBcc: c@d.jp',
    '<a@b.jp>',
    'あ@b.jp',
    'a b@c.jp',
  ]) {
    expect(mailAddress(bad)).toBeNull();
  }
});
