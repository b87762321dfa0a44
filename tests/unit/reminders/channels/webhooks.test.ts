import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelId } from '../../../../utils/model/notice.ts';
import { reveal } from '../../../../utils/model/secret.ts';
import {
  GOOGLE_CHAT,
  LINE_WORKS,
  SLACK,
  TEAMS,
} from '../../../../utils/reminders/channels/addresses.ts';
import { googleChat } from '../../../../utils/reminders/channels/google-chat.ts';
import { NotSent } from '../../../../utils/reminders/channels/http.ts';
import { lineWorks } from '../../../../utils/reminders/channels/line-works.ts';
import { netshonin, netshoninForm } from '../../../../utils/reminders/channels/netshonin.ts';
import type { Message, MuteChannel } from '../../../../utils/reminders/channels/port.ts';
import { slack } from '../../../../utils/reminders/channels/slack.ts';
import { teams } from '../../../../utils/reminders/channels/teams.ts';
import { webhookAddress } from '../../../../utils/reminders/channels/webhook.ts';
import { startSites, type Sites } from '../../../sites/start.ts';
import { hostileText, LINK } from './hostile.ts';
import { message, NOW, portsOf, target } from './support.ts';

let now = NOW;
let sites: Sites;
beforeAll(async () => {
  sites = await startSites({ clock: () => now });
});
afterAll(() => sites.close());

const HOOKS = [
  ['slack', slack, SLACK],
  ['googleChat', googleChat, GOOGLE_CHAT],
  ['teams', teams, TEAMS],
  ['lineWorks', lineWorks, LINE_WORKS],
] as const;
type HookName = (typeof HOOKS)[number][0];

beforeEach(() => {
  now += 600_000;
  for (const [name] of HOOKS) {
    const hook = sites.channels[name];
    hook.heal();
    hook.state = 'open';
    hook.received.length = 0;
  }
});

const ports = (secret: string | null) => portsOf(sites.port, secret, { clock: () => now });
const to = (channel: ChannelId, url: string) =>
  target({ channel, config: { origin: new URL(url).origin } });

describe.each(HOOKS)('%s', (name: HookName, channel: MuteChannel, kind) => {
  const url = (): string => sites.channels[name].url;
  const send = (over: Partial<Message> = {}, address: string | null = url()) =>
    channel.send(message(over), to(name, url()), ports(address));

  test('says it with our words, our link and the reference', async () => {
    expect((await send()).kind).toBe('delivered');
    const [received] = sites.channels[name].received;
    const text = JSON.stringify(received);
    expect(text).toContain('あかね堂: GoQSystem のキー あと2日');
    expect(text).toContain('2026/12/06(日) に切れます。');
    expect(text).toContain('https://ichiba-bs.rms.rakuten.co.jp/apisson/');
    expect(text).toContain('KGB-0123456789abcdef');
  });

  test('knows what goes wrong', async () => {
    expect(await send({}, null)).toEqual({ kind: 'refused', why: 'noSecret' });
    expect(await send({}, 'https://evil.example/x')).toEqual({ kind: 'refused', why: 'badConfig' });
    while (sites.channels[name].limit.take(''));
    expect(await send()).toMatchObject({ kind: 'retry', why: 'rateLimited' });
    now += 600_000;
    sites.channels[name].state = 'gone';
    expect(await send()).toMatchObject({ kind: 'refused' });
  });

  test('doubt is said as doubt', async () => {
    sites.channels[name].fault({ kind: 'loseReply' }, 1);
    expect(await send()).toEqual({ kind: 'doubtful', why: 'network' });
    now += 60_000;
    const reply = { status: 500, headers: {}, body: '' };
    sites.channels[name].fault({ kind: 'answer', reply }, 1);
    expect(await send()).toEqual({ kind: 'doubtful', why: 'serverError' });
    sites.channels[name].fault({ kind: 'answer', reply: { ...reply, status: 503 } }, 1);
    expect(await send()).toEqual({ kind: 'retry', after: null, why: 'serverError' });
  });

  test('takes an address of its service only, and keeps the origin apart', () => {
    const address = webhookAddress(kind, ` ${url()} `);
    expect(address && reveal(address.secret)).toBe(url());
    expect(channel.origins(to(name, url()))).toEqual([new URL(url()).origin]);
    expect(channel.origins(to(name, 'https://evil.example'))).toEqual([]);
    for (const bad of [
      '',
      'x',
      url().replace('https', 'http'),
      'https://evil.example/services/a',
    ]) {
      expect(webhookAddress(kind, bad)).toBeNull();
    }
  });

  test('whatever a page wrote: the service takes it, and nothing of it is mark-up or link', async () => {
    const payloads: string[] = [];
    const fetch = ((_url: string, init: RequestInit) => {
      payloads.push(String(init.body));
      return Promise.resolve(new Response('ok'));
    }) as typeof globalThis.fetch;
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (subject, text) => {
        const lines = Array.from({ length: 30 }, (_, i) => ({
          kind: i === 0 ? ('heading' as const) : ('notice' as const),
          text,
        }));
        await channel.send(message({ subject, lines }), to(name, url()), {
          ...ports(url()),
          fetch,
        });
        const texts = textsOf(JSON.parse(payloads.at(-1) ?? ''));
        for (const one of texts) expect(without(one)).not.toMatch(FORBIDDEN[name]);
      }),
      { numRuns: process.env['KAGIBAN_LONG'] === '1' ? 500 : 25, seed: 5 },
    );
    const [longest] = payloads.toSorted((a, b) => b.length - a.length);
    const sent = await channel.send(
      message({
        lines: Array.from({ length: 99 }, () => ({ kind: 'notice', text: '長'.repeat(999) })),
      }),
      to(name, url()),
      ports(url()),
    );
    expect([sent.kind, longest !== undefined]).toEqual(['delivered', true]);
  });
});

