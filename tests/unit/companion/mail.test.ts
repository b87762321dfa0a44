import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mailChannel, type SmtpSettings } from '../../../companion/mail.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import type { Message } from '../../../utils/reminders/channels/port.ts';
import { startSmtp, type SmtpStandIn } from '../../sites/channels/smtp.ts';
import { message, portsOf, target } from '../reminders/channels/support.ts';

let smtp: SmtpStandIn;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.close());
beforeEach(() => {
  smtp.fault = 'none';
  smtp.received.length = 0;
});

const settings = (over: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port: smtp.port,
  secure: false,
  requireTls: false,
  user: smtp.user,
  password: makeSecret(smtp.password),
  from: 'kagiban@akanedo.test',
  ...over,
});
const to = (address = 'staff@akanedo.test') =>
  target({ channel: 'mail', secretName: null, config: { to: address } });
const send = (over: Partial<Message> = {}, how: Partial<SmtpSettings> = {}, where = to()) =>
  mailChannel(settings(how)).send(message(over), where, portsOf(0, null));

test('a real server takes it: one mail, one recipient, text and HTML, marked as automatic', async () => {
  const sent = await send();
  expect(sent).toEqual({ kind: 'delivered', ref: '<KGB-0123456789abcdef@kagiban.invalid>' });
  const [mail] = smtp.received;
  expect([mail?.from, mail?.to]).toEqual(['kagiban@akanedo.test', ['staff@akanedo.test']]);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail?.raw).toContain('multipart/alternative');
});

test('a hostile name adds no header, no recipient and no second mail', async () => {
  const evil = 'x\r\nBcc: everybody@evil.example\r\n\r\n.\r\nMAIL FROM:<a@evil.example>';
  await send({ subject: evil, lines: [{ kind: 'notice', text: evil }] });
  expect(smtp.received).toHaveLength(1);
  expect(smtp.received[0]?.to).toEqual(['staff@akanedo.test']);
  const [head = ''] = smtp.received[0]?.raw.split('\r\n\r\n') ?? [];
  expect(head.split('\r\n').filter((line) => /^(?:bcc|cc|to):/i.test(line))).toEqual([
    'To: staff@akanedo.test',
  ]);
  for (const bad of ['a@b.test, c@d.test', 'a@b.test\r\nBcc: c@d.test', '']) {
    expect(await send({}, {}, to(bad))).toEqual({ kind: 'refused', why: 'badConfig' });
  }
});

test.each([
  ['auth', { kind: 'refused', why: 'wrongSecret' }],
  ['mailbox', { kind: 'refused', why: 'mailboxRefused' }],
  ['busy', { kind: 'retry', after: null, why: 'rateLimited' }],
  ['loseReply', { kind: 'doubtful', why: 'network' }],
] as const)('%s', async (fault, outcome) => {
  smtp.fault = fault;
  expect(await send()).toEqual(outcome);
});

test('nobody there, and no TLS where it is asked for', async () => {
  const why = 'network';
  expect(await send({}, { port: 1 })).toEqual({ kind: 'retry', after: null, why });
  expect(await send({}, { requireTls: true })).toMatchObject({ kind: 'retry' });
  expect(smtp.received).toEqual([]);
});
