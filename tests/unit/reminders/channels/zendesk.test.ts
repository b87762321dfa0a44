import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { zendeskOrigin } from '../../../../utils/reminders/channels/addresses.ts';
import { zendesk } from '../../../../utils/reminders/channels/zendesk.ts';
import type { Message } from '../../../../utils/reminders/channels/port.ts';
import { startSites, type Sites } from '../../../sites/start.ts';
import { hostileText, LINK } from './hostile.ts';
import { message, NOW, portsOf, target } from './support.ts';

let now = NOW;
let sites: Sites;
beforeAll(async () => {
  sites = await startSites({ clock: () => now });
});
afterAll(() => sites.close());
beforeEach(() => {
  now += 600_000;
  sites.channels.zendesk.heal();
  sites.channels.zendesk.tickets.length = 0;
  sites.channels.zendesk.keys.clear();
});

const CONFIG = { subdomain: 'akanedo', email: 'staff@akanedo.test' };
const desk = (config: Record<string, string> = CONFIG) => target({ channel: 'zendesk', config });
const ports = (token?: string) =>
  portsOf(sites.port, token ?? sites.channels.zendesk.token, { clock: () => now });
const send = (over: Partial<Message> = {}) => zendesk.send(message(over), desk(), ports());
const tickets = () => sites.channels.zendesk.tickets;
const thread = (closes: boolean) => ({ id: 'reason-1', closes });

test('one ticket for a reason: made, commented on, solved, opened again', async () => {
  const first = await send({ thread: thread(false), deliveryId: 'd1', dueOn: '2026-12-06' });
  expect(first).toEqual({ kind: 'delivered', ref: String(tickets()[0]?.id) });
  expect(tickets()[0]).toMatchObject({ external_id: 'kagiban-reason-1', tags: ['kagiban'] });
  expect(tickets()[0]?.comments[0]).toMatchObject({ public: false });
  await send({ thread: thread(false), deliveryId: 'd2', ref: 'KGB-2' });
  await send({ thread: thread(true), deliveryId: 'd3', ref: 'KGB-3', subject: '解決' });
  expect(tickets().map(({ status, comments }) => [status, comments.length])).toEqual([
    ['solved', 3],
  ]);
  await send({ thread: thread(false), deliveryId: 'd4', ref: 'KGB-4' });
  expect(tickets().map(({ status }) => status)).toEqual(['open']);
});

test('a closed ticket is left alone, and one that is gone has nothing to solve', async () => {
  await send({ thread: thread(false), deliveryId: 'd1' });
  const [old] = tickets();
  if (old) old.status = 'closed';
  expect(await send({ thread: thread(true), deliveryId: 'd2' })).toEqual({
    kind: 'delivered',
    ref: null,
  });
  await send({ thread: thread(false), deliveryId: 'd3' });
  expect(tickets().map(({ status }) => status)).toEqual(['closed', 'new']);
});

test('never twice: after a lost answer it is found, or made once by its key', async () => {
  for (const kind of ['loseReply', 'down'] as const) {
    tickets().length = 0;
    const one = message({ deliveryId: `d-${kind}`, ref: `KGB-${kind.length}` });
    // The first call only looks.
    sites.channels.zendesk.fault({ kind: 'slow', ms: 0 }, 1);
    let asked = 0;
    const broken = {
      ...ports(),
      fetch: ((url: string, init: RequestInit) => {
        asked += 1;
        if (asked === 2) sites.channels.zendesk.fault({ kind }, 1);
        return ports().fetch(url, init);
      }) as typeof fetch,
    };
    expect(await zendesk.send(one, desk(), broken)).toEqual({ kind: 'doubtful', why: 'network' });
    const found = await zendesk.find(one, desk(), ports(), now);
    expect(found).toMatchObject(
      kind === 'loseReply' ? { kind: 'found', at: now } : { kind: 'absent' },
    );
    expect((await zendesk.find({ ...one, ref: 'KGB-other' }, desk(), ports(), now)).kind).toBe(
      'absent',
    );
    await zendesk.send(one, desk(), ports());
    expect(tickets()).toHaveLength(1);
  }
});