/** What no text of a page may still hold when it arrives, after our own link and emphasis are taken away. */
const FORBIDDEN: Record<HookName, RegExp> = {
  slack: new RegExp(`[<>&_~\`]|${LINK.source}`, 'iu'),
  googleChat: new RegExp(`[<>_~\`]|${LINK.source}`, 'iu'),
  teams: new RegExp(`[<>[\\]*_~\`#|]|${LINK.source}`, 'iu'),
  lineWorks: new RegExp(`[<>]|${LINK.source}`, 'iu'),
};

const LINK_URL = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';
const without = (text: string): string =>
  text
    .replace(`<${LINK_URL}|RMSを開く>`, '')
    .replace(LINK_URL, '')
    .replace(/^\*|\*$/gm, '');

/** Every text a person would see. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !['type', '$schema', 'contentType', 'version'].includes(key))
    .flatMap(([, part]) => textsOf(part));
}

test('Slack’s own words', async () => {
  const send = () =>
    slack.send(message(), to('slack', sites.channels.slack.url), ports(sites.channels.slack.url));
  sites.channels.slack.state = 'gone';
  expect(await send()).toEqual({ kind: 'refused', why: 'wrongSecret' });
  sites.channels.slack.state = 'archived';
  expect(await send()).toEqual({ kind: 'refused', why: 'notFound' });
  const answer = (body: string, status = 200) =>
    sites.channels.slack.fault({ kind: 'answer', reply: { status, headers: {}, body } }, 1);
  answer('action_prohibited', 403);
  expect(await send()).toEqual({ kind: 'refused', why: 'notAllowed' });
  answer('<html>');
  expect(await send()).toEqual({ kind: 'doubtful', why: 'unexpectedAnswer' });
});

test('nothing left: offline, without permission, nobody there, a certificate that nobody knows', async () => {
  const { url } = sites.channels.slack;
  const failing = (reason: Error) => {
    const fetch = () => Promise.reject(reason);
    return slack.send(message(), to('slack', url), { ...ports(url), fetch });
  };
  const node = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  expect(await failing(new NotSent('network'))).toEqual({
    kind: 'retry',
    after: null,
    why: 'network',
  });
  expect(await failing(new NotSent('noPermission'))).toEqual({
    kind: 'refused',
    why: 'noPermission',
  });
  expect(await failing(node('ECONNREFUSED'))).toEqual({
    kind: 'retry',
    after: null,
    why: 'network',
  });
  expect(await failing(node('DEPTH_ZERO_SELF_SIGNED_CERT'))).toEqual({
    kind: 'retry',
    after: null,
    why: 'tls',
  });
  expect(await failing(node('ECONNRESET'))).toEqual({ kind: 'doubtful', why: 'network' });
  expect(await failing(new TypeError('Failed to fetch'))).toEqual({
    kind: 'doubtful',
    why: 'network',
  });
});

describe('ネット商人', () => {
  const form = (over: Record<string, string> = {}) =>
    target({
      channel: 'netshonin',
      secretName: null,
      config: {
        url: sites.channels.netshonin.url,
        planField: 'pl_id',
        plan: '12',
        mailField: 'mail_address',
        mail: 'staff@akanedo.test',
        ...over,
      },
    });

  test('registers the own address once, with the form’s own names', async () => {
    expect(await netshonin.send(message(), form(), ports(null))).toEqual({
      kind: 'delivered',
      ref: null,
    });
    expect(sites.channels.netshonin.registered).toEqual([
      { plan: '12', mail: 'staff@akanedo.test' },
    ]);
    expect(netshonin.origins(form())).toEqual(['https://mail.akanedo.test']);
  });

  test('is never tried again, whatever happened', async () => {
    for (const kind of ['down', 'loseReply'] as const) {
      sites.channels.netshonin.fault({ kind }, 1);
      expect(await netshonin.send(message(), form(), ports(null))).toEqual({
        kind: 'refused',
        why: 'network',
      });
    }
    expect(netshonin.limits.attempts).toBe(1);
  });

  test.each([
    { url: 'http://mail.akanedo.test/np/sesform.php' },
    { url: 'https://mail.akanedo.test/admin.php' },
    { url: 'https://a:b@mail.akanedo.test/np/sesform.php' },
    { planField: 'mail_address' },
    { planField: '' },
    { plan: '1&2' },
    { mail: 'a@b.test,c@d.test' },
    { mail: 'a@b.test\r\nBcc: x' },
  ])('refuses %j', async (over) => {
    expect(netshoninForm(form(over as Record<string, string>))).toBeNull();
    expect(
      await netshonin.send(message(), form(over as Record<string, string>), ports(null)),
    ).toEqual({
      kind: 'refused',
      why: 'badConfig',
    });
  });
});