test('what another place said in a ticket is found by its names, and when', async () => {
  const [first, second] = ['a1b2c3d4e5f6', '0f1e2d3c4b5a'];
  const named = (name: string): Partial<Message> => ({
    thread: thread(false),
    ref: `KGB-${name}`,
    lines: [{ kind: 'note', text: `お知らせ番号 KGB-${name} ${name}` }],
  });
  await send(named(first));
  now += 60_000;
  await send(named(second));
  const look = (names: string[], id = 'reason-1') => {
    const about = message({ thread: { id, closes: false } });
    return zendesk.look({ message: about, names, since: now }, desk(), ports());
  };
  expect(await look([first, second, 'ffffffffffff'])).toEqual({
    kind: 'looked',
    found: new Map([
      [first, now - 60_000],
      [second, now],
    ]),
    outOfSight: false,
  });
  expect(await look([first], 'reason-2')).toMatchObject({ found: new Map() });
  sites.channels.zendesk.fault({ kind: 'down' }, 1);
  expect((await look([first])).kind).toBe('unknown');
});

describe('what goes wrong', () => {
  test.each([
    ['a wrong token', CONFIG, 'wrong', { kind: 'refused', why: 'wrongSecret' }],
    [
      'another host',
      { ...CONFIG, subdomain: 'evil.example/' },
      undefined,
      { kind: 'refused', why: 'badConfig' },
    ],
    ['no address', { ...CONFIG, email: 'a:b' }, undefined, { kind: 'refused', why: 'badConfig' }],
  ] as const)('%s', async (_what, config, token, outcome) => {
    expect(await zendesk.send(message(), desk(config), ports(token))).toEqual(outcome);
  });

  test('too fast, with a wait and without', async () => {
    while (sites.channels.zendesk.calls.take('all'));
    expect(await send()).toEqual({ kind: 'retry', after: 60_000, why: 'rateLimited' });
    sites.channels.zendesk.saysRetryAfter = false;
    expect(await send()).toEqual({ kind: 'retry', after: null, why: 'rateLimited' });
    expect((await zendesk.find(message(), desk(), ports(), now)).kind).toBe('unknown');
    sites.channels.zendesk.saysRetryAfter = true;
  });

  test('what could not even be looked up was not sent', async () => {
    sites.channels.zendesk.fault({ kind: 'loseReply' }, 1);
    expect(await send()).toEqual({ kind: 'retry', after: null, why: 'network' });
    expect(tickets()).toHaveLength(0);
  });
});

test('a sub-domain is nothing but one label', () => {
  expect(zendeskOrigin('akanedo')).toBe('https://akanedo.zendesk.com');
  for (const bad of ['', '-a', 'A', 'a.b', 'a/b', 'a@b', 'a:1', 'a#', 'あ', 'a'.repeat(64)]) {
    expect(zendeskOrigin(bad)).toBeNull();
  }
  expect(zendesk.origins(desk({ subdomain: 'a.b' }))).toEqual([]);
});

test('a test makes one solved ticket', async () => {
  expect((await zendesk.testSend(message(), desk(), ports())).kind).toBe('delivered');
  expect(tickets().map(({ status }) => status)).toEqual(['solved']);
});

test('whatever a page wrote: no mark-up, no placeholder, no link but ours', async () => {
  const bodies: { subject: string; comment: { body: string } }[] = [];
  const fetch = (_url: unknown, init?: RequestInit) => {
    if (init?.method !== 'POST') return Promise.resolve(new Response('{"tickets":[]}'));
    bodies.push((JSON.parse(String(init.body)) as { ticket: (typeof bodies)[0] }).ticket);
    return Promise.resolve(new Response('{"ticket":{"id":1}}', { status: 201 }));
  };
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (subject, text) => {
      const lines = Array.from({ length: 30 }, () => ({ kind: 'notice' as const, text }));
      await zendesk.send(message({ subject, lines }), desk(), { ...ports('x'), fetch });
      const made = bodies.at(-1);
      const written = `${made?.subject}\n${made?.comment.body.replace(message().links[0]?.url ?? '', '')}`;
      expect(written).not.toMatch(/[{}[\]<>*_`|#\\]/);
      expect(written).not.toMatch(LINK);
      expect(made?.subject.length).toBeLessThanOrEqual(150);
      expect(made?.comment.body.length).toBeLessThan(65_000);
    }),
    { numRuns: process.env['KAGIBAN_LONG'] === '1' ? 500 : 30, seed: 5 },
  );
});
